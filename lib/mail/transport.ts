import { createTransport, type Transporter } from 'nodemailer'
import { clock } from '@/lib/core/clock'
import { type Database, inTransaction } from '@/lib/core/db'
import { environment } from '@/lib/core/env'

export interface OutgoingMail {
  /** Makes a second delivery of the same letter recognizable to mail programs. */
  messageId: string
  to: string
  subject: string
  html: string
  text: string
}

let transporter: Transporter | undefined

/** Hands a letter to the mail server, or to the in-app mailbox where none is configured. */
export async function deliver(mail: OutgoingMail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = environment()
  if (!SMTP_URL) return putIntoMailbox(mail)
  transporter ??= createTransport({
    url: SMTP_URL,
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as object)
  await transporter.sendMail({ from: MAIL_FROM, ...mail })
}

/** Whether letters land in the in-app mailbox: without a mail server, in demo and development only. */
export function mailboxIsOpen(): boolean {
  const { SMTP_URL, APP_MODE } = environment()
  return !SMTP_URL && APP_MODE !== 'production'
}

/** Opens the mailbox table for the rest of the transaction. */
export async function openMailbox(db: Database): Promise<void> {
  await db.$executeRaw`select set_config('app.mailbox', 'open', true)`
}

async function putIntoMailbox({ to, subject, html, text }: OutgoingMail): Promise<void> {
  await inTransaction({ organizationId: null }, async (db) => {
    await openMailbox(db)
    await db.mailboxMessage.create({
      data: { toAddress: to, subject, html, text, receivedAt: clock.now() },
      select: { id: true },
    })
  })
}
