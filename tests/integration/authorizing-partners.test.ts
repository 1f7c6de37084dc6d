import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { day } from '@/lib/core/clock'
import { authorizeRelationships, declineCustomerInvitation } from '@/lib/domain/customers/commands'
import { revokeInvitation } from '@/lib/domain/invitations/commands'
import { viewInvitation } from '@/lib/domain/invitations/queries'
import { removePartnership } from '@/lib/domain/partnerships/commands'
import { agreedTo, invitationFrom } from '../support/invitations'
import { founded, member, type Organization } from '../support/organizations'
import { count, row } from '../support/owner'
import { activeRelationships, isQueued, mailsOf, readers, watched } from '../support/record'
import { refusal, refusalOf } from '../support/refusal'
import { agreement, partnership, relationship } from '../support/relations'
import { moveClock } from '../support/request'

const authorize = (actor: Actor | null, token: string) => authorizeRelationships(actor, agreedTo(token))

async function twoParties() {
  const { organization: provider, admin: ofProvider } = await founded('provider')
  const { organization: reseller, admin: ofReseller } = await founded('reseller')
  const partnershipId = await partnership(provider, reseller)
  const invite = (choices = {}) => invitationFrom(ofReseller, 'customerTwoParty', { provider, ...choices })
  return { provider, ofProvider, reseller, ofReseller, partnershipId, invite }
}

const delegations = (partner: Organization, customer: Organization) =>
  count('DelegatedAdministration', '"partnerId" = $1 and "customerId" = $2 and "revokedAt" is null', [
    partner.id,
    customer.id,
  ])

describe('authorizing one partner', () => {
  test('makes the relationship, records agreement and authorization, and mails who asked', async () => {
    const { organization: reseller, admin: asking } = await founded('reseller')
    const { organization: customer, admin } = await founded('customer')
    const { invitationId, token } = await invitationFrom(asking, 'customer', { to: admin.email, delegated: true })
    expect(await viewInvitation(admin, { token })).toMatchObject({
      state: 'ready',
      agreementStands: false,
      offer: { includeDelegatedAdministration: true },
    })
    const { request, events } = watched()
    const { relationshipIds } = await authorizeRelationships(admin, agreedTo(token), request)
    expect(relationshipIds).toHaveLength(1)
    expect(await activeRelationships(reseller, customer)).toBe(1)
    expect(await delegations(reseller, customer)).toBe(1)
    expect(await events()).toMatchObject([
      { type: 'agreement.accepted', details: { type: 'MicrosoftCustomerAgreement' }, readers: readers(customer) },
      {
        type: 'customerRelationship.authorized',
        actorOrganizationId: customer.id,
        subjectOrganizationId: reseller.id,
        details: { relationshipId: relationshipIds[0], invitationId, delegatedAdministration: true },
        readers: readers(reseller, customer),
      },
    ])
    const [mail, ...more] = await mailsOf(reseller)
    expect(mail).toMatchObject({
      letter: 'customerAuthorized',
      recipientUserId: asking.userId,
      parameters: { customerName: customer.name, delegatedAdministration: true },
    })
    expect(mail && (await isQueued(mail))).toBe(true)
    expect(more).toEqual([])
    expect(await refusal(authorize(admin, token))).toBe('already_customer')
    expect(await activeRelationships(reseller, customer)).toBe(1)
  })

  test('gives no delegated administration unless it was asked for', async () => {
    const { organization: provider, admin: asking } = await founded('provider')
    const { organization: customer, admin } = await founded('customer')
    await authorize(admin, (await invitationFrom(asking, 'customer')).token)
    expect(await delegations(provider, customer)).toBe(0)
  })

  test('needs the customer agreement once', async () => {
    const { organization: reseller, admin: asking } = await founded('reseller')
    const { organization: customer, admin } = await founded('customer')
    const { invitationId, token } = await invitationFrom(asking, 'customer')
    expect(await refusal(authorizeRelationships(admin, { token, agreed: true }))).toBe('agreement_missing')
    expect(await row('select uses from "Invitation" where id = $1', [invitationId])).toEqual({ uses: 0 })
    await agreement(customer)
    const { request, events } = watched()
    await authorizeRelationships(admin, { token, agreed: true }, request)
    expect((await events()).map(({ type }) => type)).toEqual(['customerRelationship.authorized'])
    // An agreement that stands is not accepted again.
    const again = watched()
    await authorizeRelationships(
      admin,
      agreedTo((await invitationFrom((await founded('provider')).admin, 'customer')).token),
      again.request,
    )
    expect((await again.events()).map(({ type }) => type)).toEqual(['customerRelationship.authorized'])
    expect(await count('CustomerAgreement', '"customerId" = $1', [customer.id])).toBe(1)
    expect(await activeRelationships(reseller, customer)).toBe(1)
  })

  test('needs the tick', async () => {
    const { token } = await invitationFrom((await founded('reseller')).admin, 'customer')
    expect(
      (await refusalOf(authorizeRelationships((await founded('customer')).admin, { token, agreement: true }))).fields,
    ).toEqual({ agreed: ['tick_required'] })
  })

  test('brings delegated administration back to a relationship that stands without it', async () => {
    const { organization: reseller, admin: asking } = await founded('reseller')
    const { organization: customer, admin } = await founded('customer')
    const standing = await relationship(reseller, customer)
    const { token } = await invitationFrom(asking, 'customer', { delegated: true })
    const { request, events } = watched()
    expect(await authorizeRelationships(admin, agreedTo(token), request)).toEqual({ relationshipIds: [standing] })
    expect((await events()).map(({ type }) => type)).toEqual(['agreement.accepted', 'delegatedAdministration.granted'])
    expect(await activeRelationships(reseller, customer)).toBe(1)
    expect(await delegations(reseller, customer)).toBe(1)
    expect(await refusal(authorize(admin, token))).toBe('already_customer')
  })

  test('again after it ended makes a new relationship beside the old one', async () => {
    const { organization: reseller, admin: asking } = await founded('reseller')
    const { organization: customer, admin } = await founded('customer')
    await relationship(reseller, customer, { ended: true, delegated: true })
    await authorize(admin, (await invitationFrom(asking, 'customer', { delegated: true })).token)
    expect(
      await count('CustomerRelationship', '"partnerId" = $1 and "customerId" = $2', [reseller.id, customer.id]),
    ).toBe(2)
    expect(await delegations(reseller, customer)).toBe(1)
  })

  test('through an open link works for as many customers as it has uses', async () => {
    const { admin: asking } = await founded('reseller')
    const { invitationId, token } = await invitationFrom(asking, 'customer', { maxUses: 2 })
    for (const number of [1, 2]) {
      await authorize((await founded('customer')).admin, token)
      expect((await row<{ uses: number }>('select uses from "Invitation" where id = $1', [invitationId])).uses).toBe(
        number,
      )
    }
    expect(await refusal(authorize((await founded('customer')).admin, token))).toBe('invitation_used')
  })
})

