import { describe, expect, test } from 'vitest'
import { listCustomers } from '@/lib/domain/customers/queries'
import { removePartnership, revokeAdminAccess } from '@/lib/domain/partnerships/commands'
import { getRemovalImpact, getResellerAccount, listProviders, listResellers } from '@/lib/domain/partnerships/queries'
import { founded, member, organization, person } from '../support/organizations'
import { row } from '../support/owner'
import { activeRelationships, isQueued, mailsOf, readers, watched } from '../support/record'
import { answers, refusal } from '../support/refusal'
import { partnership, relationship } from '../support/relations'

async function partners() {
  const { organization: provider, admin: ofProvider } = await founded('provider')
  const { organization: reseller, admin: ofReseller } = await founded('reseller')
  const partnershipId = await partnership(provider, reseller)
  return { provider, reseller, ofProvider, ofReseller, partnershipId }
}

describe('removing a partnership', () => {
  test('ends it and the admin access, keeps the customers of both, and tells both', async () => {
    const { provider, reseller, ofProvider, ofReseller, partnershipId } = await partners()
    const customer = await organization('customer')
    await relationship(provider, customer)
    await relationship(reseller, customer)
    const { request, events } = watched()
    await removePartnership(ofProvider, { partnershipId, notify: true }, request)

    expect(
      await row('select status, "endedByName", "endedAt" is not null as ended from "Partnership" where id = $1', [
        partnershipId,
      ]),
    ).toEqual({ status: 'ended', endedByName: ofProvider.fullName, ended: true })
    expect(
      await row('select "revokedByName" from "PartnershipAdminAccess" where "partnershipId" = $1', [partnershipId]),
    ).toEqual({ revokedByName: ofProvider.fullName })
    expect(await activeRelationships(provider, customer)).toBe(1)
    expect(await activeRelationships(reseller, customer)).toBe(1)
    expect(await events()).toMatchObject([
      {
        type: 'partnership.removed',
        actorOrganizationId: provider.id,
        subjectOrganizationId: reseller.id,
        details: { partnershipId, notified: true },
        readers: readers(provider, reseller),
      },
    ])
    const [mail, ...more] = await mailsOf(reseller)
    expect(mail).toMatchObject({
      letter: 'partnershipRemoved',
      toAddress: reseller.contactEmail,
      parameters: { providerName: provider.name },
    })
    expect(mail && (await isQueued(mail))).toBe(true)
    expect(more).toEqual([])
    expect((await listResellers(ofProvider, {})).rows).toEqual([])
    expect((await listProviders(ofReseller, {})).rows).toEqual([])
  })

  test('mails only where somebody asked for it', async () => {
    const { reseller, ofProvider, partnershipId } = await partners()
    const { request, events } = watched()
    await removePartnership(ofProvider, { partnershipId }, request)
    expect(await mailsOf(reseller)).toEqual([])
    expect(await events()).toMatchObject([{ details: { notified: false } }])
  })

  test('happens once, however many press at the same time', async () => {
    const { provider, ofProvider, partnershipId } = await partners()
    const agent = await member(provider, 'adminAgent')
    const works = Array.from({ length: 20 }, (_, number) =>
      removePartnership(number % 2 ? ofProvider : agent, { partnershipId }),
    )
    expect(await answers(works)).toEqual({ ok: 1, not_found: 19 })
  })

  test('is not found where it has ended, is between others, or is an id of something else', async () => {
    const { provider, reseller, ofProvider } = await partners()
    const ended = await partnership(provider, await organization('reseller'), { ended: true })
    const foreign = await partnership(await organization('provider'), reseller)
    for (const partnershipId of [ended, foreign, provider.id]) {
      expect(await refusal(removePartnership(ofProvider, { partnershipId }))).toBe('not_found')
      expect(await refusal(getRemovalImpact(ofProvider, { partnershipId }))).toBe('not_found')
    }
  })

  test('announces what it touches: customers that both serve, and the admin access', async () => {
    const { provider, reseller, ofProvider, partnershipId } = await partners()
    for (const number of [1, 2, 3]) {
      const customer = await organization('customer')
      await relationship(reseller, customer)
      if (number < 3) await relationship(provider, customer, { ended: number === 2 })
    }
    expect(await getRemovalImpact(ofProvider, { partnershipId })).toMatchObject({
      resellerName: reseller.name,
      sharedCustomers: 1,
      adminAccessEnds: true,
    })
    const without = await partnership(provider, await organization('reseller'), { adminAccess: 'revoked' })
    expect(await getRemovalImpact(ofProvider, { partnershipId: without })).toMatchObject({
      sharedCustomers: 0,
      adminAccessEnds: false,
    })
  })
})

