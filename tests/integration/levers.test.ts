import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { endRelationship } from '@/lib/domain/customers/commands'
import { listLicenses } from '@/lib/domain/licenses/queries'
import { grantTenantOwner, revokeTenantOwner, setSupportContact } from '@/lib/domain/subscription-partners/commands'
import { getLevers } from '@/lib/domain/subscription-partners/queries'
import { releasePartner } from '@/lib/domain/subscription-partners/release-steps'
import {
  cancelSubscription,
  reactivateSubscription,
  renameSubscription,
  suspendSubscription,
} from '@/lib/domain/subscriptions/commands'
import { getSubscription, listCustomerSubscriptions } from '@/lib/domain/subscriptions/queries'
import type { Family } from '@/lib/domain/subscriptions/schema'
import { anotherReseller, type Trade, trade } from '../support/levers'
import { founded, member, organization } from '../support/organizations'
import { count, insert, row, rows } from '../support/owner'
import { readers, watched } from '../support/record'
import { answers, refusal } from '../support/refusal'
import { partnership, relationship } from '../support/relations'
import { subscription } from '../support/subscriptions'

const pairOf = ({ customer, reseller }: Trade) => ({ customerId: customer.id, partnerId: reseller.id })
const standing = ({ customer, reseller }: Trade) =>
  count('TenantOwner', '"customerId" = $1 and "partnerId" = $2 and "revokedAt" is null', [customer.id, reseller.id])
const partnerIn = async (made: Trade, by = made.ofCustomer) =>
  (await getLevers(by, { customerId: made.customer.id })).partners.find(({ id }) => id === made.reseller.id)

