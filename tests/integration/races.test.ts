import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { declineCustomerInvitation } from '@/lib/domain/customers/commands'
import { resendInvitation, revokeInvitation } from '@/lib/domain/invitations/commands'
import { declinePartnership, removePartnership } from '@/lib/domain/partnerships/commands'
import { currentToken } from '../support/invitations'
import { count, row, rows } from '../support/owner'
import { times } from '../support/property'
import {
  accept,
  atOnce,
  committed,
  invitationKinds,
  invitee,
  issue,
  issuerOf,
  relationshipsMadeBy,
} from '../support/races'
import { activePartnerships } from '../support/record'
import { answers } from '../support/refusal'
import { agreement, relationship } from '../support/relations'

const clean = ['already_partners', 'already_customer', 'invitation_used', 'invitation_not_active']

async function expectOneAcceptance(
  invitationId: string,
  kind: (typeof invitationKinds)[number],
  given: Record<string, number>,
  presses: number,
) {
  const { ok, ...refused } = given
  expect(ok).toBe(1)
  expect(Object.keys(refused).filter((code) => !clean.includes(code))).toEqual([])
  expect(Object.values(refused).reduce((sum, each) => sum + each, 0)).toBe(presses - 1)
  expect(await relationshipsMadeBy(invitationId, kind)).toBe(1)
  expect(await row('select uses, status from "Invitation" where id = $1', [invitationId])).toEqual({
    uses: 1,
    status: 'accepted',
  })
  expect(await count('InvitationAcceptance', '"invitationId" = $1', [invitationId])).toBe(1)
  const events = await count(
    'AuditEvent',
    `details->>'invitationId' = $1 and type in ('partnership.accepted', 'customerRelationship.authorized')`,
    [invitationId],
  )
  expect(events).toBe(kind === 'customerTwoParty' ? 2 : 1)
}

describe.each(invitationKinds)('two hundred people who accept one invitation (%s) at the same moment', (kind) => {
  test(`make one relationship when they are of one organization, ${times(2, 10)} times`, async () => {
    for (let round = 0; round < times(2, 10); round += 1) {
      const [issuer, { admin }] = [await issuerOf(kind), await invitee(kind)]
      const { invitationId, token } = await issue(kind, issuer, { to: admin.email })
      const given = await answers(Array.from({ length: 200 }, () => accept(kind, admin, token)))
      await expectOneAcceptance(invitationId, kind, given, 200)
    }
  })

  test(`make one relationship when they are of twenty organizations, ${times(1, 10)} times`, async () => {
    for (let round = 0; round < times(1, 10); round += 1) {
      const issuer = await issuerOf(kind)
      const admins: Actor[] = []
      while (admins.length < 20) admins.push((await invitee(kind)).admin)
      const { invitationId, token } = await issue(kind, issuer, { maxUses: 1 })
      const given = await answers(
        Array.from({ length: 200 }, (_, number) => accept(kind, admins[number % 20] as Actor, token)),
      )
      await expectOneAcceptance(invitationId, kind, given, 200)
    }
  })

  test('make as many relationships as an open link has uses', async () => {
    const issuer = await issuerOf(kind)
    const { invitationId, token } = await issue(kind, issuer, { maxUses: 7 })
    const admins: Actor[] = []
    while (admins.length < 30) admins.push((await invitee(kind)).admin)
    const given = await answers([...admins, ...admins].map((admin) => accept(kind, admin, token)))
    expect(given.ok).toBe(7)
    expect(Object.keys(given).filter((code) => ![...clean, 'ok'].includes(code))).toEqual([])
    expect(await relationshipsMadeBy(invitationId, kind)).toBe(7)
    expect(await row('select uses, status from "Invitation" where id = $1', [invitationId])).toEqual({
      uses: 7,
      status: 'accepted',
    })
  })
})

const rounds = times(15, 100)

describe.each(invitationKinds)(`of two acts at once on one invitation (%s), ${rounds} times`, (kind) => {
  test('acceptance and revocation never both happen', async () => {
    const [issuer, { admin }] = [await issuerOf(kind), await invitee(kind)]
    for (let round = 0; round < rounds; round += 1) {
      const { admin: somebody } = round % 3 === 0 ? { admin } : await invitee(kind)
      const { invitationId, token } = await issue(kind, issuer, { maxUses: 1 })
      if (round % 3 === 0) await endEverything(somebody)
      const [accepted, revoked] = await atOnce(
        () => accept(kind, somebody, token),
        () => revokeInvitation(issuer.admin, { invitationId }),
      )
      expect(
        [accepted, revoked].filter((answer) => answer === 'ok'),
        `${accepted} ${revoked}`,
      ).toHaveLength(1)
      expect([...clean, 'invitation_revoked', 'ok']).toEqual(expect.arrayContaining([accepted, revoked]))
      expect(await relationshipsMadeBy(invitationId, kind)).toBe(accepted === 'ok' ? 1 : 0)
      expect(await row('select status, uses from "Invitation" where id = $1', [invitationId])).toEqual(
        accepted === 'ok' ? { status: 'accepted', uses: 1 } : { status: 'revoked', uses: 0 },
      )
    }
  })

  test('acceptance and refusal never both happen', async () => {
    const issuer = await issuerOf(kind)
    for (let round = 0; round < rounds; round += 1) {
      const { admin } = await invitee(kind)
      const { invitationId, token } = await issue(kind, issuer, { to: admin.email })
      const decline = () => (kind === 'partnership' ? declinePartnership : declineCustomerInvitation)(admin, { token })
      const given = await atOnce(() => accept(kind, admin, token), decline)
      expect(
        given.filter((answer) => answer === 'ok'),
        given.join(),
      ).toHaveLength(1)
      expect(await relationshipsMadeBy(invitationId, kind)).toBe(given[0] === 'ok' ? 1 : 0)
    }
  })

  test('acceptance by the old link and a new link never both happen', async () => {
    const issuer = await issuerOf(kind)
    for (let round = 0; round < rounds; round += 1) {
      const { admin } = await invitee(kind)
      const { invitationId, token } = await issue(kind, issuer, { maxUses: 1 })
      const given = await atOnce(
        () => accept(kind, admin, token),
        () => resendInvitation(issuer.admin, { invitationId }),
      )
      expect(
        given.filter((answer) => answer === 'ok'),
        given.join(),
      ).toHaveLength(1)
      if (given[0] !== 'ok') await accept(kind, admin, await currentToken(invitationId))
      expect(await relationshipsMadeBy(invitationId, kind)).toBe(1)
    }
  })
})

