import { createTranslator } from 'next-intl'
import type { Actor } from '@/lib/access/permissions'
import type { Locale } from '@/lib/i18n/locale'
import en from '@/lib/i18n/messages/en/drafts.json' with { type: 'json' }
import ru from '@/lib/i18n/messages/ru/drafts.json' with { type: 'json' }
import { linkPlaceholder } from '@/lib/mail/letters/letters'
import type { InvitationKind } from './schema'

type Sender = Pick<Actor, 'fullName' | 'organizationName' | 'email'>

/** The text an invitation starts from, with the placeholder of the link in a paragraph of its own. */
export function draftMessage(
  kind: InvitationKind,
  locale: Locale,
  sender: Sender,
  providerName: string | null,
): string {
  const t = createTranslator({ locale, messages: locale === 'ru' ? ru : en })
  return t(kind, {
    link: linkPlaceholder,
    person: sender.fullName,
    organization: sender.organizationName,
    email: sender.email,
    provider: providerName ?? '',
  })
}
