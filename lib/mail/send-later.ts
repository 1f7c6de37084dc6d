import { uuidv7 } from 'uuidv7'
import { clock } from '@/lib/core/clock'
import { type Database, Prisma, statement } from '@/lib/core/db'
import type { Locale } from '@/lib/i18n/locale'
import { letterCategories } from './letters/categories'
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

/**
 * Puts a letter into the outbox as part of the transaction. It leaves after commit, or not at all. Nothing is written to who
 * has chosen not to get letters of its kind.
 */
export async function sendLater<Name extends LetterName>(db: Database, posting: Posting<Name>): Promise<void> {
  const { letter, parameters, organizationId, to: recipient, locale, invitationId } = posting
  const id = uuidv7()
  const to = {
    address: 'address' in recipient ? recipient.address : null,
    user: 'userId' in recipient ? recipient.userId : null,
  }
  const category = letterCategories[letter]
  const isWanted = category
    ? Prisma.sql`not declines_letter(${organizationId}::uuid, ${to.user}::uuid, ${to.address}, ${category}::"NoticeCategory")`
    : Prisma.sql`true`
  const job = JSON.stringify({ mailId: id, organizationId })
  // Without RETURNING: a notice to another organization may be written here but not read.
  await statement(
    db,
    Prisma.sql`with wanted as materialized (select where ${isWanted}),
      letter as (
        insert into "Mail" (id, "createdAt", "organizationId", letter, locale, parameters, "invitationId", "toAddress", "recipientUserId")
        select ${id}::uuid, ${clock.now()}, ${organizationId}::uuid, ${letter}, ${locale}::"Locale", ${JSON.stringify(parameters)}::jsonb,
          ${invitationId ?? null}::uuid, ${to.address}, ${to.user}::uuid from wanted)
      select enqueue_job(${sendMailTask}, ${job}::json, ${`mail:${id}`}) from wanted`,
  )
}
