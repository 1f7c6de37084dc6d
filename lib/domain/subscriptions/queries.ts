import type { Actor } from '@/lib/access/permissions'
import { type Database, Prisma } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { query } from '@/lib/core/operation'
import { byName, type KeyRange, readPage } from '@/lib/core/page'
import { scope } from '@/lib/core/scope'
import { toSearchTerm } from '@/lib/core/sort-name'
import { visibleOf, withoutHiddenPrices } from '../catalog/rules'
import { visibleCustomers } from '../customers/queries'
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
import { planBecoming } from './offer-steps'
import { listPrices, type Priced } from './price-steps'
import { namesOf, ownSubscriptions, readAround, readSubscription } from './reading-steps'
import { refusal } from './rules'
import { customerSubscriptionsInput, listSubscriptionsInput, previewQuantityInput, subscriptionInput } from './schema'
import { nameOf, planSeats } from './steps'
import { asHeld, type Held, ruledFields } from './tree-steps'

const rowFields = {
  id: true,
  customerId: true,
  customerName: true,
  customerSortName: true,
  resellerId: true,
  parentId: true,
  family: true,
  title: true,
  friendlyName: true,
  status: true,
  isTrial: true,
  quantity: true,
  assigned: true,
  autoRenew: true,
  termEndsAt: true,
} as const

/** All subscriptions of the actor's organization, in the order of customers (spec 1.D, Subscriptions). */
export const listSubscriptions = query({
  access: 'subscription.list',
  input: listSubscriptionsInput,
  async run({ actor, input, db }) {
    const resellers = await listResellers(db, actor)
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

interface Filter {
  search?: string | undefined
  status?: string | undefined
  family?: string | undefined
  reseller?: string | undefined
}

async function readSubscriptions(db: Database, actor: Actor, filter: Filter, range: KeyRange) {
  const own = ownSubscriptions(actor)
  const { search, status, family, reseller } = filter
  if (search || status || family || reseller) {
    const ids = await searchSubscriptions(db, filter, range)
    const where = { AND: [own, { id: { in: ids } }] }
    const rows = await db.subscription.findMany({ where, select: rowFields })
    return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
  }
  const { where, orderBy, take } = byName('customerSortName', range)
  return db.subscription.findMany({ where: { AND: [own, where] }, orderBy, take, select: rowFields })
}

/** The database's own function: substrings cannot use an index behind row-level security, but it can. */
async function searchSubscriptions(db: Database, filter: Filter, range: KeyRange): Promise<string[]> {
  const { search, status = null, family = null, reseller = null } = filter
  const term = search ? toSearchTerm(search) : null
  const from = Prisma.sql`${range.from?.sort ?? null}, ${range.from?.id ?? null}::uuid, ${range.direction === 'backward'}`
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from search_subscriptions(${term}, ${status}, ${family}, ${reseller}::uuid, null, ${from}, ${range.take}::int) as id`
  return rows.map(({ id }) => id)
}

/** For the filter of a provider's list: its resellers in name order, at most 200. */
async function listResellers(db: Database, { organizationKind, organizationId }: Actor) {
  if (organizationKind !== 'provider') return []
  const found = await db.partnership.findMany({
    where: { AND: [scope({ providerId: organizationId }), { endedAt: null }] },
    orderBy: [{ resellerSortName: 'asc' }, { id: 'asc' }],
    take: 200,
    select: { resellerId: true, resellerName: true },
  })
  return found.map(({ resellerId, resellerName }) => ({ id: resellerId, name: resellerName }))
}

/** Whose records the reader can open: after the end of a relationship what was sold stays in the list, and only that. */
async function customersServed(db: Database, actor: Actor, rows: readonly { customerId: string }[]) {
  if (actor.organizationKind === 'customer') return () => true
  const among = { customerId: { in: rows.map(({ customerId }) => customerId) }, endedAt: null }
  const where = { AND: [visibleCustomers(actor), among] }
  const served = await db.customerRelationship.findMany({ where, select: { customerId: true } })
  return (customerId: string) => served.some((one) => one.customerId === customerId)
}

async function withNames<Row extends { resellerId: string | null }>(db: Database, rows: readonly Row[]) {
  const names = await namesOf(
    db,
    rows.map(({ resellerId }) => resellerId),
  )
  return rows.map((row) => ({ ...row, resellerName: row.resellerId ? (names.get(row.resellerId) ?? null) : null }))
}

/**
 * The first tab of a customer's record: what it has, each add-on below its base, ended ones last.
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
      take: 500,
      select: rowFields,
    })
    const rows = (await withNames(db, found)).map((row) => ({ ...row, recordOpens: true }))
    const ids = new Set(rows.map(({ id }) => id))
    const bases = rows.filter(({ parentId }) => !parentId || !ids.has(parentId))
    return {
      customer: { id: customer.id, name: customer.name },
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
    const { now } = circumstances
    const possible = possibleActs(held, actor, circumstances)
    const names = await namesOf(db, [held.providerId, held.resellerId])
    const offers = await offered(db, actor, held, offersOf(held, possible), now)
    const { offer, batches: _batches, unit: _unit, dueAt: _dueAt, ...facts } = held
    return {
      ...facts,
      ...{ createdAt, orderId, supportContactId, suspensionReason },
      history: changes.map((one) => ({ ...one, details: withoutHiddenPrices(actor, one.details) })),
      name: nameOf(held),
      offersUpgrade: offer.upgradesTo.length > 0,
      minQuantity: offer.minQuantity,
      maxQuantity: offer.maxQuantity,
      providerName: names.get(held.providerId) ?? null,
      resellerName: held.resellerId ? (names.get(held.resellerId) ?? null) : null,
      prices: pricesOf(held, actor),
      windows: windowsOf(held, actor, now),
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