describe('tenant ownership', () => {
  test('is granted by the customer and withdrawn by its provider, told to the other side, and moves nothing else', async () => {
    const made = await trade()
    const { ofCustomer, ofProvider, customer, reseller, provider } = made
    const { request, events } = watched()
    await grantTenantOwner(ofCustomer, pairOf(made), request)
    expect(await events()).toMatchObject([
      { type: 'tenantOwner.granted', details: { partner: reseller.name }, readers: readers(customer, reseller) },
    ])
    expect(await partnerIn(made)).toMatchObject({
      owner: { grantedByName: ofCustomer.fullName },
      credited: 0,
      supported: 0,
    })
    expect((await partnerIn(made, ofProvider))?.owner).toMatchObject({ grantedByName: ofCustomer.fullName })
    const second = watched()
    await revokeTenantOwner(ofProvider, pairOf(made), second.request)
    expect(await second.events()).toMatchObject([{ type: 'tenantOwner.revoked', readers: readers(provider, customer) }])
    expect((await partnerIn(made))?.owner).toBeNull()
    expect(await refusal(revokeTenantOwner(ofProvider, pairOf(made)))).toBe('not_found')
  })

  test('lets its holder manage the Azure family with what was added to it, and nothing else, while it stands', async () => {
    const made = await trade({ delegated: false })
    const { provider, customer, ofReseller } = made
    const sold = (family: Family, more: object = {}) => subscription({ provider, customer, offer: { family }, ...more })
    const azure = await sold('azure')
    const added = await sold('security', { parentId: azure.id })
    const office = await sold('businessApplications')
    const [suspended, opened, listed] = [
      ({ id }: { id: string }) => refusal(suspendSubscription(ofReseller, { subscriptionId: id })),
      ({ id }: { id: string }) => refusal(getSubscription(ofReseller, { subscriptionId: id })),
      async () => (await listCustomerSubscriptions(ofReseller, { customerId: customer.id })).rows.map(({ id }) => id),
    ]
    expect(await listed()).toEqual([])
    expect([await opened(azure), await suspended(azure)]).toEqual(['not_found', 'not_found'])

    await grantTenantOwner(made.ofCustomer, pairOf(made))
    expect(await listed()).toEqual([azure.id, added.id])
    expect([await opened(office), await suspended(office)]).toEqual(['not_found', 'not_found'])
    await renameSubscription(ofReseller, { subscriptionId: added.id, name: 'Guard of the cloud' })
    await suspendSubscription(ofReseller, { subscriptionId: azure.id })
    const statusOf = ({ id }: { id: string }) => row('select status from "Subscription" where id = $1', [id])
    expect([await statusOf(azure), await statusOf(added)]).toEqual([{ status: 'suspended' }, { status: 'suspended' }])
    await reactivateSubscription(ofReseller, { subscriptionId: azure.id })
    // What is sold stays the provider's, and people stay the customer's.
    expect(await refusal(cancelSubscription(ofReseller, { subscriptionId: azure.id }))).toBe('role_missing')
    expect(await refusal(listLicenses(ofReseller, { customerId: customer.id }))).toBe('delegation_missing')
    expect((await getSubscription(ofReseller, { subscriptionId: azure.id })).history.map(({ type }) => type)).toEqual([
      'subscription.reactivated',
      'subscription.suspended',
    ])

    // How it was bought and what can be given back is for others.
    expect(await getSubscription(ofReseller, { subscriptionId: azure.id })).toMatchObject({
      orderId: null,
      windows: null,
    })
    expect(await getSubscription(made.ofCustomer, { subscriptionId: azure.id })).toMatchObject({
      orderId: azure.orderId,
    })

    await revokeTenantOwner(made.ofProvider, pairOf(made))
    expect([await listed(), await opened(azure), await suspended(azure)]).toEqual([[], 'not_found', 'not_found'])
  })

  test('granted twenty times at once stands once', async () => {
    const made = await trade()
    const { ofProvider, ofCustomer } = made
    const works = Array.from({ length: 20 }, (_, turn) =>
      grantTenantOwner(turn % 2 ? ofProvider : ofCustomer, pairOf(made)),
    )
    expect(await answers(works)).toEqual({ ok: 20 })
    expect(await standing(made)).toBe(1)
    expect(
      await count('AuditEvent', `type = 'tenantOwner.granted' and details ->> 'customerId' = $1`, [made.customer.id]),
    ).toBe(1)
  })

  test('is for partners that have a relationship with the customer', async () => {
    const made = await trade()
    const [stranger, former] = [await organization('reseller'), await organization('reseller')]
    await partnership(made.provider, stranger)
    await partnership(made.provider, former)
    await relationship(former, made.customer, { ended: true })
    for (const by of [made.ofProvider, made.ofCustomer])
      for (const partner of [stranger, former, made.customer])
        expect(await refusal(grantTenantOwner(by, { customerId: made.customer.id, partnerId: partner.id }))).toBe(
          'tenant_owner_not_eligible',
        )
  })

  test('takes delegated administration where the provider decides', async () => {
    const made = await trade({ providerDelegated: false })
    for (const act of [grantTenantOwner, revokeTenantOwner])
      expect(await refusal(act(made.ofProvider, pairOf(made)))).toBe('delegation_missing')
    expect((await getLevers(made.ofProvider, { customerId: made.customer.id })).ownership).toBe('delegation')
    expect(await refusal(grantTenantOwner(await member(made.provider, 'salesAgent'), pairOf(made)))).toBe(
      'role_missing',
    )
    expect(await refusal(grantTenantOwner(made.ofReseller, pairOf(made)))).toBe('role_missing')
    const { admin: stranger } = await founded('provider')
    expect(await refusal(grantTenantOwner(stranger, pairOf(made)))).toBe('not_found')
  })

  test('ends with the relationship, at once and for good: a later one does not bring it back', async () => {
    const made = await trade({ delegated: false })
    const { provider, customer, reseller, ofReseller, ofCustomer } = made
    const { id: subscriptionId } = await subscription({ provider, customer, offer: { family: 'azure' } })
    await grantTenantOwner(ofCustomer, pairOf(made))
    await getSubscription(ofReseller, { subscriptionId })
    const { request, events } = watched()
    await endRelationship(ofCustomer, { relationshipId: made.relationshipId }, request)
    expect(await standing(made)).toBe(0)
    expect((await events()).map(({ type }) => type).sort()).toEqual([
      'customerRelationship.ended',
      'tenantOwner.revoked',
    ])
    expect(await partnerIn(made)).toBeUndefined()
    await relationship(reseller, customer)
    expect((await partnerIn(made))?.owner).toBeNull()
    expect(await refusal(getSubscription(ofReseller, { subscriptionId }))).toBe('not_found')
    await grantTenantOwner(ofCustomer, pairOf(made))
    expect((await partnerIn(made))?.owner).not.toBeNull()
  })

  test('that was granted while the relationship ended is found and ended, too', async () => {
    const made = await trade()
    await insert('TenantOwner', { id: uuidv7(), ...pairOf(made), grantedByName: 'Somebody' })
    await rows(`update "CustomerRelationship" set status = 'ended', "endedAt" = now() where id = $1`, [
      made.relationshipId,
    ])
    await releasePartner({ partnerId: made.reseller.id, locale: 'en' })
    expect(await standing(made)).toBe(0)
    const recorded = `select "actorName" as name from "AuditEvent" where type = 'tenantOwner.revoked' and details ->> 'customerId' = $1`
    expect(await row(recorded, [made.customer.id])).toEqual({ name: null })
  })

  test('of an add-on goes by what it was added to', async () => {
    const made = await trade({ delegated: false, ofRecord: true })
    const { provider, customer, reseller, ofReseller } = made
    const base = await subscription({ provider, customer, offer: { family: 'security' } })
    const addOn = { provider, customer, reseller, parentId: base.id, offer: { family: 'azure' } } as const
    const { id: subscriptionId } = await subscription(addOn)
    await grantTenantOwner(made.ofCustomer, pairOf(made))
    const { possible } = await getSubscription(ofReseller, { subscriptionId })
    expect(possible.suspend).toMatchObject({ possible: false, why: { code: 'delegation_missing' } })
    expect(await refusal(suspendSubscription(ofReseller, { subscriptionId }))).toBe('delegation_missing')
  })
})

