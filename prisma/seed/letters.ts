import { Logger, runTaskListOnce, type TaskList } from 'graphile-worker'
import pg from 'pg'
import type { Actor } from '@/lib/access/permissions'
import { inTransaction, type Prisma } from '@/lib/core/db'
import { environment } from '@/lib/core/env'
import { linkToken } from '@/lib/core/token'
import { sendMail } from '@/lib/jobs/send-mail'
import { sendMailTask } from '@/lib/mail/send-later'
import { openMailbox } from '@/lib/mail/transport'

export interface PostOffice {
  /** Sends what waits in the queue now, as the worker would have done within seconds. */
  deliver(): Promise<void>
  close(): Promise<void>
}

/**
 * Letters of the past have to leave in the past: a worker that starts only after the seed would date them all today, and
 * find most of the invitations answered long ago. Without DATABASE_URL, which owns the queue, they wait for it all the same.
 */
export async function openPostOffice(): Promise<PostOffice> {
  const { DATABASE_URL } = environment()
  if (!DATABASE_URL) return { deliver: async () => {}, close: async () => {} }
  const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 1 })
  const client = await pool.connect()
  return {
    deliver: () => runTaskListOnce({ logger, noHandleSignals: true }, tasks, client).promise,
    close: async () => {
      client.release()
      await pool.end()
    },
  }
}

const tasks: TaskList = { [sendMailTask]: (payload) => sendMail(payload, false) }

const logger = new Logger(() => (level, message) => {
  if (level === 'error') console.error(message)
})

/** The secret of the link that an invitation's latest letter carries. Its reader would find it in the mailbox. */
export async function invitationTokenInLetter(
  issuer: Actor,
  invitationId: string,
  partnership: boolean,
): Promise<string> {
  const salt = await saltInLetter(issuer, { letter: 'invitation', invitationId })
  return linkToken(partnership ? 'partnership' : 'customer', salt)
}

/** The secret of the link in the letter that asks somebody to confirm a new account. */
export async function confirmationTokenInLetter(issuer: Actor, email: string): Promise<string> {
  return linkToken('accountSetup', await saltInLetter(issuer, { letter: 'accountConfirmation', toAddress: email }))
}

/** The same for a company that enrolls by itself: its letter stands under an organization nobody has seen yet. */
export async function enrollmentTokenInMailbox(email: string): Promise<string | null> {
  const letter = await inTransaction({ organizationId: null }, async (db) => {
    await openMailbox(db)
    return db.mailboxMessage.findFirst({
      where: { toAddress: email },
      orderBy: { id: 'desc' },
      select: { text: true },
    })
  })
  return /\/confirm\/(acc_[\w-]{43})/.exec(letter?.text ?? '')?.[1] ?? null
}

/** The secret of the link that the primary contact of a company was last sent. */
export async function contactTokenInLetter(of: Actor): Promise<string> {
  return linkToken('contact', await saltInLetter(of, { letter: 'contactConfirmation' }))
}

function saltInLetter({ organizationId }: Actor, where: Prisma.MailWhereInput): Promise<string> {
  return inTransaction({ organizationId, readOnly: true }, async (db) => {
    const { parameters } = await db.mail.findFirstOrThrow({
      where,
      orderBy: { id: 'desc' },
      select: { parameters: true },
    })
    return (parameters as { salt: string }).salt
  })
}
