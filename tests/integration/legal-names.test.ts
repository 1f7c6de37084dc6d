import { describe, expect, test } from 'vitest'
import { inTransaction } from '@/lib/core/db'
import { listCustomers, listPartnerRelationships } from '@/lib/domain/customers/queries'
import { changeLegalProfile } from '@/lib/domain/organization-profile/commands'
import { getPartnerProfile } from '@/lib/domain/organization-profile/queries'
import { holdNames } from '@/lib/domain/organizations/name-steps'
import { acceptPartnership } from '@/lib/domain/partnerships/commands'
import { listProviders, listResellers } from '@/lib/domain/partnerships/queries'
import { invitationFrom } from '../support/invitations'
import { founded, member, newMark } from '../support/organizations'
import { row, rows } from '../support/owner'
import { legalForm, profiled } from '../support/profiles'
import { atOnce } from '../support/races'
import { refusal } from '../support/refusal'
import { partnership, relationship } from '../support/relations'
import { writtenRequest } from '../support/requests'

describe('another legal name', () => {
  test('stands in every list that carries it, sorted and found by it; history keeps the old one', async () => {
    const { organization: provider, admin: ofProvider } = await founded('provider')
    const { organization: reseller, admin } = await founded('reseller')
    const { organization: customer, admin: ofCustomer } = await founded('customer')
    await partnership(provider, reseller)
    await relationship(provider, customer)
    await relationship(reseller, customer)
    const requestId = await writtenRequest({ from: reseller, to: provider, customer })
    const name = `Ärmel & Zöpfe ${newMark()}`
    await changeLegalProfile(admin, await legalForm(admin, { name }))

    const [listed] = (await listResellers(ofProvider, {})).rows
    expect(listed).toMatchObject({ resellerName: name, resellerSortName: expect.stringContaining('armel & zopfe') })
    const found = await listResellers(ofProvider, { search: 'zopfe' })
    expect(found.rows.map(({ resellerId }) => resellerId)).toEqual([reseller.id])
    expect((await listResellers(ofProvider, { search: reseller.mark })).rows).toHaveLength(1)
    const shared = (await listCustomers(ofProvider, {})).rows[0]?.partners
    expect(shared).toMatchObject([{ partnerId: reseller.id, partnerName: name }])
    const names = (await listPartnerRelationships(ofCustomer, {})).map(({ partnerName }) => partnerName)
    expect(names.sort()).toEqual([provider.name, name].sort())
    expect(await row('select "fromName", "toName" from "PurchaseRequest" where id = $1', [requestId])).toEqual({
      fromName: name,
      toName: provider.name,
    })
    const events = await rows<{ actorOrganizationName: string }>(
      `select "actorOrganizationName" from "AuditEvent" where "actorOrganizationId" = $1`,
      [reseller.id],
    )
    expect(events).toEqual([{ actorOrganizationName: reseller.name }])
  })

  test('is told to the people of its providers', async () => {
    const { organization: provider, admin: ofProvider } = await founded('provider')
    const { organization: stranger } = await founded('provider')
    const { organization: reseller, admin } = await founded('reseller')
    await partnership(provider, reseller)
    await partnership(stranger, reseller, { ended: true })
    await changeLegalProfile(admin, await legalForm(admin, { name: `Other ${reseller.mark}` }))
    const told = await rows(`select "userId", kind, parameters, path from "Notification" where kind = 'partnerRenamed'
      and parameters->>'before' = '${reseller.name}'`)
    expect(told).toEqual([
      {
        userId: ofProvider.userId,
        kind: 'partnerRenamed',
        parameters: { before: reseller.name, after: `Other ${reseller.mark}` },
        path: `/indirect-resellers/${reseller.id}`,
      },
    ])
  })

  test('changed while a partnership comes about stands in the partnership, whoever was first', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { admin: ofProvider } = await founded('provider')
      const { organization: reseller, admin } = await founded('reseller')
      const { token } = await invitationFrom(ofProvider, 'partnership')
      const form = await legalForm(admin, { name: `Renamed ${reseller.mark}` })
      const both = await atOnce(
        () => acceptPartnership(admin, { token, agreed: true }),
        () => changeLegalProfile(admin, form),
      )
      expect(both).toEqual(['ok', 'ok'])
      const [made] = await rows<{ resellerName: string }>(
        'select "resellerName" from "Partnership" where "resellerId" = $1',
        [reseller.id],
      )
      expect(made?.resellerName).toBe(`Renamed ${reseller.mark}`)
    }
  })
})

