import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { addToCart, changeCartItem, submitCart } from '@/lib/domain/orders/commands'
import { getCart, getOrder } from '@/lib/domain/orders/queries'
import { founded, organization } from '../support/organizations'
import { rows } from '../support/owner'
import { agreement, relationship } from '../support/relations'
import { offer } from '../support/subscriptions'

// Add-ons in a cart: which subscription they join, until when, and what that costs.

/** Somebody who sells, and a customer to sell to. */
async function shop() {
  const { organization: provider, admin } = await founded('provider')
  const customer = await organization('customer')
  await relationship(provider, customer)
  await agreement(customer)
  return { admin, id: customer.id }
}

const submission = (customerId: string, total: string) => ({ customerId, nonce: uuidv7(), total })

test('an add-on is put to its base and ends with it', async () => {
  const { admin, id } = await shop()
  const base = await offer({ termDuration: 'P1M' })
  const addOn = await offer({ requires: [base.id], termDuration: 'P1Y' })
  await addToCart(admin, {
    customerId: id,
    items: [addOn.availabilityId, base.availabilityId],
    quantities: [1, 1],
  })
  const { total } = await getCart(admin, { customerId: id })
  const { orderId } = await submitCart(admin, submission(id, total.list))
  expect((await getOrder(admin, { orderId })).total).toEqual(total)
  const opened = await rows<{ offerId: string; id: string; parentId: string | null; termEndsAt: Date }>(
    'select * from "Subscription" where "orderId" = $1',
    [orderId],
  )
  const parent = opened.find(({ offerId }) => offerId === base.id)
  const child = opened.find(({ offerId }) => offerId === addOn.id)
  expect(child?.parentId).toBe(parent?.id)
  expect(child?.termEndsAt).toEqual(parent?.termEndsAt)
})

test('an order costs what the review has shown, also where an add-on ends early with its base', async () => {
  const { admin, id } = await shop()
  const base = await offer({ termDuration: 'P1M' })
  const addOn = await offer({
    requires: [base.id],
    termDuration: 'P1Y',
    billingCycle: 'Annual',
    prices: { list: '365.00', reseller: '400.00', retail: '500.00' },
  })
  const both = { customerId: id, items: [addOn.availabilityId, base.availabilityId], quantities: [2, 1] }
  await addToCart(admin, both)
  const cart = await getCart(admin, { customerId: id })
  const shown = cart.items.find(({ isAddOn }) => isAddOn)
  expect(shown).toMatchObject({
    parentName: base.title,
    unit: { list: '365.00' },
    endsAt: expect.any(Date),
    isPart: true,
  })
  // A month of the year, and not the year.
  expect(Number(shown?.amount.list)).toBeGreaterThanOrEqual(56)
  expect(Number(shown?.amount.list)).toBeLessThanOrEqual(64)
  const { orderId } = await submitCart(admin, submission(id, cart.total.list))
  const order = await getOrder(admin, { orderId })
  expect(cart.items.find(({ isAddOn }) => !isAddOn)).toMatchObject({ endsAt: null, isPart: false })
  expect(order.total).toEqual(cart.total)
})

test('the same add-on for two bases is two things in a cart, each under its own name and number', async () => {
  const { admin, id } = await shop()
  const base = await offer()
  const addOn = await offer({ requires: [base.id] })
  const bases = []
  for (const name of ['North', 'South']) {
    await addToCart(admin, { customerId: id, items: [base.availabilityId], quantities: [1] })
    const { orderId } = await submitCart(admin, submission(id, (await getCart(admin, { customerId: id })).total.list))
    const [made] = await rows<{ id: string }>(
      `update "Subscription" set "friendlyName" = $1 where "orderId" = $2 returning id`,
      [name, orderId],
    )
    bases.push(made?.id ?? '')
  }
  for (const [index, parentSubscriptionId] of bases.entries())
    await addToCart(admin, {
      customerId: id,
      items: [addOn.availabilityId],
      quantities: [index + 3],
      parentSubscriptionId,
    })
  const { items } = await getCart(admin, { customerId: id })
  expect(items.map(({ parentName, quantity }) => [parentName, quantity])).toEqual([
    ['North', 3],
    ['South', 4],
  ])
  await changeCartItem(admin, { itemId: items[1]?.id ?? '', quantity: 7 })
  const changed = (await getCart(admin, { customerId: id })).items
  expect(changed.map(({ quantity, amount }) => [quantity, amount.list])).toEqual([
    [3, '24.00'],
    [7, '56.00'],
  ])
})
