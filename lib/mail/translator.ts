import { createTranslator } from 'next-intl'
import type { Locale } from '@/lib/i18n/locale'
import en from '@/lib/i18n/messages/en/mail.json' with { type: 'json' }
import ru from '@/lib/i18n/messages/ru/mail.json' with { type: 'json' }

export type MailTranslator = (key: string, values?: Record<string, string>) => string

/** The words of letters, outside of any request. */
export function mailTranslator(locale: Locale): MailTranslator {
  return createTranslator({ locale, messages: locale === 'ru' ? ru : en }) as unknown as MailTranslator
}
