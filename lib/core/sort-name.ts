const latinWithoutDecomposition: Record<string, string> = {
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ё: 'е',
}

/** A name as lists sort by it and searches find it: lower case, Latin letters without their marks. */
export function toSortName(name: string): string {
  return (
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\p{Script=Latin}\p{M}*/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
      .replace(/[øđłßæœıё]/g, (letter) => latinWithoutDecomposition[letter] ?? letter)
      // Some signs fold into many letters; a name must fit into an index and into a page key.
      .replace(/^(.{100}).*$/su, '$1')
      .trim()
  )
}

/** What a substring search looks into. */
export function toSearchText(...parts: (string | null | undefined)[]): string {
  const words = parts.filter((part): part is string => Boolean(part))
  return [...new Set([...words.map((word) => word.toLowerCase()), ...words.map(toSortName)])].join(' ')
}
