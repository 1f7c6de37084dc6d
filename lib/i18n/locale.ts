/** The languages the portal is complete in. */
export const locales = ['en', 'ru'] as const
export type Locale = (typeof locales)[number]

export const localeCookie = 'tandem.locale'
export const themeCookie = 'tandem.theme'

export function isLocale(text: string | undefined): text is Locale {
  return text === 'en' || text === 'ru'
}

/** The first supported language of an Accept-Language header; English where none is. */
export function preferredLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=')
      return { language: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .sort((one, other) => other.quality - one.quality)
  const found = wanted.find(({ language }) => isLocale(language))?.language
  return isLocale(found) ? found : 'en'
}