describe('authorizing two partners at once', () => {
  test('makes both relationships, records and mails each', async () => {
    const { provider, reseller, ofReseller, invite } = await twoParties()
    const { organization: customer, admin } = await founded('customer')
    const { token } = await invite({ delegated: true })
    const { request, events } = watched()
    const { relationshipIds } = await authorizeRelationships(admin, agreedTo(token), request)
    expect(relationshipIds).toHaveLength(2)
    for (const partner of [provider, reseller]) {
      expect(await activeRelationships(partner, customer)).toBe(1)
      expect(await delegations(partner, customer)).toBe(1)
    }
    const authorized = (await events()).filter(({ type }) => type === 'customerRelationship.authorized')
    expect(authorized.map(({ subjectOrganizationId }) => subjectOrganizationId).sort()).toEqual(
      readers(provider, reseller),
    )
    for (const event of authorized)
      expect(event.readers).toEqual(
        readers(customer, event.subjectOrganizationId === provider.id ? provider : reseller),
      )
    expect(await mailsOf(reseller)).toMatchObject([
      { letter: 'customerAuthorized', recipientUserId: ofReseller.userId },
    ])
    expect(await mailsOf(provider)).toMatchObject([{ letter: 'customerAuthorized', toAddress: provider.contactEmail }])
  })

  test.each(['provider', 'reseller'] as const)(
    'adds what is missing where the %s was authorized before, and tells the two apart in the record',
    async (before) => {
      const { provider, reseller, invite } = await twoParties()
      const { organization: customer, admin } = await founded('customer')
      const known = before === 'provider' ? provider : reseller
      const standing = await relationship(known, customer)
      const { token } = await invite({ delegated: true })
      expect(await viewInvitation(admin, { token })).toMatchObject({ state: 'ready' })
      const { request, events } = watched()
      const { relationshipIds } = await authorizeRelationships(admin, agreedTo(token), request)
      expect(relationshipIds).toContain(standing)
      expect(relationshipIds).toHaveLength(2)
      for (const partner of [provider, reseller]) {
        expect(await activeRelationships(partner, customer)).toBe(1)
        expect(await delegations(partner, customer)).toBe(1)
        expect(await mailsOf(partner)).toHaveLength(1)
      }
      const recorded = await events()
      expect(recorded.map(({ type }) => type).sort()).toEqual([
        'agreement.accepted',
        'customerRelationship.authorized',
        'delegatedAdministration.granted',
      ])
      const granted = recorded.find(({ type }) => type === 'delegatedAdministration.granted')
      expect(granted).toMatchObject({ subjectOrganizationId: known.id, readers: readers(customer, known) })
      expect(await refusal(authorize(admin, token))).toBe('already_customer')
    },
  )

  test.each(['provider', 'reseller'] as const)(
    'leaves the relationship with the %s as it is where nothing more was asked for',
    async (before) => {
      const { provider, reseller, invite } = await twoParties()
      const { organization: customer, admin } = await founded('customer')
      const known = before === 'provider' ? provider : reseller
      await relationship(known, customer, { delegated: true })
      const { relationshipIds } = await authorize(admin, (await invite()).token)
      expect(relationshipIds).toHaveLength(1)
      expect(await delegations(known, customer)).toBe(1)
      expect(await delegations(known === provider ? reseller : provider, customer)).toBe(0)
      expect(await mailsOf(known)).toEqual([])
    },
  )

  test('is refused when their partnership has ended since, and the page says so', async () => {
    const { provider, reseller, ofProvider, partnershipId, invite } = await twoParties()
    const { organization: customer, admin } = await founded('customer')
    const { token } = await invite()
    await removePartnership(ofProvider, { partnershipId })
    expect(await refusal(authorize(admin, token))).toBe('partnership_ended')
    expect(await viewInvitation(admin, { token })).toMatchObject({ state: 'refused', code: 'partnership_ended' })
    expect((await activeRelationships(provider, customer)) + (await activeRelationships(reseller, customer))).toBe(0)
    await partnership(provider, reseller)
    await authorize(admin, token)
  })
})

