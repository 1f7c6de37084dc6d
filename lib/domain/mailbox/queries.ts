import { z } from 'zod'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { query } from '@/lib/core/operation'
import { emailAddress, identifier, optional } from '@/lib/core/vocabulary'
import { mailboxIsOpen, openMailbox } from '@/lib/mail/transport'

/** Demo and development only: the letters that would have gone to a mail server. In production there is no such page. */
async function enterMailbox(db: Database): Promise<void> {
  if (!mailboxIsOpen()) throw new DomainError('not_found')
  await openMailbox(db)
}

export const listMailbox = query({
  access: 'public',
  input: z.strictObject({ to: optional(emailAddress) }),
  async run({ input, db }) {
    await enterMailbox(db)
    return db.mailboxMessage.findMany({
      where: input.to ? { toAddress: input.to } : {},
      orderBy: { id: 'desc' },
      take: 50,
      select: { id: true, toAddress: true, subject: true, receivedAt: true },
    })
  },
})

export const getMailboxMessage = query({
  access: 'public',
  input: z.strictObject({ messageId: identifier }),
  async run({ input, db }) {
    await enterMailbox(db)
    const message = await db.mailboxMessage.findUnique({
      where: { id: input.messageId },
      select: { id: true, toAddress: true, subject: true, text: true, receivedAt: true },
    })
    if (!message) throw new DomainError('not_found')
    return message
  },
})
