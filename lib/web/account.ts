import { getLocale } from 'next-intl/server'
import { getAccount } from '@/lib/domain/onboarding/queries'
import { isLocale } from '@/lib/i18n/locale'
import { loadMessages } from '@/lib/i18n/messages'
import { countryForm, segmentOptions } from './new-customer'
import { read } from './page'

/** What the Account page of a customer shows, with the words its forms need in the browser. */
export async function readAccount(customerId: string) {
  const chosen = await getLocale()
  const locale = isLocale(chosen) ? chosen : 'en'
  const [found, messages] = await Promise.all([read(getAccount, { customerId }), loadMessages(locale)])
  const country = countryForm(found.customer.country, locale, messages)
  return { ...found, country, locale, segments: segmentOptions(messages), texts: messages.onboarding }
}

export type AccountView = Awaited<ReturnType<typeof readAccount>>
