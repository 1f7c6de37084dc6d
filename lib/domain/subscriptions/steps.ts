import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/permissions'
import { DomainError } from '@/lib/core/errors'
import { assertSeen } from '../orders/first-periods'
import { type Prices, seatPrices, timesQuantity } from '../orders/rules'
import { type Line, recordChange, type Work, writeOrder } from '../orders/steps'
import { enter, takeAddOnsAlong } from './advance-steps'
import { writeToCustomer } from './letter-steps'
import { isRunning } from './life-cycle'
import { assertInRange, assertReducible } from './rules'
import { type Subject, takeInHand } from './taking-steps'
import { addSeats, buyerOf, change, type Held, lineOf, removeSeats, type Tree, unscheduled } from './tree-steps'
import { allSeats, chooseSeats, type GivenBack, reducibleSeats, refundOf } from './windows'

/** Seats and cancellation, for the commands here and for requests that are approved: whoever calls owns the transaction. */

interface ChangeOfSeats extends Subject {
  quantity: number
  /** What the person was shown: the provider's price of it, negative for what is given back. */
  amount?: string | undefined
}

interface Changed {
  orderId: string
  customerId: string
  subscriptionId: string
}

/**
 * Spec 3.8: more seats at any time, each batch with a window of its own; fewer only out of open windows. What was decided
 * about the renewal is dropped.
 * @throws DomainError everything `takeInHand` throws, `input_invalid` (the same number), `quantity_out_of_range`,
 * `seats_assigned`, `seats_not_reducible`, `total_changed`
 */
export async function changeSeats(work: Work, actor: Actor, input: ChangeOfSeats): Promise<Changed> {
  const { subscription: held, now } = await takeInHand(work, actor, 'changeQuantity', input)
  const { quantity } = input
  const before = held.quantity
  const planned = planSeats(held, quantity, now)
  assertSeen(actor, input.amount, planned.amount.list, held.currency)
  const order = { customer: buyerOf(held), currency: held.currency, nonce: uuidv7(), lines: planned.lines }
  const { orderId } = await writeOrder(work, order)
  if (planned.perSeat) await addSeats(work, held, quantity - before, planned.perSeat, now)
  await removeSeats(work, held, planned.givenBack)
  await change(work, held, { quantity, ...unscheduled })
  const details = { subscriptionId: held.id, title: nameOf(held), before, after: quantity }
  await recordChange(work, held, 'subscription.quantityChanged', details)
  return { orderId, customerId: held.customerId, subscriptionId: held.id }
}

interface PlannedSeats {
  lines: Line[]
  amount: Prices
  /** What one added seat costs; null where seats go. */
  perSeat: Prices | null
  givenBack: GivenBack[]
}

/** What another number of seats costs or brings. Asked before the change by those who preview it, and by the change itself. */
export function planSeats(held: Held, quantity: number, now: Date): PlannedSeats {
  const more = quantity - held.quantity
  if (more === 0) throw new DomainError('input_invalid', { fields: { quantity: ['quantity_same'] } })
  if (more > 0) {
    assertInRange(held, quantity)
    const perSeat = seatPrices(held.unit, now, held)
    const line = lineOf(held, 'addQuantity', more, perSeat)
    return { lines: [line], amount: timesQuantity(perSeat, more), perSeat, givenBack: [] }
  }
  const reducible = reducibleSeats(held.batches, now)
  assertReducible(held, quantity, reducible)
  const givenBack = chooseSeats(held.batches, held, -more, now)
  if (!givenBack) throw new DomainError('seats_not_reducible', { parameters: { reducible } })
  return { lines: linesBack(held, 'removeQuantity', givenBack), amount: taken(givenBack), perSeat: null, givenBack }
}

export function linesBack(
  held: Held,
  transaction: 'removeQuantity' | 'cancel' | 'upgrade',
  seats: readonly GivenBack[],
): Line[] {
  return seats.map(({ quantity, perSeat }) => lineOf(held, transaction, -quantity, perSeat))
}

function taken(seats: readonly GivenBack[]): Prices {
  return timesQuantity(refundOf(seats), -1)
}

/** What a cancellation ends and gives back: the subscription, and with a base its running add-ons. */
export function planCancellation(tree: Tree, held: Held, now: Date): { held: Held; givenBack: GivenBack[] }[] {
  const withIt = held === tree.base ? tree.addOns.filter(({ status }) => isRunning(status)) : []
  return [held, ...withIt].map((each) => ({ held: each, givenBack: allSeats(each.batches, each, now) }))
}

interface Cancellation extends Subject {
  /** The refund that was shown, at the provider's prices. */
  amount?: string | undefined
}

/**
 * Spec 3.8: within seven days a subscription ends at once, its licenses with it, and what was paid comes back.
 * @throws DomainError everything `takeInHand` throws, `transition_refused`, `cancellation_window_passed`, `total_changed`
 */
export async function cancel(work: Work, actor: Actor, input: Cancellation): Promise<{ orderId: string }> {
  const { subscription: held, tree, now } = await takeInHand(work, actor, 'cancel', input)
  const ended = planCancellation(tree, held, now)
  const refund = refundOf(ended.flatMap(({ givenBack }) => givenBack))
  const { currency } = held
  assertSeen(actor, input.amount, refund.list, currency)
  const lines = ended.flatMap((each) => linesBack(each.held, 'cancel', each.givenBack))
  const { orderId } = await writeOrder(work, { customer: buyerOf(held), currency, nonce: uuidv7(), lines })
  for (const { held: each, givenBack } of ended) {
    await enter(work, each, 'deleted', now)
    await removeSeats(work, each, givenBack)
    // Everybody who reads the record may know the customer's price, and no other.
    const details = { subscriptionId: each.id, title: nameOf(each), refund: refundOf(givenBack).retail, currency }
    await recordChange(work, each, 'subscription.cancelled', details)
  }
  if (held === tree.base) await takeAddOnsAlong(work, tree, now, (addOn) => recordEnd(work, addOn))
  const about = { customerId: held.customerId, title: nameOf(held), cancelledBy: actor.organizationName }
  await writeToCustomer(work.db, held.customerId, 'subscriptionCancelled', about)
  return { orderId }
}

/** Of an add-on that had expired before its base was cancelled. */
function recordEnd(work: Work, addOn: Held): Promise<void> {
  return recordChange(work, addOn, 'subscription.deleted', { subscriptionId: addOn.id, title: nameOf(addOn) })
}

export function nameOf({ friendlyName, title }: Pick<Held, 'friendlyName' | 'title'>): string {
  return friendlyName ?? title
}