describe('the profile of a partner', () => {
  test('shows its support to everybody who lists partners, itself to whoever may view profiles', async () => {
    const { organization: provider, admin: ofProvider } = await founded('provider')
    const { organization: reseller } = await founded('reseller')
    await profiled(reseller)
    await partnership(provider, reseller)
    const support = {
      email: `help@${reseller.domain}`,
      phone: '+49 40 555 0100',
      website: `https://${reseller.domain}/help`,
    }
    const legal = { addressLine1: 'Elbchaussee 1', city: 'Hamburg', postalCode: '22765' }
    const input = { partnerId: reseller.id }
    expect(await getPartnerProfile(ofProvider, input)).toMatchObject({
      ...{ name: reseller.name, mpnId: reseller.mpnId, support, legal },
      contact: { contactEmail: reseller.contactEmail },
      administeredSince: expect.any(Date),
    })
    const ofHelpdesk = await getPartnerProfile(await member(provider, 'helpdeskAgent'), input)
    expect(ofHelpdesk).toMatchObject({ support, contact: null, legal: null })
    // The other way round: a reseller sees its provider's support, and where it is registered to nobody.
    await profiled(provider)
    const seen = await getPartnerProfile(await member(reseller, 'salesAgent'), { partnerId: provider.id })
    expect(seen).toMatchObject({ name: provider.name, legal: null, administeredSince: null })
    expect(seen.support?.email).toBe(`help@${provider.domain}`)
    const [listed] = (await listProviders(await member(reseller, 'helpdeskAgent'), {})).rows
    expect(listed?.provider.supportProfile?.email).toBe(`help@${provider.domain}`)
  })

  test('says where it is registered only while the admin access stands', async () => {
    const { organization: provider, admin: ofProvider } = await founded('provider')
    const { organization: reseller } = await founded('reseller')
    await profiled(reseller)
    await partnership(provider, reseller, { adminAccess: 'revoked' })
    const profile = await getPartnerProfile(ofProvider, { partnerId: reseller.id })
    expect(profile).toMatchObject({ legal: null, administeredSince: null })
    expect(profile.support).not.toBeNull()
  })

  test('of somebody who is no partner, or no longer one, is not there', async () => {
    const { organization: provider, admin: ofProvider } = await founded('provider')
    const [former, stranger] = [(await founded('reseller')).organization, (await founded('reseller')).organization]
    await partnership(provider, former, { ended: true })
    for (const partnerId of [former.id, stranger.id, provider.id])
      expect(await refusal(getPartnerProfile(ofProvider, { partnerId }))).toBe('not_found')
  })
})

describe('row-level security', () => {
  test('lets an organization write its own name into lists, and hold the names of those it knows', async () => {
    const { organization: provider } = await founded('provider')
    const { organization: reseller } = await founded('reseller')
    const { organization: stranger } = await founded('reseller')
    const partnershipId = await partnership(provider, reseller)
    const names = () => row('select "providerName", "resellerName" from "Partnership" where id = $1', [partnershipId])
    await inTransaction({ organizationId: stranger.id }, async (db) => {
      await db.$executeRaw`select carry_own_name('Somebody else', 'somebody else', 'somebody else', 'somebody else')`
      expect([...(await holdNames(db, [provider.id, reseller.id, stranger.id])).keys()]).toEqual([stranger.id])
    })
    expect(await names()).toEqual({ providerName: provider.name, resellerName: reseller.name })
    await inTransaction({ organizationId: reseller.id }, async (db) => {
      await db.$executeRaw`select carry_own_name('New name', 'new name', 'new name', 'new name')`
      expect((await holdNames(db, [provider.id])).get(provider.id)).toBe(provider.name)
    })
    expect(await names()).toEqual({ providerName: provider.name, resellerName: 'New name' })
  })

  test('shows where a reseller is registered to a provider only while its admin access stands', async () => {
    const { organization: provider } = await founded('provider')
    const { organization: former } = await founded('provider')
    const { organization: reseller } = await founded('reseller')
    await profiled(reseller)
    await partnership(provider, reseller)
    await partnership(former, reseller, { ended: true })
    const seenBy = (organizationId: string) =>
      inTransaction({ organizationId, readOnly: true }, (db) =>
        db.legalProfile.count({ where: { organizationId: reseller.id } }),
      )
    expect([await seenBy(reseller.id), await seenBy(provider.id), await seenBy(former.id)]).toEqual([1, 1, 0])
  })
})
