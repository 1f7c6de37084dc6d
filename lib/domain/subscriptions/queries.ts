import type { Actor } from '@/lib/access/permissions'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { query } from '@/lib/core/operation'
import { readPage } from '@/lib/core/page'
import { visibleOf, withoutHiddenPrices } from '../catalog/rules'
import { findCustomer } from '../customers/steps'
import { visibleSubscriptions } from '../orders/scopes'
import {
  against,
  attempt,
  cancellationOf,
  outlookOf,
  type Possible,
  possibleActs,
  pricesOf,
  windowsOf,
} from './details'
import { customersServed, listResellers, readSubscriptions, rowFields, withNames } from './list-steps'
import { planBecoming } from './offer-steps'
import { listPrices, type Priced } from './price-steps'
import { namesOf, readAround, readSubscription } from './reading-steps'
import { refusal } from './rules'
import { customerSubscriptionsInput, listSubscriptionsInput, previewQuantityInput, subscriptionInput } from './schema'
import { nameOf, planSeats } from './steps'
import { asHeld, type Held, ruledFields } from './tree-steps'

/**
 * All subscriptions of the actor's organization, in the order of customers (spec 1.D, Subscriptions). With a customer: what its
 * record shows, for which the customer has to be in sight.
 * @throws DomainError `not_found`
 */
export const listSubscriptions = query({
  access: 'subscription.list',
  input: listSubscriptionsInput,
  async run({ actor, input, db }) {
    const customer = input.customerId ? await findCustomer(db, actor, input.customerId) : null
    const resellers = customer ? [] : await listResellers(db, actor)
    const page = await readPage(
      input,
      (range) => readSubscriptions(db, actor, input, range),
      (row) => ({ sort: row.customerSortName, id: row.id }),
    )
    const rows = await withNames(db, page.rows)
    const opens = await customersServed(db, actor, rows)
    return { ...page, rows: rows.map((row) => ({ ...row, recordOpens: opens(row.customerId) })), resellers }
  },
})

const mostShown = 500

/**
 * The first tab of a customer's record: what it has, each add-on below its base, ended ones last. As many as a page can show.
 * @throws DomainError `not_found`
 */
export const listCustomerSubscriptions = query({
  access: 'subscription.list',
  input: customerSubscriptionsInput,
  async run({ actor, input, db }) {
    const customer = await findCustomer(db, actor, input.customerId)
    const found = await db.subscription.findMany({
      where: { AND: [visibleSubscriptions(actor), { customerId: customer.id }] },
      orderBy: [{ status: 'asc' }, { id: 'asc' }],
      take: mostShown + 1,
      select: rowFields,
    })
    const rows = (await withNames(db, found.slice(0, mostShown))).map((row) => ({ ...row, recordOpens: true }))
    const ids = new Set(rows.map(({ id }) => id))
    const bases = rows.filter(({ parentId }) => !parentId || !ids.has(parentId))
    return {
      customer: { id: customer.id, name: customer.name },
      more: found.length > mostShown,
      rows: bases.flatMap((base) => [base, ...rows.filter(({ parentId }) => parentId === base.id)]),
    }
  },
})

/**
 * One subscription with everything its page shows: dates, windows, add-ons, prices as far as the reader may see them, what
 * can be done with it and why not, its history.
 * @throws DomainError `not_found`
 */
export const getSubscription = query({
  access: 'subscription.list',
  input: subscriptionInput,
  async run({ actor, input, db }) {
    const where = { AND: [visibleSubscriptions(actor), { id: input.subscriptionId }] }
    const seen = await db.subscription.findFirst({ where, select: { ...ruledFields, ...shownFields } })
    if (!seen) throw new DomainError('not_found')
    const { createdAt, orderId, supportContactId, suspensionReason, changes, ...ruled } = seen
    const { held, tree, circumstances } = await readAround(db, actor, asHeld(ruled))
    const { now, delegated } = circumstances
    const own = [held.providerId, held.customerId].includes(actor.organizationId) || delegated
    const possible = possibleActs(held, actor, circumstances)
    const names = await namesOf(db, [held.providerId, held.resellerId])
    const offers = await offered(db, actor, held, offersOf(held, possible), now)
    const { offer, batches: _batches, unit: _unit, dueAt: _dueAt, ...facts } = held
    return {
      ...facts,
      ...{ createdAt, supportContactId, suspensionReason },
      // A tenant owner knows what it manages, not how it was bought.
      orderId: own || held.resellerId === actor.organizationId ? orderId : null,
      history: changes.map((one) => ({ ...one, details: withoutHiddenPrices(actor, one.details) })),
      name: nameOf(held),
      offersUpgrade: offer.upgradesTo.length > 0,
      minQuantity: offer.minQuantity,
      maxQuantity: offer.maxQuantity,
      providerName: names.get(held.providerId) ?? null,
      resellerName: held.resellerId ? (names.get(held.resellerId) ?? null) : null,
      prices: pricesOf(held, actor),
      windows: own ? windowsOf(held, actor, now) : null,
      outlook: outlookOf(held, tree),
      cancellation: possible.cancel?.possible ? cancellationOf(tree, held, actor, now) : null,
      shownRefund: possible.cancel?.possible ? (cancellationOf(tree, held, actor, now).refund.list ?? null) : null,
      parent: held === tree.base ? null : { id: tree.base.id, name: nameOf(tree.base), status: tree.base.status },
      addOns: held === tree.base ? tree.addOns.map(asAddOn) : [],
      ...offers,
      possible,
      now,
    }
  },
})