describe('authorizing is refused', () => {
  test('to anybody of the customer but a Global admin', async () => {
    const { token } = await invitationFrom((await founded('reseller')).admin, 'customer')
    const { organization: customer, admin } = await founded('customer')
    const user = await member(customer, 'userManagementAdmin')
    const { code, permission } = await refusalOf(authorize(user, token))
    expect([code, permission]).toEqual(['role_missing', 'customerRelationship.authorize'])
    expect(await viewInvitation(user, { token })).toMatchObject({
      code: 'role_missing',
      admins: [{ id: admin.userId }],
    })
  })

  test('to partners: the invitation is for customers', async () => {
    const { organization: reseller, admin: asking } = await founded('reseller')
    const { token } = await invitationFrom(asking, 'customer')
    const { admin: other } = await founded('provider')
    expect(await refusal(authorize(other, token))).toBe('role_missing')
    expect(await viewInvitation(other, { token })).toMatchObject({ code: 'invitation_wrong_kind' })
    expect(await viewInvitation(await member(reseller), { token })).toMatchObject({ code: 'invitation_own' })
  })

  test('to a customer it was not addressed to, of another region, or with an invitation of another kind', async () => {
    const { admin: asking } = await founded('provider')
    const { admin } = await founded('customer')
    const { token } = await invitationFrom(asking, 'customer', { to: 'office@birch.example' })
    expect(await refusal(authorize(admin, token))).toBe('invitation_wrong_organization')
    const open = await invitationFrom(asking, 'customer')
    expect(await refusal(authorize((await founded('customer', { country: 'US' })).admin, open.token))).toBe(
      'region_differs',
    )
    expect(await refusal(authorize(admin, (await invitationFrom(asking, 'partnership')).token))).toBe(
      'invitation_wrong_kind',
    )
    expect(await refusal(authorize(admin, `inv_c_${'A'.repeat(43)}`))).toBe('invitation_unknown')
  })

  test('when it is expired, revoked, replaced or declined', async () => {
    const { admin: asking } = await founded('reseller')
    const { admin } = await founded('customer')
    const issue = (validDays = 60) => invitationFrom(asking, 'customer', { to: admin.email, validDays })
    const closed: Record<string, string> = { invitation_replaced: (await issue()).token }
    const declined = await issue()
    await declineCustomerInvitation(admin, { token: declined.token })
    closed.invitation_declined = declined.token
    const revoked = await issue()
    await revokeInvitation(asking, { invitationId: revoked.invitationId })
    closed.invitation_revoked = revoked.token
    closed.invitation_expired = (await issue(1)).token
    moveClock(2 * day)
    for (const [code, token] of Object.entries(closed)) {
      expect(await refusal(authorize(admin, token)), code).toBe(code)
      expect(await viewInvitation(admin, { token }), code).toMatchObject({ state: 'refused', code })
    }
  })
})

test('declining as a customer closes an addressed invitation and mails who asked', async () => {
  const { organization: reseller, admin: asking } = await founded('reseller')
  const { organization: customer, admin } = await founded('customer')
  const { invitationId, token } = await invitationFrom(asking, 'customer', { to: admin.email })
  const { request, events } = watched()
  await declineCustomerInvitation(admin, { token, reason: '' }, request)
  expect(await events()).toMatchObject([
    { type: 'invitation.declined', details: { invitationId, reason: null }, readers: readers(reseller, customer) },
  ])
  expect(await mailsOf(reseller)).toMatchObject([
    { letter: 'invitationDeclined', parameters: { organizationName: customer.name, reason: null } },
  ])
  expect(await refusal(authorize(admin, token))).toBe('invitation_declined')
})