/** Lets an organization accept afresh. */
async function endEverything({ organizationId }: Actor): Promise<void> {
  await rows(`update "Partnership" set status = 'ended', "endedAt" = now() where "resellerId" = $1`, [organizationId])
  await rows(`update "CustomerRelationship" set status = 'ended', "endedAt" = now() where "customerId" = $1`, [
    organizationId,
  ])
}

test(`an invitation of two parties is never accepted after their partnership has ended, ${rounds} times`, async () => {
  let accepted = 0
  for (let round = 0; round < rounds; round += 1) {
    const [issuer, { admin }] = [await issuerOf('customerTwoParty'), await invitee('customerTwoParty')]
    const { invitationId, token } = await issue('customerTwoParty', issuer)
    const [answer, removal] = await atOnce(
      () => accept('customerTwoParty', admin, token),
      () => removePartnership(issuer.ofProvider, { partnershipId: issuer.partnershipId }),
    )
    expect(removal).toBe('ok')
    expect(['ok', 'partnership_ended']).toContain(answer)
    expect(await relationshipsMadeBy(invitationId, 'customerTwoParty')).toBe(answer === 'ok' ? 1 : 0)
    if (answer !== 'ok') continue
    accepted += 1
    const [made] = await rows<{ id: string }>('select id from "CustomerRelationship" where "invitationId" = $1', [
      invitationId,
    ])
    const [before, after] = [
      await committed('CustomerRelationship', made?.id ?? ''),
      await committed('Partnership', issuer.partnershipId),
    ]
    expect(before < after, `accepted at ${before}, ended at ${after}`).toBe(true)
  }
  expect(accepted).toBeLessThanOrEqual(rounds)
})

test('two links of one provider, accepted at once, make one partnership', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const [issuer, { organization: reseller, admin }] = [await issuerOf('partnership'), await invitee('partnership')]
    const [one, other] = [await issue('partnership', issuer), await issue('partnership', issuer)]
    const given = await atOnce(
      () => accept('partnership', admin, one.token),
      () => accept('partnership', admin, other.token),
    )
    expect(given.toSorted()).toEqual(['already_partners', 'ok'])
    expect(await activePartnerships(issuer.provider, reseller)).toBe(1)
    expect(await count('Invitation', '"issuerOrganizationId" = $1 and uses = 1', [issuer.provider.id])).toBe(1)
  }
})

test('two invitations accepted at once by a new customer record one agreement', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const [one, other, { organization: customer, admin }] = [
      await issuerOf('customer'),
      await issuerOf('customer'),
      await invitee('customer'),
    ]
    const [first, second] = [await issue('customer', one), await issue('customer', other)]
    expect(
      await atOnce(
        () => accept('customer', admin, first.token),
        () => accept('customer', admin, second.token),
      ),
    ).toEqual(['ok', 'ok'])
    expect(await count('CustomerAgreement', '"customerId" = $1', [customer.id])).toBe(1)
    expect(await count('ActivityEntry', `"organizationId" = $1 and type = 'agreement.accepted'`, [customer.id])).toBe(1)
  }
})

test('invitations that bring back delegated administration, accepted at once, grant it once', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const [issuer, { organization: customer, admin }] = [await issuerOf('customer'), await invitee('customer')]
    await relationship(issuer.provider, customer)
    // Whose agreement does not stand yet waits for the other anyway.
    await agreement(customer)
    const links: string[] = []
    while (links.length < 8) links.push((await issue('customer', issuer, { delegated: true })).token)
    expect(await answers(links.map((token) => accept('customer', admin, token)))).toEqual({
      ok: 1,
      already_customer: 7,
    })
    const where = `"customerId" = $1 and "revokedAt" is null`
    expect(await count('DelegatedAdministration', where, [customer.id])).toBe(1)
  }
})

test('two invitations issued at once to one address leave one that works', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const issuer = await issuerOf('partnership')
    const send = () => issue('partnership', issuer, { to: 'office@birch.example' })
    await atOnce(send, send)
    expect(await count('Invitation', `"issuerOrganizationId" = $1 and status = 'active'`, [issuer.provider.id])).toBe(1)
  }
})
