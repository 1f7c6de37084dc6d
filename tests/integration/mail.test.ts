import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { remindInvitation, resendInvitation, revokeInvitation } from '@/lib/domain/invitations/commands'
import { viewInvitation } from '@/lib/domain/invitations/queries'
import { acceptPartnership } from '@/lib/domain/partnerships/commands'
import { sendMail } from '@/lib/jobs/send-mail'
import { type Choices, invitationFrom } from '../support/invitations'
import { MailServer } from '../support/mail-server'
import { founded, member, type Organization, organization } from '../support/organizations'
import { row, rows } from '../support/owner'
import { mailsOf, type QueuedMail } from '../support/record'
import { partnership } from '../support/relations'

const mailServer = new MailServer()
process.env.SMTP_URL = await mailServer.start()
process.env.MAIL_FROM = 'Portal <portal@portal.example>'

beforeEach(() => {
  mailServer.received.length = 0
})
afterAll(() => mailServer.stop())

const to = 'office@birch.example'

async function invited(choices: Choices = {}) {
  const { organization: provider, admin } = await founded('provider')
  const { invitationId, token } = await invitationFrom(admin, 'partnership', { to, delivery: 'portal', ...choices })
  return { provider, admin, invitationId, token, mail: await lastMail(provider) }
}

async function lastMail(of: Organization): Promise<QueuedMail> {
  const mail = (await mailsOf(of)).at(-1)
  if (!mail) throw new Error('No letter was written.')
  return mail
}

/** What the worker does with the job of a letter. */
const send = (of: Organization, mail: QueuedMail, lastAttempt = false) =>
  sendMail({ mailId: mail.id, organizationId: of.id }, lastAttempt)
const statusOf = (mail: QueuedMail) => row<QueuedMail>('select * from "Mail" where id = $1', [mail.id])