const shownFields = {
  createdAt: true,
  orderId: true,
  supportContactId: true,
  suspensionReason: true,
  changes: {
    orderBy: { id: 'desc' },
    take: 100,
    select: { id: true, type: true, details: true, actorName: true, organizationName: true, occurredAt: true },
  },
} as const

function asAddOn(held: Held) {
  return { id: held.id, name: nameOf(held), quantity: held.quantity, status: held.status }
}

/** Offers it could renew as or become. */
function offersOf({ offerId, offer }: Held, { schedule, upgrade, convert }: Possible) {
  return {
    terms: schedule?.possible ? [offerId] : [],
    upgrades: upgrade?.possible ? offer.upgradesTo : [],
    conversions: convert?.possible && offer.convertsTo ? [offer.convertsTo] : [],
  }
}

/** The same with the prices the reader may see and what it comes to if it begins now: one read for all. */
async function offered(db: Database, actor: Actor, held: Held, wanted: ReturnType<typeof offersOf>, now: Date) {
  const prices = await listPrices(db, { ...held, offerIds: Object.values(wanted).flat() })
  const plansOf = (offerIds: readonly string[]) =>
    prices.filter(({ offerId }) => offerIds.includes(offerId)).map(asPlan)
  const asPlan = (price: Priced) => ({
    availabilityId: price.id,
    offerId: price.offerId,
    termDuration: price.termDuration,
    billingCycle: price.billingCycle,
    unit: visibleOf(actor, price.unit),
    title: price.offer.title,
    min: price.offer.minQuantity,
    max: price.offer.maxQuantity,
    becoming: becomingOf(actor, planBecoming(held, price, held.quantity, now)),
  })
  const { terms, upgrades, conversions } = wanted
  return { terms: plansOf(terms), upgrades: plansOf(upgrades), conversions: plansOf(conversions) }
}

/** With as many seats as there are; of another number the same for each seat. */
function becomingOf(actor: Actor, { perSeat, amount }: ReturnType<typeof planBecoming>) {
  return { perSeat: visibleOf(actor, perSeat), total: visibleOf(actor, amount) }
}

/**
 * What a cancellation would bring now, or why it is not possible.
 * @throws DomainError `not_found`
 */
export const previewCancellation = query({
  access: 'subscription.cancel',
  input: subscriptionInput,
  async run({ actor, input, db }) {
    const { held, tree, circumstances } = await readSubscription(db, actor, input.subscriptionId)
    const error = refusal('cancel', held, actor, circumstances)
    if (error?.code === 'not_found' || error?.code === 'role_missing') throw error
    if (error) return { why: against(error) }
    return cancellationOf(tree, held, actor, circumstances.now)
  },
})

/**
 * What another number of seats would cost or bring now, or why it cannot be had.
 * @throws DomainError `not_found`
 */
export const previewQuantity = query({
  access: 'subscription.changeQuantity',
  input: previewQuantityInput,
  async run({ actor, input, db }) {
    const { held, circumstances } = await readSubscription(db, actor, input.subscriptionId)
    const { now } = circumstances
    const error = refusal('changeQuantity', held, actor, circumstances)
    if (error?.code === 'not_found' || error?.code === 'role_missing') throw error
    const { quantity } = input
    const common = { quantity, before: held.quantity, currency: held.currency, version: held.version }
    const outcome = error ? { why: against(error) } : attempt(() => planSeats(held, quantity, now))
    if ('why' in outcome) return { ...common, why: outcome.why }
    const { amount } = outcome.planned
    const later = pricesOf({ ...held, quantity }, actor).total
    return { ...common, amount: visibleOf(actor, amount), periodEndsAt: held.periodEndsAt, later }
  },
})
