import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { endRelationship } from '@/lib/domain/customers/commands'
import { getCustomer } from '@/lib/domain/customers/queries'
import { removePartnership } from '@/lib/domain/partnerships/commands'
import { setResellerOfRecord } from '@/lib/domain/subscription-partners/commands'
import { getSubscriptionPartners, listEligibleResellers } from '@/lib/domain/subscription-partners/queries'
import { getSubscription, listSubscriptions } from '@/lib/domain/subscriptions/queries'
import { anotherReseller, partnersOn, trade } from '../support/levers'
import { founded, member, organization } from '../support/organizations'
import { count, rows } from '../support/owner'
import { readers, watched } from '../support/record'
import { refusal, refusalOf } from '../support/refusal'
import { partnerAgreement, partnership, relationship } from '../support/relations'
import { subscription } from '../support/subscriptions'

const history = (id: string) =>
  rows<{ type: string; details: unknown; actorName: string }>(
    'select type, details, "actorName" from "SubscriptionChange" where "subscriptionId" = $1 order by id',
    [id],
  )

describe('the reseller of record', () => {
  test('is set and taken away, with names before and after, and no other lever moves', async () => {
    const { ofProvider, provider, reseller, customer, sold } = await trade()
    const { request, events } = watched()
    await setResellerOfRecord(ofProvider, { subscriptionId: sold.id, resellerId: reseller.id }, request)
    expect(await partnersOn(sold)).toEqual({ resellerId: reseller.id, supportContactId: provider.id })
    expect(await count('TenantOwner', '"customerId" = $1', [customer.id])).toBe(0)
    expect(await events()).toMatchObject([
      {
        type: 'resellerOfRecord.changed',
        subjectOrganizationId: customer.id,
        details: { subscriptionId: sold.id, title: sold.title, before: null, after: reseller.name },
        readers: readers(provider, customer),
      },
    ])
    await setResellerOfRecord(ofProvider, { subscriptionId: sold.id, resellerId: '' })
    expect((await partnersOn(sold)).resellerId).toBeNull()
    expect(await history(sold.id)).toMatchObject([
      { type: 'resellerOfRecord.changed', details: { before: null, after: reseller.name } },
      { details: { before: reseller.name, after: null }, actorName: ofProvider.fullName },
    ])
  })

  test('set to what it is leaves no trace', async () => {
    const { ofProvider, reseller, sold } = await trade({ ofRecord: true })
    await setResellerOfRecord(ofProvider, { subscriptionId: sold.id, resellerId: reseller.id })
    expect(await history(sold.id)).toEqual([])
  })

  test('has to be an active partner that serves the customer, never the provider', async () => {
    const { ofProvider, provider, customer, sold } = await trade()
    const set = (resellerId: string) =>
      refusal(setResellerOfRecord(ofProvider, { subscriptionId: sold.id, resellerId }))
    const [partnerOnly, servesOnly, former] = [
      await organization('reseller'),
      await organization('reseller'),
      await organization('reseller'),
    ]
    await partnership(provider, partnerOnly)
    await relationship(servesOnly, customer)
    await partnership(provider, former, { ended: true })
    await relationship(former, customer)
    for (const each of [partnerOnly, servesOnly, former]) await partnerAgreement(each)
    for (const each of [servesOnly, former, provider, customer])
      expect(await set(each.id)).toBe('reseller_not_eligible')
    // What is missing at a partner is named with it.
    const choice = { subscriptionId: sold.id, resellerId: partnerOnly.id }
    expect(await refusalOf(setResellerOfRecord(ofProvider, choice))).toMatchObject({
      code: 'reseller_not_serving',
      parameters: { reseller: partnerOnly.name, resellerId: partnerOnly.id },
    })
  })

  test('has to have signed the partner agreement', async () => {
    const { ofProvider, reseller, customer, sold } = await trade({ signed: false })
    const choice = { subscriptionId: sold.id, resellerId: reseller.id }
    expect(await refusal(setResellerOfRecord(ofProvider, choice))).toBe('reseller_agreement_missing')
    expect(await listEligibleResellers(ofProvider, { customerId: customer.id })).toMatchObject([
      { id: reseller.id, name: reseller.name, mpnId: reseller.mpnId, signed: false },
    ])
    await partnerAgreement(reseller)
    await setResellerOfRecord(ofProvider, choice)
    expect((await partnersOn(sold)).resellerId).toBe(reseller.id)
  })

  test('is nobody’s to set but the provider’s, and not on what has ended', async () => {
    const { ofProvider, provider, customer, ofReseller, ofCustomer, reseller, sold } = await trade()
    const choice = { subscriptionId: sold.id, resellerId: reseller.id }
    const { organization: other, admin: ofOther } = await founded('provider')
    await relationship(other, customer, { delegated: true })
    expect(await refusal(setResellerOfRecord(ofOther, choice))).toBe('not_found')
    expect(await refusal(setResellerOfRecord(ofReseller, choice))).toBe('role_missing')
    expect(await refusal(setResellerOfRecord(ofCustomer, choice))).toBe('role_missing')
    expect(await refusal(setResellerOfRecord(await member(provider, 'helpdeskAgent'), choice))).toBe('role_missing')
    const gone = await subscription({ provider, customer, status: 'deleted' })
    expect(await refusal(setResellerOfRecord(ofProvider, { ...choice, subscriptionId: gone.id }))).toBe(
      'transition_refused',
    )
  })

  test('set by two at once ends as a chain: each knows what was before', async () => {
    for (let round = 0; round < 8; round += 1) {
      const made = await trade()
      const other = await anotherReseller(made)
      const colleague = await member(made.provider, 'adminAgent')
      const set = (by: typeof colleague, resellerId: string) =>
        setResellerOfRecord(by, { subscriptionId: made.sold.id, resellerId })
      await Promise.all([set(made.ofProvider, made.reseller.id), set(colleague, other.id)])
      const [first, second] = (await history(made.sold.id)).map(({ details }) => details as Record<string, string>)
      expect(first?.before).toBeNull()
      expect(second?.before).toBe(first?.after)
      const winner = second?.after === other.name ? other : made.reseller
      expect((await partnersOn(made.sold)).resellerId).toBe(winner.id)
    }
  })

  test('does not stand beside the end of its partnership', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { ofProvider, reseller, partnershipId, sold } = await trade()
      const [set] = await Promise.allSettled([
        setResellerOfRecord(ofProvider, { subscriptionId: sold.id, resellerId: reseller.id }),
        removePartnership(ofProvider, { partnershipId }),
      ])
      // Whoever came first: it was set while they were partners, or refused.
      expect((await partnersOn(sold)).resellerId).toBe(set.status === 'fulfilled' ? reseller.id : null)
    }
  })
})

