import { z } from 'zod'
import { clock } from '@/lib/core/clock'
import { inTransaction } from '@/lib/core/db'
import { environment } from '@/lib/core/env'
import { log } from '@/lib/core/log'
import { writeLetter } from '@/lib/mail/letters/letter'
import { type LetterContent, type LetterName, letters } from '@/lib/mail/letters/letters'
import { type MailTranslator, mailTranslator } from '@/lib/mail/translator'
import { deliver } from '@/lib/mail/transport'

const payloadShape = z.object({ mailId: z.uuid(), organizationId: z.uuid() })

/**
 * Sends one letter of the outbox. Delivery is at least once: a worker that dies between the mail server's yes and the
 * database's note sends again, under the same Message-ID.
 * @param lastAttempt whether the queue gives up after this try
 */
export async function sendMail(rawPayload: unknown, lastAttempt: boolean): Promise<void> {
  const { mailId, organizationId } = payloadShape.parse(rawPayload)
  const mail = await inTransaction({ organizationId, readOnly: true }, (db) => findQueuedMail(db, mailId))
  if (!mail) return
  const { address } = mail
  const pointless = whyPointless(mail)
  if (pointless || !address) {
    const lastError = pointless ?? 'recipient_gone'
    return note(mailId, organizationId, { status: 'failed', failedAt: clock.now(), lastError })
  }
  try {
    const content = compose(mail.letter as LetterName, mail.parameters, mailTranslator(mail.locale))
    const { html, text } = await writeLetter(content, mail.locale)
    const domain = new URL(environment().APP_ORIGIN).hostname
    await deliver({ messageId: `<${mailId}@${domain}>`, to: address, subject: content.subject, html, text })
  } catch (error) {
    const lastError = error instanceof Error ? error.message.slice(0, 300) : 'unknown'
    log.warn({ mailId, lastError }, 'mail not sent')
    const given = lastAttempt ? { status: 'failed' as const, failedAt: clock.now() } : {}
    await note(mailId, organizationId, { ...given, lastError })
    throw error
  }
  await note(mailId, organizationId, { status: 'sent', sentAt: clock.now(), lastError: null })
}

type Db = Parameters<Parameters<typeof inTransaction>[1]>[0]

async function findQueuedMail(db: Db, mailId: string) {
  const mail = await db.mail.findFirst({
    where: { id: mailId, status: 'queued' },
    select: {
      letter: true,
      locale: true,
      parameters: true,
      toAddress: true,
      recipientUserId: true,
      invitation: {
        select: { status: true, links: { where: { replacedAt: null }, select: { salt: true } } },
      },
    },
  })
  if (!mail) return null
  const { toAddress, recipientUserId, ...rest } = mail
  if (toAddress) return { ...rest, address: toAddress }
  if (!recipientUserId) return { ...rest, address: null }
  const user = await db.user.findFirst({
    where: { id: recipientUserId, disabledAt: null, deletedAt: null },
    select: { email: true, locale: true },
  })
  return { ...rest, address: user?.email ?? null, locale: user?.locale ?? rest.locale }
}

type QueuedMail = NonNullable<Awaited<ReturnType<typeof findQueuedMail>>>

/** A letter about an invitation that was answered, or with a link that was renewed, since it was written. */
function whyPointless({ invitation, parameters }: QueuedMail): string | null {
  if (!invitation) return null
  if (invitation.status !== 'active') return 'invitation_not_active'
  const { salt } = parameters as { salt?: string }
  return invitation.links.some((link) => link.salt === salt) ? null : 'link_replaced'
}

function compose(letter: LetterName, parameters: unknown, t: MailTranslator): LetterContent {
  // Written by sendLater under the same type.
  const writer = letters[letter] as (parameters: unknown, t: MailTranslator) => LetterContent
  return writer(parameters, t)
}

interface Outcome {
  status?: 'sent' | 'failed'
  sentAt?: Date
  failedAt?: Date
  lastError: string | null
}

async function note(mailId: string, organizationId: string, outcome: Outcome): Promise<void> {
  await inTransaction({ organizationId }, async (db) => {
    await db.mail.updateMany({
      where: { id: mailId, status: 'queued' },
      data: { ...outcome, attempts: { increment: 1 } },
    })
  })
}
