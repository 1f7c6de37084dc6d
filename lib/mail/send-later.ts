import { uuidv7 } from 'uuidv7'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { addJob } from '@/lib/core/queue'
import type { Locale } from '@/lib/i18n/locale'
import type { LetterName, LetterParameters } from './letters/letters'

/** The task of the worker that sends a letter. */
export const sendMailTask = 'send-mail'

interface Posting<Name extends LetterName> {
  letter: Name
  /** Never a secret. Links are derived from a salt when the letter is written. */
  parameters: LetterParameters[Name]
  /** The organization that may follow the delivery: the sender's for invitations, the recipient's for notices. */
  organizationId: string
  /** An address, or a person of that organization. */
  to: { address: string } | { userId: string }
  /** Used for an address; a person gets the language of their profile. */
  locale: Locale
  invitationId?: string
}

/** Puts a letter into the outbox as part of the transaction. It leaves after commit, or not at all. */
export async function sendLater<Name extends LetterName>(db: Database, posting: Posting<Name>): Promise<void> {
  const { letter, parameters, organizationId, to, locale, invitationId } = posting
  const id = uuidv7()
  // createMany sends no RETURNING: a notice to another organization may be written here but not read.
  await db.mail.createMany({
    data: {
      id,
      createdAt: clock.now(),
      organizationId,
      letter,
      locale,
      parameters,
      invitationId: invitationId ?? null,
      toAddress: 'address' in to ? to.address : null,
      recipientUserId: 'userId' in to ? to.userId : null,
    },
  })
  await addJob(db, sendMailTask, { mailId: id, organizationId }, `mail:${id}`)
}
