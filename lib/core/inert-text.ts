/** Texts that a spreadsheet would take for formulas. */

/**
 * What begins like a formula, as a text: with an apostrophe before it. So does what follows a sign that separates cells in some
 * language, or lines: a spreadsheet of that language finds a cell there, whatever is quoted. A text that has apostrophes before such a sign
 * gets one more, so that taking one away gives back exactly what was exported (`fromInert`).
 */
export function inert(content: string): string {
  return content.replace(beginning, "'$&").replace(behindSeparator, "'$&")
}

/** What `inert` was given. */
export function fromInert(content: string): string {
  const without = (found: string) => found.replace("'", '')
  return content.replace(beginning, without).replace(behindSeparator, without)
}

// The wide forms count as well: spreadsheets set to East Asian languages read them as the narrow ones.
const beginning = /^'*(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])/
const behindSeparator = /(?<=[,;\t\r\n]"*)'*(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g
