import { describe, expect, test } from 'vitest'
import { hashToken } from '@/lib/core/token'
import { inviteCustomer, inviteCustomerWithProvider, requestPartnership } from '@/lib/domain/invitations/commands'
import { draftInvitation } from '@/lib/domain/invitations/queries'
import { currentToken, invitationFrom, tokenIn } from '../support/invitations'
import { founded, member, organization } from '../support/organizations'
import { count, row, rows } from '../support/owner'
import { isQueued, mailsOf, readers, watched } from '../support/record'
import { refusal, refusalOf } from '../support/refusal'
import { partnership } from '../support/relations'

const draft = {
  locale: 'en',
  message: 'Good day!\n\n{link}\n\nRegards',
  validDays: 30,
  delivery: 'portal',
  to: 'office@birch.example',
} as const

describe('issuing an invitation', () => {
  test('that the portal mails shows no link, is recorded twice (made, sent) and stands in the outbox', async () => {
    const { organization: provider, admin } = await founded('provider')
    const { request, events } = watched()
    const { invitationId, link } = await requestPartnership(admin, { ...draft, to: 'Office@Birch.example' }, request)
    expect(link).toBeNull()
    const recorded = await events()
    expect(recorded.map(({ type }) => type)).toEqual(['invitation.created', 'invitation.sent'])
    expect(recorded[0]?.details).toEqual({ invitationId, kind: 'partnership', addressee: 'office@birch.example' })
    for (const event of recorded) expect(event.readers).toEqual(readers(provider))
    const [mail, ...more] = await mailsOf(provider)
    expect(more).toEqual([])
    expect(mail).toMatchObject({
      letter: 'invitation',
      toAddress: 'office@birch.example',
      invitationId,
      status: 'queued',
    })
    expect(mail && (await isQueued(mail))).toBe(true)
  })

  test('that the issuer carries returns the link once and mails nothing', async () => {
    const { organization: provider, admin } = await founded('provider')
    const { request, events } = watched()
    const { link } = await inviteCustomer(admin, { ...draft, delivery: 'self' }, request)
    expect(link).toMatch(/^http:\/\/localhost:3999\/invite\/inv_c_[\w-]{43}$/)
    expect((await events()).map(({ type }) => type)).toEqual(['invitation.created'])
    expect(await mailsOf(provider)).toEqual([])
  })

  test('keeps no token anywhere: neither in the invitation, the outbox, the queue nor the record', async () => {
    const { admin } = await founded('provider')
    const { invitationId } = await invitationFrom(admin, 'customer', { to: 'office@birch.example', delivery: 'portal' })
    const token = await currentToken(invitationId)
    const everything = await rows<{ text: string }>(
      `
      select i::text as text from "Invitation" i where id = $1::text::uuid union all select l::text from "InvitationLink" l where "invitationId"::text = $1
      union all select m::text from "Mail" m where "invitationId"::text = $1 union all select e::text from "AuditEvent" e where details->>'invitationId' = $1::text
      union all select j::text from graphile_worker._private_jobs j join "Mail" m on j.key = 'mail:' || m.id where m."invitationId"::text = $1`,
      [invitationId],
    )
    expect(everything).toHaveLength(6)
    for (const { text } of everything) expect(text).not.toContain(token.slice(6))
    const { tokenHash } = await row<{ tokenHash: string }>(
      `select "tokenHash" from "InvitationLink" where "invitationId" = $1`,
      [invitationId],
    )
    expect(tokenHash).toBe(hashToken(token))
  })

  test('with an address is for one use, without one for 25 or as many as were asked for', async () => {
    const { admin } = await founded('provider')
    const usesOf = async (id: string) =>
      (await row<{ maxUses: number }>(`select "maxUses" from "Invitation" where id = $1`, [id])).maxUses
    const self = { ...draft, delivery: 'self' } as const
    expect(await usesOf((await inviteCustomer(admin, { ...self, maxUses: 9 })).invitationId)).toBe(1)
    expect(await usesOf((await inviteCustomer(admin, { ...self, to: '' })).invitationId)).toBe(25)
    expect(await usesOf((await inviteCustomer(admin, { ...self, to: '', maxUses: 500 })).invitationId)).toBe(500)
  })

  test('twice to one address replaces the first, of the same kind and issuer only', async () => {
    const { admin } = await founded('provider')
    const first = await invitationFrom(admin, 'customer', { to: 'office@birch.example' })
    const otherKind = await invitationFrom(admin, 'partnership', { to: 'office@birch.example' })
    const second = await invitationFrom(admin, 'customer', { to: 'office@birch.example' })
    const statusOf = async ({ invitationId }: { invitationId: string }) =>
      (await row<{ status: string }>(`select status from "Invitation" where id = $1`, [invitationId])).status
    expect(await statusOf(first)).toBe('replaced')
    expect(await statusOf(otherKind)).toBe('active')
    expect(await statusOf(second)).toBe('active')
  })

  test('needs the link in the text exactly once', async () => {
    const { admin } = await founded('provider')
    expect(await refusal(requestPartnership(admin, { ...draft, message: 'Good day!' }))).toBe('link_missing')
    expect(await refusal(requestPartnership(admin, { ...draft, message: '{link}{link}' }))).toBe('link_missing')
  })

  test('that the portal should mail needs an address', async () => {
    const { admin } = await founded('provider')
    expect(await refusal(requestPartnership(admin, { ...draft, to: '' }))).toBe('invitation_without_address')
  })

  test('says which fields are wrong, and knows no others', async () => {
    const { admin } = await founded('provider')
    const hostile = {
      ...draft,
      validDays: 91,
      to: 'nobody',
      maxUses: { gt: 0 },
      issuerOrganizationId: 'x',
      status: 'accepted',
    }
    const { code, fields } = await refusalOf(requestPartnership(admin, hostile as never))
    expect(code).toBe('input_invalid')
    expect(Object.keys(fields).sort()).toEqual(['issuerOrganizationId', 'maxUses', 'status', 'to', 'validDays'])
    expect(fields.to).toEqual(['email'])
    expect(fields.validDays).toEqual(['number_range'])
  })

  test('to one address more than ten times a day is refused, to another it is not', async () => {
    const { admin } = await founded('provider')
    for (let number = 0; number < 10; number += 1) await requestPartnership(admin, draft)
    const { code, parameters } = await refusalOf(requestPartnership(admin, draft))
    expect(code).toBe('too_many_attempts')
    expect(parameters.minutes).toBeGreaterThan(1000)
    expect(await count('Invitation', '"issuerOrganizationId" = $1', [admin.organizationId])).toBe(10)
    await requestPartnership(admin, { ...draft, to: 'somebody@else.example' })
    await requestPartnership((await founded('provider')).admin, draft)
  })

  test('more than five hundred times a day is refused to the whole organization', async () => {
    const { organization: provider, admin } = await founded('provider')
    await requestPartnership(admin, draft)
    const key = `invitations-organization:${provider.id}`
    await rows('update "rate_limit" set points = 499 where key = $1 and points = 1 returning key', [key]).then(
      (changed) => expect(changed).toHaveLength(1),
    )
    await requestPartnership(await member(provider, 'salesAgent'), { ...draft, to: 'last@birch.example' })
    expect(await refusal(requestPartnership(admin, { ...draft, to: 'more@birch.example' }))).toBe('too_many_attempts')
  })
})

