import { expect, test } from 'vitest'
import { getMailboxMessage, listMailbox } from '@/lib/domain/mailbox/queries'
import { sendMail } from '@/lib/jobs/send-mail'
import { invitationFrom } from '../support/invitations'
import { founded, newMark } from '../support/organizations'
import { mailsOf } from '../support/record'
import { refusal } from '../support/refusal'

test('without a mail server, letters land in the mailbox of the portal and can be read there', async () => {
  const { organization: provider, admin } = await founded('provider')
  const to = `office@${newMark()}.example`
  await invitationFrom(admin, 'partnership', { to, delivery: 'portal' })
  const [mail] = await mailsOf(provider)
  await sendMail({ mailId: mail?.id, organizationId: provider.id }, false)
  const [message, ...more] = await listMailbox(null, { to: to.toUpperCase() })
  expect(more).toEqual([])
  expect(message).toMatchObject({ toAddress: to, subject: expect.stringContaining(provider.name) })
  expect(await getMailboxMessage(null, { messageId: message?.id ?? '' })).toMatchObject({
    text: expect.stringContaining('/invite/inv_r_'),
  })
  expect(await refusal(getMailboxMessage(null, { messageId: mail?.id ?? '' }))).toBe('not_found')
})
