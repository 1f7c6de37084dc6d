import { uuidv7 } from 'uuidv7'
import { type Prices, reductionWindow, seatPrices, timesQuantity } from '../orders/rules'
import { recordChange, type Work, writeCharges, writeOrder } from '../orders/steps'
import { writeToCustomer } from './letter-steps'
import { graceTime, outlives, type Status } from './life-cycle'
import { listPrices } from './price-steps'
import { advance, lookAgain, nextTerm, type Renewal, renewsByItself, type Step } from './terms'
import { buyerOf, change, type Held, lineOf, moveOn, renewSeats, type Tree, unscheduled } from './tree-steps'

/** What falls due is done here, each thing for the moment it fell due at, in the order of these moments. */

/** So much in one transaction; a subscription nobody looked at for years takes several. */
const stepsAtOnce = 40

export function isDue(tree: Tree, now: Date): boolean {
  return nextDue(tree, now) !== null
}

/** @returns whether nothing is due any longer */
export async function advanceTree(work: Work, tree: Tree, now: Date): Promise<boolean> {
  for (let taken = 0; taken < stepsAtOnce; taken += 1) {
    const held = nextDue(tree, now)
    const step = held && advance(held, now)
    if (!held || !step) return true
    await take(work, tree, held, step)
  }
  return nextDue(tree, now) === null
}

/** The one that has waited longest; of two at the same moment the base, because its add-ons follow it. */
function nextDue({ base, addOns }: Tree, now: Date): Held | null {
  const due = [base, ...addOns].filter(({ dueAt }) => dueAt !== null && dueAt <= now)
  return due.reduce<Held | null>((first, each) => (!first || at(each) < at(first) ? each : first), null)
}

function at({ dueAt }: Held): number {
  return dueAt?.getTime() ?? Number.POSITIVE_INFINITY
}

async function take(now: Work, tree: Tree, held: Held, step: Step): Promise<void> {
  if (step.kind === 'wait') return moveOn(now, held, { dueAt: step.until })
  const work = { ...now, at: step.at }
  if (step.kind === 'announce') return announce(work, held, held === tree.base ? null : tree.base, step.at)
  if (step.kind === 'bill') return bill(work, held, step.at, step.periodEndsAt)
  if (step.kind === 'move') return move(work, tree, held, step.to, step.at)
  if (await isServed(work, held)) return renew(work, tree, held, step.renewal)
  // A customer that has left its provider buys nothing from it any more.
  return move(work, tree, held, 'expired', step.at)
}

async function announce(work: Work, held: Held, base: Held | null, moment: Date): Promise<void> {
  const { customerId, title, quantity, assigned, termEndsAt } = held
  const about = { customerId, title, lastDay: dayBefore(termEndsAt) }
  if (renewsByItself(held, base)) {
    const counts = { quantity: held.nextQuantity ?? quantity, unassigned: Math.max(0, quantity - assigned) }
    await writeToCustomer(work.db, customerId, 'subscriptionRenewing', { ...about, ...counts })
  } else {
    const workableUntil = dayBefore(new Date(termEndsAt.getTime() + graceTime))
    await writeToCustomer(work.db, customerId, 'subscriptionEnding', { ...about, workableUntil })
  }
  await moveOn(work, held, { dueAt: lookAgain(held, moment) })
}

/** Spec 3.8: what is suspended is billed on. */
async function bill(work: Work, held: Held, periodStartedAt: Date, periodEndsAt: Date): Promise<void> {
  const { id: subscriptionId, customerId, currency, quantity, resellerId } = held
  const period = { periodStartedAt, periodEndsAt }
  const amount = timesQuantity(seatPrices(held.unit, periodStartedAt, { ...held, ...period }), quantity)
  const charge = { transaction: 'period' as const, subscriptionId, quantity, resellerId, amount }
  await writeCharges(work, customerId, currency, [charge])
  await moveOn(work, held, { ...period, dueAt: lookAgain({ ...held, ...period }, periodStartedAt) })
}

async function isServed({ db, providerId }: Work, { customerId }: Held): Promise<boolean> {
  const relationship = await db.customerRelationship.findFirst({
    where: { partnerId: providerId, customerId, endedAt: null },
    select: { id: true },
  })
  return relationship !== null
}