describe('an invitation of two parties', () => {
  test('names the provider the reseller works with', async () => {
    const [provider, reseller] = [await organization('provider'), await organization('reseller')]
    await partnership(provider, reseller)
    const admin = await member(reseller, 'salesAgent')
    const { request, events } = watched()
    const issued = await inviteCustomerWithProvider(
      admin,
      { ...draft, delivery: 'self', providerId: provider.id },
      request,
    )
    expect(tokenIn(issued.link ?? '')).toMatch(/^inv_c_/)
    const { second } = await row<{ second: string }>(
      `select "secondOrganizationId" as second from "Invitation" where id = $1`,
      [issued.invitationId],
    )
    expect(second).toBe(provider.id)
    expect((await events()).map(({ type }) => type)).toEqual(['invitation.created'])
  })

  test.each(['never began', 'has ended', 'is with somebody else'])(
    'is refused when the partnership %s',
    async (history) => {
      const [provider, reseller] = [await organization('provider'), await organization('reseller')]
      if (history === 'has ended') await partnership(provider, reseller, { ended: true })
      if (history === 'is with somebody else') await partnership(provider, await organization('reseller'))
      const admin = await member(reseller, 'globalAdmin')
      expect(await refusal(inviteCustomerWithProvider(admin, { ...draft, providerId: provider.id }))).toBe(
        'partnership_missing',
      )
      expect(await refusal(draftInvitation(admin, { kind: 'customerTwoParty', providerId: provider.id }))).toBe(
        'not_found',
      )
    },
  )
})

describe('a draft', () => {
  test('holds the link once in both languages, the names of both partners, and can be sent as it is', async () => {
    const [provider, reseller] = [await organization('provider'), await organization('reseller')]
    await partnership(provider, reseller)
    const admin = await member(reseller, 'adminAgent')
    const { drafts } = await draftInvitation(admin, { kind: 'customerTwoParty', providerId: provider.id })
    for (const text of [drafts.en, drafts.ru]) {
      expect(text.split('{link}')).toHaveLength(2)
      expect(text).toContain(provider.name)
      expect(text).toContain(reseller.name)
    }
    expect(drafts.ru).toMatch(/[а-я]/)
    await inviteCustomerWithProvider(admin, { ...draft, message: drafts.ru, providerId: provider.id })
  })

  test('of a kind one may not issue is refused with the permission that is missing', async () => {
    const sales = await member(await organization('reseller'), 'salesAgent')
    const { code, permission } = await refusalOf(draftInvitation(sales, { kind: 'partnership' }))
    expect([code, permission]).toEqual(['role_missing', 'partnership.invite'])
  })
})
