/** At most two letters of a name: of its first two words, else its first two letters. "Alder IT GmbH" gives "AI". */
export function initials(name: string): string {
  const words = name.split(/[\s\-–.,/&+]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word))
  const [first = '', second] = words
  const letters = second ? [firstLetter(first), firstLetter(second)] : [...first].slice(0, 2)
  return letters.join('').toLocaleUpperCase()
}

function firstLetter(word: string): string {
  return [...word][0] ?? ''
}