describe('the panel of the four levers', () => {
  test('counts for each partner what it has, and what it has lost no longer', async () => {
    const made = await trade({ ofRecord: true, supports: true })
    const { provider, reseller, customer, ofProvider, ofCustomer, sold } = made
    await subscription({ provider, customer, reseller })
    await subscription({ provider, customer, reseller, status: 'deleted' })
    const other = await anotherReseller(made)
    expect(await getLevers(ofCustomer, { customerId: customer.id })).toMatchObject({
      subscriptions: 2,
      ownership: 'yes',
      partners: expect.arrayContaining([
        expect.objectContaining({ id: provider.id, kind: 'provider', credited: 0, supported: 1 }),
        expect.objectContaining({
          id: reseller.id,
          delegation: { grantedAt: expect.any(Date), grantedByName: 'Somebody' },
          credited: 2,
          supported: 1,
        }),
        expect.objectContaining({ id: other.id, credited: 0, supported: 0 }),
      ]),
    })
    await setSupportContact(ofProvider, { subscriptionId: sold.id, partnerId: other.id })
    expect(await partnerIn(made, ofProvider)).toMatchObject({ credited: 2, supported: 0 })
  })

  test('shows a partner itself and those it works with, the customer everybody', async () => {
    const made = await trade()
    const { organization: rival, admin: ofRival } = await founded('reseller')
    await relationship(rival, made.customer, { delegated: true })
    const seen = async (by: typeof ofRival) =>
      (await getLevers(by, { customerId: made.customer.id })).partners.map(({ id }) => id).sort()
    expect(await seen(ofRival)).toEqual([rival.id])
    expect(await seen(made.ofReseller)).toEqual([made.provider.id, made.reseller.id].sort())
    expect(await seen(made.ofProvider)).toEqual([made.provider.id, made.reseller.id].sort())
    expect(await seen(made.ofCustomer)).toEqual([made.provider.id, made.reseller.id, rival.id].sort())
    const { admin: stranger } = await founded('provider')
    expect(await refusal(getLevers(stranger, { customerId: made.customer.id }))).toBe('not_found')
  })
})
