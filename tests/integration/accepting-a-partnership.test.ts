import { describe, expect, test } from 'vitest'
import { day } from '@/lib/core/clock'
import { revokeInvitation } from '@/lib/domain/invitations/commands'
import { viewInvitation } from '@/lib/domain/invitations/queries'
import { acceptPartnership, declinePartnership, removePartnership } from '@/lib/domain/partnerships/commands'
import { enrollingCompany } from '../support/enrollment'
import { agreedTo, invitationFrom } from '../support/invitations'
import { founded, member } from '../support/organizations'
import { count, row, rows } from '../support/owner'
import { activePartnerships, isQueued, mailsOf, readers, watched } from '../support/record'
import { refusal, refusalOf } from '../support/refusal'
import { partnership } from '../support/relations'
import { moveClock } from '../support/request'

const accept = (actor: Parameters<typeof acceptPartnership>[0], token: string) =>
  acceptPartnership(actor, { token, agreed: true })

/** What the landing page says to somebody. */
async function page(actor: Parameters<typeof viewInvitation>[0], token: string) {
  const { state, code, offer } = await viewInvitation(actor, { token })
  return { state, code, shows: offer !== null }
}

describe('accepting a partnership', () => {
  test('makes the partnership and the separable admin access, tells both, and mails who asked', async () => {
    const { organization: provider, admin: asking } = await founded('provider')
    const { organization: reseller, admin } = await founded('reseller')
    const { invitationId, token } = await invitationFrom(asking, 'partnership', { to: admin.email })
    expect(await page(admin, token)).toEqual({ state: 'ready', code: null, shows: true })
    const { request, events } = watched()
    const { partnershipId, providerId } = await acceptPartnership(admin, { token, agreed: true }, request)
    expect(providerId).toBe(provider.id)
    expect(
      await row('select status, "providerName", "resellerName", "invitationId" from "Partnership" where id = $1', [
        partnershipId,
      ]),
    ).toEqual({
      status: 'active',
      providerName: provider.name,
      resellerName: reseller.name,
      invitationId,
    })
    expect(await count('PartnershipAdminAccess', '"partnershipId" = $1 and "revokedAt" is null', [partnershipId])).toBe(
      1,
    )
    expect(await events()).toMatchObject([
      {
        type: 'partnership.accepted',
        actorUserId: admin.userId,
        actorOrganizationId: reseller.id,
        subjectOrganizationId: provider.id,
        details: { partnershipId, invitationId },
        readers: readers(provider, reseller),
      },
    ])
    const [mail, ...more] = await mailsOf(provider)
    expect(mail).toMatchObject({
      letter: 'partnershipAccepted',
      recipientUserId: asking.userId,
      parameters: { resellerName: reseller.name },
    })
    expect(mail && (await isQueued(mail))).toBe(true)
    expect(more).toEqual([])
    expect(await mailsOf(reseller)).toEqual([])
  })

  test('twice is refused as standing already, and changes and mails nothing', async () => {
    const { organization: provider, admin: asking } = await founded('provider')
    const { organization: reseller, admin } = await founded('reseller')
    const { token } = await invitationFrom(asking, 'partnership')
    await accept(admin, token)
    const { request, events } = watched()
    expect(await refusal(acceptPartnership(admin, agreedTo(token) as never, request))).toBe('input_invalid')
    expect(await refusal(acceptPartnership(admin, { token, agreed: true }, request))).toBe('already_partners')
    expect(await page(admin, token)).toEqual({ state: 'refused', code: 'already_partners', shows: true })
    expect(await events()).toEqual([])
    expect(await activePartnerships(provider, reseller)).toBe(1)
    expect(await mailsOf(provider)).toHaveLength(1)
    expect(
      (await row<{ uses: number }>('select uses from "Invitation" where "issuerOrganizationId" = $1', [provider.id]))
        .uses,
    ).toBe(1)
  })

  test('needs the tick', async () => {
    const { admin } = await founded('reseller')
    const { token } = await invitationFrom((await founded('provider')).admin, 'partnership')
    const { code, fields } = await refusalOf(acceptPartnership(admin, { token }))
    expect([code, fields]).toEqual(['input_invalid', { agreed: ['tick_required'] }])
  })

  test('leaves history alone: after a removal a new invitation makes a new partnership beside the ended one', async () => {
    const { organization: provider, admin: asking } = await founded('provider')
    const { organization: reseller, admin } = await founded('reseller')
    const first = await accept(admin, (await invitationFrom(asking, 'partnership')).token)
    await removePartnership(asking, { partnershipId: first.partnershipId })
    const second = await accept(admin, (await invitationFrom(asking, 'partnership')).token)
    expect(second.partnershipId).not.toBe(first.partnershipId)
    const history = await rows(
      'select id, status, "endedByName" from "Partnership" where "providerId" = $1 and "resellerId" = $2 order by id',
      [provider.id, reseller.id],
    )
    expect(history).toEqual([
      { id: first.partnershipId, status: 'ended', endedByName: asking.fullName },
      { id: second.partnershipId, status: 'active', endedByName: null },
    ])
    const access = await rows<{ revoked: boolean }>(
      'select "revokedAt" is not null as revoked from "PartnershipAdminAccess" where "providerId" = $1 order by id',
      [provider.id],
    )
    expect(access.map(({ revoked }) => revoked)).toEqual([true, false])
  })

  test('through an open link works for as many resellers as it has uses, each once', async () => {
    const { admin: asking } = await founded('provider')
    const { invitationId, token } = await invitationFrom(asking, 'partnership', { maxUses: 3 })
    const resellers = [
      await founded('reseller'),
      await founded('reseller'),
      await founded('reseller'),
      await founded('reseller'),
    ]
    for (const { admin } of resellers.slice(0, 3)) {
      await accept(admin, token)
      expect(await refusal(accept(admin, token))).toBe('already_partners')
    }
    expect(await row('select uses, status from "Invitation" where id = $1', [invitationId])).toEqual({
      uses: 3,
      status: 'accepted',
    })
    expect(await refusal(accept(resellers[3]?.admin ?? null, token))).toBe('invitation_used')
  })

  test('through an open link a second time after a removal does not use it twice', async () => {
    const { admin: asking } = await founded('provider')
    const { admin } = await founded('reseller')
    const { invitationId, token } = await invitationFrom(asking, 'partnership')
    const { partnershipId } = await accept(admin, token)
    await removePartnership(asking, { partnershipId })
    expect(await refusal(accept(admin, token))).toBe('invitation_used')
    expect(await row('select uses, status from "Invitation" where id = $1', [invitationId])).toEqual({
      uses: 1,
      status: 'active',
    })
  })
})

