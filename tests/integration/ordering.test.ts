import { uuidv7 } from 'uuidv7'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { addToCart, changeCartItem, emptyCart, removeCartItem, submitCart } from '@/lib/domain/orders/commands'
import { getCart, getOrder, listOrders } from '@/lib/domain/orders/queries'
import { cancelSubscription } from '@/lib/domain/subscriptions/commands'
import { founded, member, type Organization, organization } from '../support/organizations'
import { count, insert, row, rows } from '../support/owner'
import { mailsOf, readers, watched } from '../support/record'
import { refusal, refusalOf } from '../support/refusal'
import { agreement, partnership, relationship } from '../support/relations'
import { started } from '../support/selling'
import { type Offer, offer, subscription } from '../support/subscriptions'

let provider: Organization
let admin: Actor
let reseller: Organization
let chosen: Offer

async function signs(signer: Organization): Promise<void> {
  const who = { userId: uuidv7(), firstAndLastName: 'Somebody', email: 'somebody@signer.example' }
  await insert('PartnerAgreement', { id: uuidv7(), organizationId: signer.id, region: signer.region, ...who })
}

/** A customer that may be ordered for. */
async function buyer(): Promise<Organization> {
  const made = await organization('customer')
  await relationship(provider, made)
  await relationship(reseller, made)
  await agreement(made)
  return made
}

beforeAll(async () => {
  const made = await founded('provider')
  provider = made.organization
  admin = made.admin
  reseller = await organization('reseller')
  await partnership(provider, reseller)
  await signs(reseller)
  chosen = await offer({ prices: { list: '8.10', reseller: '9.05', retail: '10.00' } })
})

const put = (customerId: string, what: Offer = chosen, quantity = 10) =>
  addToCart(admin, { customerId, items: [what.availabilityId], quantities: [quantity] })

const submission = (customerId: string, total: string, more: object = {}) => ({
  customerId,
  nonce: uuidv7(),
  total,
  ...more,
})

describe('a cart', () => {
  test('keeps what is put into it, adds up the same and forgets what is taken out', async () => {
    const { id } = await buyer()
    await put(id)
    await put(id, chosen, 5)
    const other = await offer()
    await put(id, other, 1)
    const cart = await getCart(admin, { customerId: id })
    expect(cart.items.map(({ title, quantity }) => [title, quantity])).toEqual([
      [chosen.title, 15],
      [other.title, 1],
    ])
    expect(cart.total.list).toBe('129.50')
    await removeCartItem(admin, { itemId: cart.items[1]?.id ?? '' })
    await changeCartItem(admin, { itemId: cart.items[0]?.id ?? '', quantity: 2 })
    expect((await getCart(admin, { customerId: id })).total.list).toBe('16.20')
    await emptyCart(admin, { customerId: id })
    expect((await getCart(admin, { customerId: id })).items).toEqual([])
  })

  test('takes nothing the catalogue does not know, beside what it knows neither', async () => {
    const { id } = await buyer()
    const items = [chosen.availabilityId, 'NOTHING:0001:OF-THAT']
    expect(await refusal(addToCart(admin, { customerId: id, items, quantities: [1, 1] }))).toBe('input_invalid')
    expect((await getCart(admin, { customerId: id })).items).toEqual([])
  })

  test('has expired seven days after its last change', async () => {
    const { id } = await buyer()
    await put(id)
    await rows(`update "Cart" set "expiresAt" = now() - interval '1 minute' where "customerId" = $1`, [id])
    expect((await getCart(admin, { customerId: id })).items).toEqual([])
    expect(await refusal(submitCart(admin, submission(id, '81.00')))).toBe('cart_empty')
    await put(id, chosen, 1)
    expect((await getCart(admin, { customerId: id })).total.list).toBe('8.10')
  })

  test('takes nothing outside of the quantities of an offer, nothing that is not sold and nothing without its base', async () => {
    const { id } = await buyer()
    const few = await offer({ minQuantity: 5, maxQuantity: 6 })
    expect((await refusalOf(put(id, few, 7))).parameters).toEqual({ title: few.title, min: 5, max: 6 })
    expect(await refusal(put(id, await offer({ countries: ['FR'] }), 1))).toBe('offer_unavailable')
    expect(await refusal(put(id, await offer({ withdrawnAt: new Date() }), 1))).toBe('offer_unavailable')
    const addOn = await offer({ requires: [chosen.id] })
    expect(await refusal(put(id, addOn, 1))).toBe('prerequisite_missing')
    await put(id)
    await put(id, addOn, 1)
    expect((await getCart(admin, { customerId: id })).items.map(({ isAddOn }) => isAddOn)).toEqual([false, true])
    expect(await refusal(addToCart(admin, { customerId: id, items: [few.availabilityId], quantities: [''] }))).toBe(
      'cart_empty',
    )
  })

  test('is nobody else’s', async () => {
    const { id } = await buyer()
    await put(id)
    const [item] = (await getCart(admin, { customerId: id })).items
    const { admin: stranger } = await founded('provider')
    expect(await refusal(getCart(stranger, { customerId: id }))).toBe('not_found')
    expect(await refusal(removeCartItem(stranger, { itemId: item?.id ?? '' }))).toBe('not_found')
    expect(await refusal(submitCart(stranger, submission(id, '81.00')))).toBe('not_found')
  })
})