describe('a letter', () => {
  test('of an invitation carries the link that opens it, in HTML and in text, and nothing comes from elsewhere', async () => {
    const { provider, token, mail } = await invited()
    await send(provider, mail)
    const [received, ...more] = mailServer.received
    expect(more).toEqual([])
    expect(received?.to_).toEqual([to])
    expect(received?.from).toMatchObject({ address: 'portal@portal.example', name: 'Portal' })
    expect(received?.subject).toBe(`${provider.name} would like to be your indirect provider`)
    expect(received?.messageId).toBe(`<${mail.id}@localhost>`)
    for (const body of [received?.html, received?.text]) {
      const [link = ''] = /http:\/\/localhost:3999\/invite\/[\w-]+/.exec(body ?? '') ?? []
      expect(link.split('/').at(-1)).toBe(token)
      expect(await viewInvitation(null, { token: link.split('/').at(-1) ?? '' })).toMatchObject({
        state: 'signIn',
        offer: { issuer: { id: provider.id } },
      })
    }
    const addresses = [...(received?.html ?? '').matchAll(/(?:src|href|url)\s*[=(]\s*["']?(https?:[^"')\s>]+)/g)].map(
      (match) => new URL(match[1] ?? '').host,
    )
    expect(new Set(addresses)).toEqual(new Set(['localhost:3999']))
    expect(received?.html).not.toMatch(/<script|<img|@import/i)
    expect(await statusOf(mail)).toMatchObject({ status: 'sent', attempts: 1, lastError: null })
  })

  test('shows hostile text as text', async () => {
    const message =
      '<script>alert(1)</script> <img src=x onerror=alert(1)> {name} <b>\n\n{link}\n\n" onmouseover="alert(1)'
    const { provider, admin, mail } = await invited({ message })
    expect(admin.organizationName).toBe(provider.name)
    await send(provider, mail)
    const [received] = mailServer.received
    expect(received?.html).not.toMatch(/<script|<img|<b>/i)
    expect(received?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(received?.html).not.toMatch(/" onmouseover="/)
    expect(received?.text).toContain('<script>alert(1)</script>')
    expect(received?.text).toContain('{name}')
  })

  test('cannot be made into two by a name with line breaks in it', async () => {
    const hostile = await organization('provider', { name: 'Evil\r\nBcc: eve@evil.example\r\n\r\n<p>' })
    const admin = await member(hostile, 'globalAdmin')
    await invitationFrom(admin, 'partnership', { to, delivery: 'portal' })
    await send(hostile, await lastMail(hostile))
    const [received, ...more] = mailServer.received
    expect(more).toEqual([])
    expect(received?.to_).toEqual([to])
    expect(received?.bcc ?? []).toEqual([])
    expect(received?.raw.slice(0, received.raw.indexOf('\r\n\r\n'))).not.toMatch(/^bcc:/im)
  })

  test('in Russian is Russian, and a notice follows the language of its reader', async () => {
    const { provider, admin, token } = await invited()
    await rows('update "User" set locale = $1 where id = $2', ['ru', admin.userId])
    const { admin: reseller } = await founded('reseller')
    await acceptPartnership({ ...reseller, email: to }, { token, agreed: true })
    await send(provider, await lastMail(provider))
    expect(mailServer.received[0]?.to_).toEqual([admin.email])
    expect(mailServer.received[0]?.subject).toMatch(/[а-я]{4}/)
    expect(mailServer.received[0]?.text).toContain(reseller.organizationName)
  })

  test('of two parties names both', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    const provider = await organization('provider')
    await partnership(provider, reseller)
    await invitationFrom(admin, 'customerTwoParty', { to, delivery: 'portal', provider })
    await send(reseller, await lastMail(reseller))
    expect(mailServer.received[0]?.subject).toContain(provider.name)
    expect(mailServer.received[0]?.subject).toContain(reseller.name)
  })

  test('is sent once, though the queue delivers its job twice', async () => {
    const { provider, mail } = await invited()
    await send(provider, mail)
    await send(provider, mail)
    expect(mailServer.received).toHaveLength(1)
  })

  test('of a reminder carries the same link and says that it is one', async () => {
    const { provider, admin, invitationId, token } = await invited()
    await remindInvitation(admin, { invitationId })
    await send(provider, await lastMail(provider))
    expect(mailServer.received[0]?.subject).toMatch(/^Reminder: /)
    expect(mailServer.received[0]?.text).toContain(token)
  })
})

describe('a letter that cannot be sent', () => {
  test('keeps its error, is tried again, and arrives when the server is back', async () => {
    const { provider, mail } = await invited()
    await mailServer.stop()
    await expect(send(provider, mail)).rejects.toThrow()
    expect(await statusOf(mail)).toMatchObject({
      status: 'queued',
      attempts: 1,
      lastError: expect.stringContaining('ECONNREFUSED'),
    })
    await expect(send(provider, mail)).rejects.toThrow()
    await mailServer.start()
    await send(provider, mail)
    expect(mailServer.received).toHaveLength(1)
    expect(await statusOf(mail)).toMatchObject({ status: 'sent', attempts: 3, lastError: null })
  })

  test('is given up visibly at the last try', async () => {
    const { provider, mail } = await invited()
    await mailServer.stop()
    await expect(send(provider, mail, true)).rejects.toThrow()
    await mailServer.start()
    expect(await statusOf(mail)).toMatchObject({
      status: 'failed',
      failedAt: expect.any(Date),
      lastError: expect.any(String),
    })
    await send(provider, mail)
    expect(mailServer.received).toEqual([])
  })

  test('because its invitation was revoked meanwhile is not sent, and says why', async () => {
    const { provider, admin, invitationId, mail } = await invited()
    await revokeInvitation(admin, { invitationId })
    await send(provider, mail)
    expect(mailServer.received).toEqual([])
    expect(await statusOf(mail)).toMatchObject({ status: 'failed', lastError: 'invitation_not_active' })
  })

  test('because its reader was disabled meanwhile is given up visibly', async () => {
    const { provider, admin, token } = await invited()
    const { admin: reseller } = await founded('reseller')
    await acceptPartnership({ ...reseller, email: to }, { token, agreed: true })
    await rows('update "User" set "disabledAt" = now() where id = $1', [admin.userId])
    const mail = await lastMail(provider)
    await send(provider, mail)
    expect(mailServer.received).toEqual([])
    expect((await statusOf(mail)).status).toBe('failed')
  })

  test('because its link was replaced meanwhile is not sent', async () => {
    const { provider, admin, invitationId, mail } = await invited()
    await resendInvitation(admin, { invitationId })
    await send(provider, mail)
    expect(mailServer.received).toEqual([])
  })

  test('of another organization is not found', async () => {
    const { mail } = await invited()
    await send(await organization('provider'), mail)
    expect(mailServer.received).toEqual([])
    expect(await statusOf(mail)).toMatchObject({ status: 'queued', attempts: 0 })
  })
})