describe('accepting a partnership is refused', () => {
  test('to a reseller it was not addressed to, who learns what it is but not how to use it', async () => {
    const { token } = await invitationFrom((await founded('provider')).admin, 'partnership', {
      to: 'office@birch.example',
    })
    const { admin } = await founded('reseller')
    expect(await refusal(accept(admin, token))).toBe('invitation_wrong_organization')
    expect(await page(admin, token)).toMatchObject({ state: 'refused', code: 'invitation_wrong_organization' })
  })

  test.each(['userManagementAdmin', 'billingAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'] as const)(
    'to a %s, whom the page tells who can',
    async (role) => {
      const { token } = await invitationFrom((await founded('provider')).admin, 'partnership')
      const { organization: reseller, admin } = await founded('reseller')
      const agent = await member(reseller, role)
      const { code, permission } = await refusalOf(accept(agent, token))
      expect([code, permission]).toEqual(['role_missing', 'partnership.accept'])
      const seen = await viewInvitation(agent, { token })
      expect(seen).toMatchObject({
        state: 'refused',
        code: 'role_missing',
        admins: [{ id: admin.userId, fullName: admin.fullName, email: admin.email }],
      })
    },
  )

  test('to a reseller that has not finished its enrollment, whose page says so', async () => {
    const { admin: asking } = await founded('provider')
    const { admin } = await enrollingCompany()
    const { token } = await invitationFrom(asking, 'partnership', { to: admin.email })
    expect(await page(admin, token)).toEqual({ state: 'refused', code: 'verification_pending', shows: true })
    expect(await refusal(accept(admin, token))).toBe('verification_pending')
  })

  test.each(['operator', 'provider', 'customer'] as const)('to a %s: it is for resellers', async (kind) => {
    const { token } = await invitationFrom((await founded('provider')).admin, 'partnership')
    const { admin } = await founded(kind)
    expect(await refusal(accept(admin, token))).toBe('role_missing')
    expect(await page(admin, token)).toMatchObject({ state: 'refused', code: 'invitation_wrong_kind' })
  })

  test("to the provider's own people", async () => {
    const { organization: provider, admin } = await founded('provider')
    const { token } = await invitationFrom(admin, 'partnership')
    expect(await refusal(accept(admin, token))).toBe('role_missing')
    expect(await page(await member(provider), token)).toMatchObject({ state: 'refused', code: 'invitation_own' })
  })

  test('between regions', async () => {
    const { token } = await invitationFrom((await founded('provider', { country: 'DE' })).admin, 'partnership')
    const { admin } = await founded('reseller', { country: 'RU' })
    expect(await refusal(accept(admin, token))).toBe('region_differs')
    expect(await page(admin, token)).toMatchObject({ state: 'refused', code: 'region_differs', shows: true })
  })

  test('between partners, by whatever link', async () => {
    const { organization: provider, admin: asking } = await founded('provider')
    const { organization: reseller, admin } = await founded('reseller')
    await partnership(provider, reseller)
    expect(await refusal(accept(admin, (await invitationFrom(asking, 'partnership')).token))).toBe('already_partners')
    expect(await activePartnerships(provider, reseller)).toBe(1)
  })

  test('when it is expired, revoked, replaced, declined or used; a visitor and a stranger learn nothing of why', async () => {
    const { admin: asking } = await founded('provider')
    const { admin } = await founded('reseller')
    const { admin: stranger } = await founded('reseller')
    const issue = (to = admin.email) => invitationFrom(asking, 'partnership', { to, validDays: 60 })
    const closed: Record<string, string> = {}
    closed.invitation_replaced = (await issue()).token
    const declined = await issue()
    await declinePartnership(admin, { token: declined.token })
    closed.invitation_declined = declined.token
    const revoked = await issue()
    await revokeInvitation(asking, { invitationId: revoked.invitationId })
    closed.invitation_revoked = revoked.token
    const used = await issue()
    await removePartnership(asking, { partnershipId: (await accept(admin, used.token)).partnershipId })
    closed.invitation_used = used.token
    closed.invitation_expired = (await invitationFrom(asking, 'partnership', { to: admin.email, validDays: 30 })).token
    moveClock(31 * day)
    for (const [code, token] of Object.entries(closed)) {
      expect(await refusal(accept(admin, token)), code).toBe(code)
      expect(await page(admin, token), code).toEqual({ state: 'refused', code, shows: true })
      expect(await page(null, token), code).toEqual({ state: 'refused', code: 'invitation_unknown', shows: false })
      expect(await page(stranger, token), code).toEqual({ state: 'refused', code: 'invitation_unknown', shows: false })
    }
  })

  test('with a token nobody has made', async () => {
    const { admin } = await founded('reseller')
    expect(await refusal(accept(admin, `inv_r_${'A'.repeat(43)}`))).toBe('invitation_unknown')
    expect(await page(null, `inv_r_${'A'.repeat(43)}`)).toEqual({
      state: 'refused',
      code: 'invitation_unknown',
      shows: false,
    })
    expect(await refusal(accept(admin, 'inv_r_'))).toBe('input_invalid')
  })

  test('through an invitation of another kind', async () => {
    const { token } = await invitationFrom((await founded('provider')).admin, 'customer')
    expect(await refusal(accept((await founded('reseller')).admin, token))).toBe('invitation_wrong_kind')
  })

  test('and leaves no partnership, no event and no mail behind', async () => {
    const { organization: provider, admin: asking } = await founded('provider')
    const { invitationId, token } = await invitationFrom(asking, 'partnership', { to: 'office@birch.example' })
    const { request, events } = watched()
    const { organization: reseller, admin } = await founded('reseller')
    await refusal(acceptPartnership(admin, { token, agreed: true }, request))
    expect(await events()).toEqual([])
    expect(await mailsOf(provider)).toEqual([])
    expect(await activePartnerships(provider, reseller)).toBe(0)
    expect(await row('select uses, status from "Invitation" where id = $1', [invitationId])).toEqual({
      uses: 0,
      status: 'active',
    })
  })
})