describe('an order', () => {
  test('opens subscriptions with their seats, ledger, history, record and letter', async () => {
    const bought = await buyer()
    await put(bought.id)
    const { request, events } = watched()
    const { orderId, number } = await submitCart(
      admin,
      submission(bought.id, '81.00', { resellerId: reseller.id }),
      request,
    )
    const [subscribed] = await rows<Record<string, unknown>>('select * from "Subscription" where "orderId" = $1', [
      orderId,
    ])
    expect(subscribed).toMatchObject({
      providerId: provider.id,
      customerId: bought.id,
      resellerId: reseller.id,
      // Choosing a reseller of record does not choose a support contact.
      supportContactId: provider.id,
      status: 'active',
      quantity: 10,
      assigned: 0,
      autoRenew: true,
    })
    expect(await count('SubscriptionBatch', '"subscriptionId" = $1 and quantity = 10', [subscribed?.id])).toBe(1)
    expect(
      await row(
        `select "listAmount"::text, "retailAmount"::text, "resellerId", kind from "Charge" where "subscriptionId" = $1`,
        [subscribed?.id],
      ),
    ).toEqual({ listAmount: '81.00', retailAmount: '100.00', resellerId: reseller.id, kind: 'order' })
    const [event] = await events()
    expect(event).toMatchObject({ type: 'order.submitted', details: { number, retailTotal: '100.00' } })
    expect(event?.readers).toEqual(readers(provider, bought))
    expect(await mailsOf(bought)).toMatchObject([{ letter: 'orderPlaced', toAddress: bought.contactEmail }])
    expect(await count('TenantOwner', '"customerId" = $1', [bought.id])).toBe(0)
    expect(await count('DelegatedAdministration', '"customerId" = $1', [bought.id])).toBe(0)
  })

  test('shows each kind of organization its own prices', async () => {
    const bought = await buyer()
    await put(bought.id)
    const { orderId } = await submitCart(admin, submission(bought.id, '81.00', { resellerId: reseller.id }))
    const ofReseller = await member(reseller, 'globalAdmin')
    const ofCustomer = await member(bought, 'globalAdmin')
    expect((await getOrder(admin, { orderId })).total).toEqual({ list: '81.00', reseller: '90.50', retail: '100.00' })
    expect((await getOrder(ofReseller, { orderId })).total).toEqual({ reseller: '90.50', retail: '100.00' })
    const seen = await getOrder(ofCustomer, { orderId })
    expect(seen.total).toEqual({ retail: '100.00' })
    expect(seen.lines[0]?.unit).toEqual({ retail: '10.00' })
    expect((await listOrders(ofReseller, {})).rows.map(({ id }) => id)).toContain(orderId)
    expect((await listOrders(ofCustomer, {})).rows.map(({ id }) => id)).toEqual([orderId])
    const { admin: stranger } = await founded('provider')
    expect(await refusal(getOrder(stranger, { orderId }))).toBe('not_found')
  })

  test('tells a reseller the sum of its own lines, not what stands beside them', async () => {
    const bought = await buyer()
    const { organization: other, admin: ofOther } = await founded('reseller')
    const parties = { provider, customer: bought, quantity: 1, addedAt: new Date(), ...started(new Date()) }
    const ofPrices = (list: string, reseller: string, retail: string) => offer({ prices: { list, reseller, retail } })
    const base = await subscription({ ...parties, reseller, offer: await ofPrices('8.10', '9.05', '10.00') })
    const addOn = { parentId: base.id, offer: await ofPrices('1.00', '2.00', '3.00') }
    await subscription({ ...parties, ...addOn, reseller: other })
    const { orderId } = await cancelSubscription(admin, { subscriptionId: base.id })
    const listed = async (actor: Actor) => (await listOrders(actor, {})).rows.find(({ id }) => id === orderId)?.total
    for (const [actor, total] of [
      [await member(reseller, 'globalAdmin'), { reseller: '-9.05', retail: '-10.00' }],
      [ofOther, { reseller: '-2.00', retail: '-3.00' }],
      [await member(bought, 'globalAdmin'), { retail: '-13.00' }],
    ] as const) {
      expect((await getOrder(actor, { orderId })).total).toEqual(total)
      expect(await listed(actor)).toEqual(total)
    }
  })

  test('is refused while something is missing, and says what', async () => {
    const unsigned = await organization('customer')
    await relationship(provider, unsigned)
    await put(unsigned.id)
    expect(await refusal(submitCart(admin, submission(unsigned.id, '81.00')))).toBe('customer_agreement_missing')
    await agreement(unsigned)
    // The reseller does not serve this customer.
    expect(await refusal(submitCart(admin, submission(unsigned.id, '81.00', { resellerId: reseller.id })))).toBe(
      'reseller_not_serving',
    )
    const newcomer = await organization('reseller')
    await partnership(provider, newcomer)
    await relationship(newcomer, unsigned)
    const withNewcomer = submission(unsigned.id, '81.00', { resellerId: newcomer.id })
    expect(await refusal(submitCart(admin, withNewcomer))).toBe('reseller_agreement_missing')
    await signs(newcomer)
    expect(await refusal(submitCart(admin, { ...withNewcomer, total: '80.00' }))).toBe('cart_changed')
    expect(await count('Order', '"customerId" = $1', [unsigned.id])).toBe(0)
    expect(await submitCart(admin, withNewcomer)).toMatchObject({ customerId: unsigned.id })
  })

  test('is refused at the price of yesterday', async () => {
    const { id } = await buyer()
    const priced = await offer()
    await put(id, priced, 1)
    await rows(`update "CatalogAvailability" set "listPrice" = 9 where id = $1`, [priced.availabilityId])
    expect(await refusal(submitCart(admin, submission(id, '8.00')))).toBe('cart_changed')
    expect(await submitCart(admin, submission(id, '9.00'))).toHaveProperty('orderId')
  })

  test('keeps the limits of an offer, also within one cart', async () => {
    const { id } = await buyer()
    const once = await offer({ limitUnit: 'Concurrent', limit: 1 })
    await put(id, once, 1)
    await submitCart(admin, submission(id, '8.00'))
    expect(await refusal(put(id, once, 1))).toBe('offer_limit_reached')
  })

  test('submitted twenty times at once under one nonce is one order, and everybody is told that one', async () => {
    const { id } = await buyer()
    await put(id)
    const same = submission(id, '81.00')
    const answers = await Promise.all(Array.from({ length: 20 }, () => submitCart(admin, same)))
    expect(new Set(answers.map(({ orderId }) => orderId)).size).toBe(1)
    expect(await count('Order', '"customerId" = $1', [id])).toBe(1)
    expect(await count('Subscription', '"customerId" = $1', [id])).toBe(1)
    expect((await submitCart(admin, same)).orderId).toBe(answers[0]?.orderId)
  })

  test('submitted again later leaves alone what was put into the cart since', async () => {
    const { id } = await buyer()
    await put(id)
    const same = submission(id, '81.00')
    const { orderId } = await submitCart(admin, same)
    await put(id, chosen, 3)
    expect((await submitCart(admin, same)).orderId).toBe(orderId)
    expect((await getCart(admin, { customerId: id })).total.list).toBe('24.30')
  })

  test('does not happen beside the end of the relationship', async () => {
    const { id } = await buyer()
    await put(id)
    await rows(`update "CustomerRelationship" set status = 'ended', "endedAt" = now() where "customerId" = $1`, [id])
    expect(await refusal(submitCart(admin, submission(id, '81.00')))).toBe('not_found')
  })
})
