import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { currentActor } from '@/lib/auth/session'
import { isLocale, type Locale, localeCookie, preferredLocale } from '@/lib/i18n/locale'
import { loadMessages } from '@/lib/i18n/messages'

/**
 * Messages with places for values are compiled once and not on every request. There are as many as the files have; the library
 * keeps them by text and language wherever it is told to.
 */
const compiled = {
  _cache: { dateTime: {}, number: {}, message: {}, relativeTime: {}, pluralRules: {}, list: {}, displayNames: {} },
}

/** Language of a request: profile, then cookie, then the browser's wish. There is no language in the path. */
export default getRequestConfig(async () => {
  const locale = await requestLocale()
  return { locale, messages: await loadMessages(locale), timeZone: 'UTC', ...compiled }
})

async function requestLocale(): Promise<Locale> {
  const actor = await currentActor()
  if (actor) return actor.locale
  const chosen = (await cookies()).get(localeCookie)?.value
  return isLocale(chosen) ? chosen : preferredLocale((await headers()).get('accept-language'))
}
