import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/permissions'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { toSearchText } from '@/lib/core/sort-name'
import { assertAvailable } from '../catalog/rules'
import { customerFacts, offerFields } from '../catalog/steps'
import { assertSeen, termOfPurchase } from '../orders/first-periods'
import { waitForOtherPurchases } from '../orders/guard-steps'
import { addPrices, type Prices, seatPrices, timesQuantity } from '../orders/rules'
import { recordChange, type Work, writeOrder } from '../orders/steps'
import { isRunning } from './life-cycle'
import { listPrices, type Priced } from './price-steps'
import { assertInRange } from './rules'
import { linesBack, nameOf } from './steps'
import { type Subject, takeInHand } from './taking-steps'
import { lookAgain } from './terms'
import { buyerOf, change, type Held, lineOf, renewSeats, type Tree, unscheduled } from './tree-steps'
import { allSeats, refundOf } from './windows'

/** A subscription that becomes another offer: upgrade, and trial to paid. It stays the same one, so licenses move with it. */

interface NewOffer extends Subject {
  availabilityId: string
  /** The total that was shown, at the provider's prices. */
  amount?: string | undefined
}

/**
 * Spec 3.6: all seats move to the better offer, what is left of the old one is credited, a new term begins.
 * @throws DomainError everything `takeInHand` throws, `upgrade_not_offered`, `offer_unavailable`, `prerequisite_missing`,
 * `quantity_out_of_range`, `stale`, `total_changed`
 */
export async function upgrade(work: Work, actor: Actor, input: NewOffer): Promise<{ orderId: string }> {
  const { subscription: held, tree, now } = await takeInHand(work, actor, 'upgrade', input)
  const offer = await chooseOffer(work.db, actor, held, held.offer.upgradesTo, input.availabilityId)
  assertAddOnsStay(tree, held, offer.id)
  assertInRange({ title: offer.title, offer }, held.quantity)
  const before = held.title
  const planned = planBecoming(held, offer.price, held.quantity, now)
  assertSeen(actor, input.amount, planned.amount.list, held.currency)
  const { perSeat } = planned
  const next = withOffer(held, offer, held.quantity, planned)
  const lines = [...linesBack(held, 'upgrade', planned.credit), lineOf(next, 'upgrade', held.quantity, perSeat)]
  const order = { customer: buyerOf(held), currency: held.currency, nonce: uuidv7(), lines }
  const { orderId } = await writeOrder(work, order)
  await begin(work, held, next, perSeat, now)
  const details = { subscriptionId: held.id, title: nameOf(held), before, after: offer.title }
  await recordChange(work, held, 'subscription.upgraded', details)
  return { orderId }
}

/**
 * Spec 3.6, Convert trial to paid subscription: the paid term begins now.
 * @throws DomainError everything `takeInHand` throws, `upgrade_not_offered`, `offer_unavailable`, `quantity_out_of_range`,
 * `seats_assigned`, `stale`, `total_changed`
 */
export async function convert(
  work: Work,
  actor: Actor,
  input: NewOffer & { quantity: number },
): Promise<{ orderId: string }> {
  const { subscription: held, now } = await takeInHand(work, actor, 'convert', input)
  const { quantity } = input
  const wanted = held.offer.convertsTo ? [held.offer.convertsTo] : []
  const offer = await chooseOffer(work.db, actor, held, wanted, input.availabilityId)
  assertInRange({ title: offer.title, offer }, quantity)
  const { assigned } = held
  if (quantity < assigned) throw new DomainError('seats_assigned', { parameters: { assigned } })
  const planned = planBecoming(held, offer.price, quantity, now)
  assertSeen(actor, input.amount, planned.amount.list, held.currency)
  const { perSeat } = planned
  const next = withOffer(held, offer, quantity, planned)
  const lines = [lineOf(next, 'convert', quantity, perSeat)]
  const order = { customer: buyerOf(held), currency: held.currency, nonce: uuidv7(), lines }
  const { orderId } = await writeOrder(work, order)
  await begin(work, held, next, perSeat, now)
  const details = { subscriptionId: held.id, title: nameOf(held), quantity }
  await recordChange(work, held, 'subscription.converted', details)
  return { orderId }
}

type Chosen = Awaited<ReturnType<typeof chooseOffer>>

async function chooseOffer(db: Database, actor: Actor, held: Held, wanted: readonly string[], availabilityId: string) {
  await waitForOtherPurchases(db, held.customerId)
  const prices = await listPrices(db, { ...held, offerIds: wanted })
  const price = prices.find(({ id }) => id === availabilityId)
  if (!price) throw new DomainError('upgrade_not_offered')
  const offer = await db.catalogOffer.findUniqueOrThrow({ where: { id: price.offerId }, select: offerFields })
  assertAvailable(offer, { ...price, withdrawnAt: null }, await customerFacts(db, actor, held.customerId))
  return { ...offer, price }
}

/** @throws DomainError `prerequisite_missing` */
function assertAddOnsStay({ base, addOns }: Tree, held: Held, offerId: string): void {
  if (held !== base) return
  const lost = addOns.find(({ status, offer }) => isRunning(status) && !offer.requires.includes(offerId))
  if (lost) throw new DomainError('prerequisite_missing', { parameters: { title: lost.title } })
}

/**
 * What another offer comes to if it begins now: its first billing period, less what is left of this one. Asked before the
 * change by the page that shows it, and by the change itself.
 */
export function planBecoming(
  held: Held,
  price: Pick<Priced, 'unit' | 'termDuration' | 'billingCycle'>,
  quantity: number,
  now: Date,
) {
  const { unit, termDuration, billingCycle } = price
  const term = { termDuration, billingCycle, isTrial: false, ...termOfPurchase({ ...price, isTrial: false }, now) }
  const perSeat = seatPrices(unit, now, term)
  // A trial cost nothing.
  const credit = held.isTrial ? [] : allSeats(held.batches, held, now)
  const amount = addPrices([timesQuantity(perSeat, quantity), timesQuantity(refundOf(credit), -1)])
  return { term, perSeat, credit, amount }
}

type Planned = ReturnType<typeof planBecoming>

/** The subscription as it will be, with a term that begins now. */
function withOffer(held: Held, offer: Chosen, quantity: number, { term }: Planned): Held {
  const facts = { offerId: offer.id, family: offer.family, title: offer.title, offer, quantity, unit: offer.price.unit }
  return { ...held, ...term, ...facts, autoRenew: held.isTrial || held.autoRenew }
}

async function begin(work: Work, held: Held, next: Held, perSeat: Prices, now: Date): Promise<void> {
  const { offerId, title, isTrial, quantity, autoRenew, termDuration, billingCycle, unit, friendlyName } = next
  const { termStartedAt, termEndsAt, anchorDay, periodStartedAt, periodEndsAt } = next
  await renewSeats(work, held, quantity, perSeat, now)
  await change(work, held, {
    ...{ offerId, title, isTrial, quantity, autoRenew, termDuration, billingCycle, unit },
    ...{ termStartedAt, termEndsAt, anchorDay, periodStartedAt, periodEndsAt },
    family: next.family,
    search: toSearchText(friendlyName, title, held.customerName),
    dueAt: lookAgain(next, now),
    ...unscheduled,
  })
}
