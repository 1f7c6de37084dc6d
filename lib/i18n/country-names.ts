// Making one reads all countries of a language, which is a tenth of what a list takes. There are as many as languages.
const known = new Map<string, Intl.DisplayNames>()

/** What countries are called in a language: `.of('DE')`. */
export function countryNames(locale: string): Intl.DisplayNames {
  let names = known.get(locale)
  if (!names) {
    names = new Intl.DisplayNames(locale, { type: 'region' })
    known.set(locale, names)
  }
  return names
}
