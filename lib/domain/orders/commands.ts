import type { Actor } from '@/lib/access/permissions'
import { after, clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { findCustomer, type VisibleCustomer } from '../customers/steps'
import { totalOfPurchase } from './first-periods'
import { assertMayBeOfRecord, assertMayBuy } from './guard-steps'
import { announceOrder, openSubscriptions } from './opening-steps'
import { assertPurchasable, readPurchase } from './purchase-steps'
import { cartLife } from './rules'
import { addToCartInput, cartInput, cartItemInput, changeCartItemInput, chosenOf, submitCartInput } from './schema'
import { visibleCarts } from './scopes'
import { waitForSubmission, workOf } from './steps'

const cartIsDraft = 'A cart is a draft; the order it becomes is recorded.'

/**
 * Puts offers into the cart of a customer; one that is there already grows.
 * @throws DomainError `not_found`, `cart_empty` when nothing was chosen, any guard of an order
 */
export const addToCart = command({
  access: 'order.create',
  input: addToCartInput,
  unaudited: cartIsDraft,
  async run({ actor, input, db }) {
    const customer = await findCustomer(db, actor, input.customerId)
    const chosen = chosenOf(input)
    if (chosen.length === 0) throw new DomainError('cart_empty')
    const cart = await openCart(db, actor, customer)
    const parentSubscriptionId = input.parentSubscriptionId ?? null
    for (const { availabilityId, quantity } of chosen) {
      const { count } = await db.cartItem.updateMany({
        where: { cartId: cart.id, availabilityId, parentSubscriptionId },
        data: { quantity: { increment: quantity } },
      })
      if (count > 0) continue
      const item = { cartId: cart.id, providerId: actor.organizationId, availabilityId, quantity, parentSubscriptionId }
      await db.cartItem.create({ data: { ...item, addedAt: clock.now() }, select: { id: true } })
    }
    const checked = assertPurchasable(await readPurchase(db, actor, customer.id, await cartItems(db, cart.id)))
    const isKnown = (id: string) => checked.some(({ availabilityId }) => availabilityId === id)
    if (!chosen.every(({ availabilityId }) => isKnown(availabilityId)))
      throw new DomainError('input_invalid', { fields: { items: ['invalid'] } })
    return { customerId: customer.id }
  },
})

/** The active cart of the customer, which lives on from here; a new one where there is none or the old one has expired. */
async function openCart(db: Database, actor: Actor, customer: VisibleCustomer): Promise<{ id: string }> {
  const pair = { providerId: actor.organizationId, customerId: customer.id }
  await db.cart.updateMany({
    where: { ...pair, status: 'active', expiresAt: { lte: clock.now() } },
    data: { status: 'abandoned' },
  })
  // Two at once: the index lets one in, the other finds its cart.
  await db.$executeRaw`
    insert into "Cart" ("id", "providerId", "customerId", "createdByName", "createdAt", "expiresAt")
    values (gen_random_uuid(), ${pair.providerId}::uuid, ${pair.customerId}::uuid, ${actor.fullName}, ${clock.now()}, ${after(cartLife)})
    on conflict ("providerId", "customerId") where "status" = 'active' do nothing`
  await db.cart.updateMany({ where: { ...pair, status: 'active' }, data: { expiresAt: after(cartLife) } })
  const cart = await db.cart.findFirst({ where: { ...pair, status: 'active' }, select: { id: true } })
  if (!cart) throw new DomainError('cart_changed')
  return cart
}

function cartItems(db: Database, cartId: string) {
  return db.cartItem.findMany({
    where: { cartId },
    orderBy: { id: 'asc' },
    select: { id: true, availabilityId: true, quantity: true, parentSubscriptionId: true },
  })
}

/** @throws DomainError `not_found`, `quantity_out_of_range` */
export const changeCartItem = command({
  access: 'order.create',
  input: changeCartItemInput,
  unaudited: cartIsDraft,
  async run({ actor, input, db }) {
    const { cart } = await findItem(db, actor, input.itemId)
    await db.cartItem.update({ where: { id: input.itemId }, data: { quantity: input.quantity }, select: { id: true } })
    const customer = await findCustomer(db, actor, cart.customerId)
    assertPurchasable(await readPurchase(db, actor, customer.id, await cartItems(db, cart.id)))
    await db.cart.updateMany({ where: { id: cart.id }, data: { expiresAt: after(cartLife) } })
  },
})

/** @throws DomainError `not_found` */
export const removeCartItem = command({
  access: 'order.create',
  input: cartItemInput,
  unaudited: cartIsDraft,
  async run({ actor, input, db }) {
    const { id } = await findItem(db, actor, input.itemId)
    await db.cartItem.deleteMany({ where: { id } })
  },
})

/** S1: Cancel drops everything that was about to be ordered. */
export const emptyCart = command({
  access: 'order.create',
  input: cartInput,
  unaudited: cartIsDraft,
  async run({ actor, input, db }) {
    const { id: customerId } = await findCustomer(db, actor, input.customerId)
    await db.cart.updateMany({
      where: { AND: [visibleCarts(actor), { customerId, status: 'active' }] },
      data: { status: 'abandoned' },
    })
    return { customerId }
  },
})

async function findItem(db: Database, actor: Actor, itemId: string) {
  const item = await db.cartItem.findFirst({
    where: { id: itemId, cart: { AND: [visibleCarts(actor), { status: 'active', expiresAt: { gt: clock.now() } }] } },
    select: { id: true, cart: { select: { id: true, customerId: true } } },
  })
  if (!item) throw new DomainError('not_found')
  return item
}

/**
 * P6: orders what is in the cart, at the prices of this moment. The cart is taken by one conditional update, so that two
 * submissions order once; the later one is given the order of the first.
 * @throws DomainError `cart_empty`, `cart_changed` when it costs something else than was shown, `already_submitted`,
 * `customer_agreement_missing`, `reseller_not_eligible`, `reseller_not_serving`,
 * `reseller_agreement_missing` and every refusal of an offer
 */
export const submitCart = command({
  access: 'order.create',
  input: submitCartInput,
  async run({ actor, input, db, audit, repeats }) {
    const customer = await findCustomer(db, actor, input.customerId)
    await waitForSubmission(db, actor, input.nonce)
    const done = await orderOfNonce(db, actor, input.nonce)
    if (done) {
      repeats()
      return { customerId: customer.id, ...done }
    }
    // Not before: a repeated submission must not take what has been put into the cart since.
    const cart = await claimCart(db, actor, customer.id)
    if (!cart) throw new DomainError('cart_empty')
    await assertMayBuy(db, customer)
    const resellerId = input.resellerId ?? null
    if (resellerId) await assertMayBeOfRecord(db, actor, customer, resellerId)
    const purchase = assertPurchasable(await readPurchase(db, actor, customer.id, await cartItems(db, cart.id)))
    const total = totalOfPurchase(purchase, clock.now())
    if (total.list !== input.total) throw new DomainError('cart_changed')
    const work = workOf({ actor, db, audit })
    const bought = purchase.map((item) => ({ ...item, resellerId }))
    const order = await openSubscriptions(work, { customer, nonce: input.nonce, bought })
    await announceOrder(db, actor, customer, order.number)
    return { customerId: customer.id, orderId: order.orderId, number: order.number }
  },
})

async function orderOfNonce(db: Database, actor: Actor, nonce: string) {
  const order = await db.order.findFirst({
    where: { providerId: actor.organizationId, nonce },
    select: { id: true, number: true },
  })
  return order && { orderId: order.id, number: order.number }
}

/** Null where there is none, or somebody else took it while we waited for its row. */
async function claimCart(db: Database, actor: Actor, customerId: string): Promise<{ id: string } | null> {
  const mine = { AND: [visibleCarts(actor), { customerId, status: 'active' as const, expiresAt: { gt: clock.now() } }] }
  const cart = await db.cart.findFirst({ where: mine, select: { id: true } })
  if (!cart) return null
  const { count } = await db.cart.updateMany({ where: { id: cart.id, status: 'active' }, data: { status: 'ordered' } })
  return count === 1 ? cart : null
}