describe('the page of a subscription', () => {
  test('names both partners to the customer, with how to reach the support contact', async () => {
    const { ofCustomer, provider, reseller, sold } = await trade({ ofRecord: true, supports: true })
    const shown = await getSubscriptionPartners(ofCustomer, { subscriptionId: sold.id })
    expect(shown).toMatchObject({
      reseller: { name: reseller.name },
      supportContact: { name: reseller.name, kind: 'reseller', contactEmail: reseller.contactEmail },
      supportIsOwn: false,
      lapsedContact: null,
      resellerChoices: null,
      supportChoices: null,
    })
    expect(JSON.stringify(shown)).not.toContain(provider.mark)
  })

  test('keeps the other partners of a customer from a partner that does not work with them', async () => {
    const { customer, reseller, provider, sold } = await trade({ ofRecord: true, supports: true })
    const { organization: rival, admin: ofRival } = await founded('reseller')
    await relationship(rival, customer, { delegated: true })
    const shown = await getSubscriptionPartners(ofRival, { subscriptionId: sold.id })
    expect(shown).toMatchObject({ hasReseller: true, reseller: null, supportContact: null })
    expect(JSON.stringify(shown)).not.toMatch(new RegExp(`${reseller.mark}|${provider.mark}`))
  })

  test('no longer offers a reseller whose relationship has ended', async () => {
    const { ofProvider, ofCustomer, reseller, provider, relationshipId, sold } = await trade()
    const choices = () => getSubscriptionPartners(ofProvider, { subscriptionId: sold.id })
    expect(await choices()).toMatchObject({
      resellerChoices: [{ id: reseller.id }],
      supportChoices: [{ id: provider.id }, { id: reseller.id }],
    })
    await endRelationship(ofCustomer, { relationshipId })
    expect(await choices()).toMatchObject({ resellerChoices: [], supportChoices: [{ id: provider.id }] })
  })

  test('opens to whoever sees it in their list, without the customer’s record and with what stands against changing it', async () => {
    const made = await trade({ ofRecord: true })
    const { ofReseller, ofProvider, ofCustomer, customer, sold } = made
    const opens = async (actor: Actor) =>
      (await listSubscriptions(actor, {})).rows.map(({ recordOpens }) => recordOpens)
    for (const actor of [ofReseller, ofProvider, ofCustomer]) expect(await opens(actor)).toEqual([true])
    await rows(`update "CustomerRelationship" set status = 'ended', "endedAt" = now() where "customerId" = $1`, [
      customer.id,
    ])
    for (const actor of [ofReseller, ofProvider]) {
      expect(await opens(actor)).toEqual([false])
      expect(await refusal(getCustomer(actor, { customerId: customer.id }))).toBe('not_found')
    }
    const { possible } = await getSubscription(ofProvider, { subscriptionId: sold.id })
    expect([possible.changeQuantity, possible.cancel]).toMatchObject([
      { possible: false, why: { code: 'relationship_missing' } },
      { possible: false, why: { code: 'relationship_missing' } },
    ])
    const ofRecord = await getSubscription(ofReseller, { subscriptionId: sold.id })
    expect(ofRecord.possible).toMatchObject({ changeQuantity: null, suspend: { why: { code: 'delegation_missing' } } })
  })
})
