import { after, clock, day } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { newLinkSecret } from '@/lib/core/token'
import type { Locale } from '@/lib/i18n/locale'
import { sendLater } from '@/lib/mail/send-later'
import { addEntry } from './entry-steps'

const confirmationLife = 7 * day

interface Contact {
  caseId: string
  organizationId: string
  email: string
  locale: Locale
  authorName?: string
}

/**
 * Mails the link with which the primary contact answers for the company. An earlier letter's link stops working; several
 * at once wait for each other at the current one.
 */
export async function mailContact(db: Database, contact: Contact): Promise<void> {
  const { caseId, organizationId, email, locale, authorName } = contact
  const { name } = await db.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { name: true } })
  const { salt, tokenHash } = newLinkSecret('contact')
  const now = clock.now()
  await db.contactConfirmation.updateMany({
    where: { caseId, confirmedAt: null, replacedAt: null },
    data: { replacedAt: now },
  })
  await db.contactConfirmation.createMany({
    data: {
      caseId,
      organizationId,
      organizationName: name,
      email,
      tokenHash,
      createdAt: now,
      expiresAt: after(confirmationLife, now),
    },
  })
  await addEntry(db, { caseId, organizationId, kind: 'LetterSent', text: email, authorName: authorName ?? null })
  await sendLater(db, {
    letter: 'contactConfirmation',
    organizationId,
    to: { address: email },
    locale,
    parameters: { organizationName: name, salt },
  })
}
