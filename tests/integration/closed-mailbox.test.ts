import { expect, test } from 'vitest'
import { getMailboxMessage, listMailbox } from '@/lib/domain/mailbox/queries'
import { founded } from '../support/organizations'
import { insert, row } from '../support/owner'
import { refusal } from '../support/refusal'

// The environment is read once per process, and each file has its own.
Object.assign(process.env, {
  APP_MODE: 'production',
  SMTP_URL: 'smtp://mail.example',
  MAIL_FROM: 'Portal <portal@portal.example>',
})

test('in production there is no mailbox, whatever stands in its table', async () => {
  const id = '01900000-0000-7000-8000-00000000abcd'
  await insert('MailboxMessage', { id, toAddress: 'a@b.example', subject: 's', html: 'h', text: 't' })
  expect(await row('select subject from "MailboxMessage" where id = $1', [id])).toEqual({ subject: 's' })
  const { admin } = await founded('operator')
  for (const actor of [null, admin]) {
    expect(await refusal(listMailbox(actor, {}))).toBe('not_found')
    expect(await refusal(getMailboxMessage(actor, { messageId: id }))).toBe('not_found')
  }
})
