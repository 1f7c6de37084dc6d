import { createTranslator } from 'next-intl'
import type { Locale } from './locale'
import en from './messages/en/errors.json' with { type: 'json' }
import ru from './messages/ru/errors.json' with { type: 'json' }

/** The words of refusals outside of any request: for programs on the command line. */
export function errorWords(locale: Locale): (key: string, values?: Record<string, string | number>) => string {
  return createTranslator({ locale, messages: locale === 'ru' ? ru : en }) as unknown as ReturnType<typeof errorWords>
}
