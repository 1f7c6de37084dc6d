import type { Locale } from '@/lib/i18n/locale'
import type { Messages } from '@/lib/i18n/messages'

// A message key that does not exist, or a language that is not spoken, does not compile.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