describe('the admin access of a partnership', () => {
  test("opens the reseller's account: contact, people and roles, and no secret", async () => {
    const { reseller, ofProvider } = await partners()
    const colleague = await person(reseller, ['salesAgent'])
    const account = await getResellerAccount(ofProvider, { resellerId: reseller.id })
    expect(account.organization).toMatchObject({
      id: reseller.id,
      name: reseller.name,
      contactEmail: reseller.contactEmail,
    })
    expect(account.people).toHaveLength(2)
    expect(account.people).toContainEqual({
      id: colleague.id,
      fullName: colleague.fullName,
      email: colleague.email,
      roles: ['salesAgent'],
      disabledAt: null,
    })
    expect(JSON.stringify(account)).not.toContain('argon2')
  })

  test('revoked by the reseller closes the account and leaves the partnership', async () => {
    const { provider, reseller, ofProvider, ofReseller, partnershipId } = await partners()
    const { request, events } = watched()
    await revokeAdminAccess(ofReseller, { partnershipId }, request)
    expect(await refusal(getResellerAccount(ofProvider, { resellerId: reseller.id }))).toBe('admin_access_revoked')
    expect((await listResellers(ofProvider, {})).rows).toMatchObject([
      { id: partnershipId, adminAccess: { revokedByName: ofReseller.fullName } },
    ])
    expect(await events()).toMatchObject([
      {
        type: 'adminAccess.revoked',
        actorOrganizationId: reseller.id,
        subjectOrganizationId: provider.id,
        details: { partnershipId },
        readers: readers(provider, reseller),
      },
    ])
    expect(await mailsOf(provider)).toMatchObject([{ letter: 'adminAccessRevoked', toAddress: provider.contactEmail }])
    expect(await refusal(revokeAdminAccess(ofReseller, { partnershipId }))).toBe('not_found')
  })

  test('that was never granted opens nothing', async () => {
    const [{ organization: provider, admin }, reseller] = [await founded('provider'), await organization('reseller')]
    await partnership(provider, reseller, { adminAccess: 'none' })
    expect(await refusal(getResellerAccount(admin, { resellerId: reseller.id }))).toBe('admin_access_revoked')
  })

  test('ends with the partnership', async () => {
    const { reseller, ofProvider, partnershipId } = await partners()
    await removePartnership(ofProvider, { partnershipId })
    expect(await refusal(getResellerAccount(ofProvider, { resellerId: reseller.id }))).toBe('not_found')
  })

  test('is for the provider of that reseller alone', async () => {
    const { provider, reseller } = await partners()
    const { organization: other, admin } = await founded('provider')
    await partnership(other, reseller, { ended: true })
    for (const resellerId of [reseller.id, provider.id, other.id])
      expect(await refusal(getResellerAccount(admin, { resellerId }))).toBe('not_found')
  })

  test('is not for agents without administration', async () => {
    const { provider, reseller } = await partners()
    for (const role of ['helpdeskAgent', 'salesAgent', 'userManagementAdmin', 'billingAdmin'] as const) {
      expect(await refusal(getResellerAccount(await member(provider, role), { resellerId: reseller.id }))).toBe(
        'role_missing',
      )
    }
    await getResellerAccount(await member(provider, 'adminAgent'), { resellerId: reseller.id })
  })

  test("does not let the provider into the reseller's customers", async () => {
    const { reseller, ofProvider } = await partners()
    const customer = await organization('customer')
    await relationship(reseller, customer)
    expect((await listCustomers(ofProvider, {})).rows).toEqual([])
    expect((await listCustomers(ofProvider, { partner: reseller.id })).rows).toEqual([])
  })
})