/** A new term at today's price, as it was scheduled, ordered by the portal itself. */
async function renew(work: Work, tree: Tree, held: Held, wanted: Renewal): Promise<void> {
  const { unit, ...renewal } = await termsOfRenewal(work, held, wanted)
  const term = nextTerm(held, renewal, held === tree.base ? null : tree.base)
  const perSeat = seatPrices(unit, term.termStartedAt, { ...term, billingCycle: renewal.billingCycle })
  const next = { ...held, ...renewal, ...term, unit }
  const { currency, customerId, title } = held
  await writeOrder(work, {
    customer: buyerOf(held),
    currency,
    nonce: uuidv7(),
    transactionType: 'SystemPurchase',
    lines: [lineOf(next, 'renew', renewal.quantity, perSeat)],
  })
  await renewSeats(work, held, renewal.quantity, perSeat, term.termStartedAt)
  const dueAt = lookAgain(next, term.termStartedAt)
  await change(work, held, { ...renewal, ...term, ...unscheduled, unit, dueAt })
  const { quantity } = renewal
  const lastDay = dayBefore(term.termEndsAt)
  await recordChange(work, held, 'subscription.renewed', { subscriptionId: held.id, title, quantity, until: lastDay })
  if (renewal.termDuration === 'P1M') return
  const changeableUntil = isoDay(new Date(term.termStartedAt.getTime() + reductionWindow - 1))
  const about = { customerId, title, quantity, lastDay, changeableUntil }
  await writeToCustomer(work.db, customerId, 'subscriptionRenewed', about)
}

/** What is no longer sold runs on as it was, at its old price. */
async function termsOfRenewal({ db }: Work, held: Held, wanted: Renewal): Promise<Renewal & { unit: Prices }> {
  const { offerId, termDuration, billingCycle, unit } = held
  const prices = await listPrices(db, { ...held, offerIds: [offerId] })
  const priceOf = (term: Omit<Renewal, 'quantity'>) =>
    prices.find((price) => price.termDuration === term.termDuration && price.billingCycle === term.billingCycle)
  const found = priceOf(wanted)
  if (found) return { ...wanted, unit: found.unit }
  const asBefore = { termDuration, billingCycle }
  return { ...wanted, ...asBefore, unit: priceOf(asBefore)?.unit ?? unit }
}

async function move(work: Work, tree: Tree, held: Held, to: Status, moment: Date): Promise<void> {
  await enter(work, held, to, moment)
  await recordMove(work, held, to)
  if (held === tree.base) await takeAddOnsAlong(work, tree, moment, (addOn) => recordMove(work, addOn, to))
}

type Recorded = Extract<Status, 'expired' | 'disabled' | 'deleted'>

function recordMove(work: Work, held: Held, to: Status): Promise<void> {
  const details = { subscriptionId: held.id, title: held.title }
  return recordChange(work, held, `subscription.${to as Recorded}`, details)
}

/** An add-on is never more alive than its base: it is suspended, expires and ends with it. */
export async function takeAddOnsAlong(
  work: Work,
  { base, addOns }: Tree,
  moment: Date,
  record: (addOn: Held) => Promise<void>,
): Promise<void> {
  for (const addOn of addOns.filter(({ status }) => outlives(status, base.status))) {
    await enter(work, addOn, base.status, moment)
    await record(addOn)
  }
}

/** Puts a subscription into a state at a moment. A deleted one has no license left. */
export async function enter(work: Work, held: Held, status: Status, moment: Date): Promise<void> {
  const dueAt = lookAgain({ ...held, status, statusSince: moment }, moment)
  const kept = status === 'active' ? {} : { nextQuantity: null, nextTermDuration: null }
  const ended = status === 'deleted' ? { assigned: 0, nextBillingCycle: null } : {}
  await change(work, held, { status, statusSince: moment, dueAt, ...kept, ...ended })
  if (status === 'deleted') await work.db.licenseAssignment.deleteMany({ where: { subscriptionId: held.id } })
}

export function isoDay(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}

/** The last day of what ends at this midnight. */
export function dayBefore(midnight: Date): string {
  return isoDay(new Date(midnight.getTime() - 1))
}
