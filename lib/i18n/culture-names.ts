// Making one reads all languages. There are as many as languages of the portal.
const known = new Map<string, Intl.DisplayNames>()

/** What a culture such as ru-RU is called in a language. */
export function cultureName(locale: string, culture: string): string {
  let names = known.get(locale)
  if (!names) {
    names = new Intl.DisplayNames(locale, { type: 'language' })
    known.set(locale, names)
  }
  return names.of(culture) ?? culture
}
