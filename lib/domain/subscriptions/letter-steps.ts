import type { Database } from '@/lib/core/db'
import type { LetterName, LetterParameters } from '@/lib/mail/letters/letters'
import { sendLater } from '@/lib/mail/send-later'

/** Writes to the contact of a customer in its language; to nobody where it is no longer known. */
export async function writeToCustomer<Name extends LetterName>(
  db: Database,
  customerId: string,
  letter: Name,
  parameters: LetterParameters[Name],
): Promise<void> {
  const customer = await db.organization.findUnique({
    where: { id: customerId },
    select: { contactEmail: true, account: { select: { contactEmail: true, language: true } } },
  })
  if (!customer) return
  await sendLater(db, {
    letter,
    organizationId: customerId,
    to: { address: customer.account?.contactEmail ?? customer.contactEmail },
    locale: customer.account?.language === 'ru' ? 'ru' : 'en',
    parameters,
  })
}
