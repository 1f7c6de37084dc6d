const withoutDecomposition: Record<string, string> = {
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ё: 'е',
  ς: 'σ',
}

/** Lower case, Latin letters without their marks: what differs only in these is the same. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Script=Latin}\p{M}*/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[øđłßæœıёς]/g, (letter) => withoutDecomposition[letter] ?? letter)
    .trim()
}

/** A name as lists sort by it. */
export function toSortName(name: string): string {
  // Some signs fold into many letters; a name must fit into an index and into a page key.
  return fold(name)
    .replace(/^(.{100}).*$/su, '$1')
    .trim()
}

/** What a substring search looks into: the words as they are written, and folded as the term of a search is. */
export function toSearchText(...parts: (string | null | undefined)[]): string {
  const words = parts.filter((part): part is string => Boolean(part))
  return [...new Set([...words.map((word) => word.toLowerCase()), ...words.map(fold)])].join(' ')
}

/**
 * For Prisma: rows whose search text contains the term, all of them without one. The signs that LIKE reads as "anything" are meant
 * as they are written.
 */
export function containing(term: string | undefined): { search?: { contains: string } } {
  return term ? { search: { contains: toSearchTerm(term).replace(/[\\%_]/g, '\\$&') } } : {}
}

/** What somebody searches for, as it is looked up in a text of `toSearchText`. Every search has to ask with this. */
export function toSearchTerm(term: string): string {
  return fold(term)
}
