import type { Database } from '@/lib/core/db'
import type { LetterParameters } from '@/lib/mail/letters/letters'
import type { VerificationLetters } from '@/lib/mail/letters/verification-letters'
import { sendLater } from '@/lib/mail/send-later'

type Status = Exclude<keyof VerificationLetters, 'contactConfirmation'>

interface Receiver {
  organizationId: string
  locale: 'en' | 'ru'
  organization: { contactEmail: string }
}

/** Tells the primary contact, in the language of the enrollment, what has happened. */
export function writeToContact<Name extends Status>(
  db: Database,
  { organizationId, locale, organization }: Receiver,
  letter: Name,
  parameters: LetterParameters[Name],
): Promise<void> {
  return sendLater(db, { letter, parameters, organizationId, to: { address: organization.contactEmail }, locale })
}
