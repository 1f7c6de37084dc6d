/** Texts that a spreadsheet would take for formulas. */

/**
 * What begins like a formula, as a text: with an apostrophe before it. A text that has apostrophes before such a sign gets
 * one more, so that taking one away gives back exactly what was exported (`fromInert`).
 */
export function inert(content: string): string {
  return formula.test(content) ? `'${content}` : content
}

/** What `inert` was given. */
export function fromInert(content: string): string {
  return content.startsWith("'") && formula.test(content) ? content.slice(1) : content
}

// The wide forms count as well: spreadsheets set to East Asian languages read them as the narrow ones.
const formula = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/
