import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { moneyText } from '@/lib/core/money'
import { query } from '@/lib/core/operation'
import { byNewest, readPage } from '@/lib/core/page'
import { agreementStands } from '../agreements/steps'
import { visibleOf } from '../catalog/rules'
import { findCustomer } from '../customers/steps'
import { type First, firstPeriods, totalOfPurchase } from './first-periods'
import { resellersOfRecord } from './guard-steps'
import { type Checked, readPurchase, type Wanted } from './purchase-steps'
import { timesQuantity } from './rules'
import { cartInput, listOrdersInput, orderInput } from './schema'
import { visibleCarts, visibleLines, visibleOrders } from './scopes'

/**
 * The cart of a customer with today's prices, what stands against each item and against the order as a whole, and the
 * resellers that could be of record.
 */
export const getCart = query({
  access: 'order.create',
  input: cartInput,
  async run({ actor, input, db }) {
    const customer = await findCustomer(db, actor, input.customerId)
    const cart = await findCart(db, actor, customer.id)
    const checked = cart ? await readPurchase(db, actor, customer.id, asWanted(cart.items)) : []
    const now = clock.now()
    return {
      customer: { id: customer.id, name: customer.name },
      expiresAt: cart?.expiresAt ?? null,
      items: firstPeriods(checked, now).map(asCartItem),
      currency: checked[0]?.currency ?? null,
      total: totalOfPurchase(checked, now),
      agreementAccepted: await agreementStands(db, customer.id),
      resellers: await resellersOfRecord(db, actor, customer.id),
    }
  },
})

/** What is known before anything is chosen: how many things wait in the cart, and whether anything can be ordered at all. */
export const getCartOutline = query({
  access: 'order.create',
  input: cartInput,
  async run({ actor, input, db }) {
    const { id, name } = await findCustomer(db, actor, input.customerId)
    return {
      customer: { id, name },
      items: (await findCart(db, actor, id))?.items.length ?? 0,
      agreementAccepted: await agreementStands(db, id),
    }
  },
})

function findCart(db: Database, actor: Actor, customerId: string) {
  return db.cart.findFirst({
    where: { AND: [visibleCarts(actor), { customerId, status: 'active', expiresAt: { gt: clock.now() } }] },
    select: {
      expiresAt: true,
      items: {
        orderBy: { id: 'asc' },
        select: { id: true, availabilityId: true, quantity: true, parentSubscriptionId: true },
      },
    },
  })
}

function asWanted(items: readonly (Wanted & { id: string })[]): Wanted[] {
  return items.map((item) => ({ ...item, itemId: item.id }))
}

function asCartItem({ itemId, refusal, parent, ...offer }: First<Checked>) {
  return {
    ...offer,
    id: itemId ?? '',
    isAddOn: parent !== null,
    endsAt: offer.endsWithBase ? offer.term.termEndsAt : null,
    amount: timesQuantity(offer.perSeat, offer.quantity),
    refusal: refusal ? { code: refusal.code, parameters: refusal.parameters } : null,
  }
}

/** Orders that concern the actor's organization, newest first; of one customer where it is named. */
export const listOrders = query({
  access: 'order.list',
  input: listOrdersInput,
  async run({ actor, input, db }) {
    const customer = input.customerId ? await findCustomer(db, actor, input.customerId) : null
    const page = await readPage(
      input,
      (range) => {
        const { where, orderBy, take } = byNewest('id', range)
        const number = input.search ? { number: input.search.toUpperCase() } : {}
        const ofCustomer = customer ? { customerId: customer.id } : {}
        return db.order.findMany({
          where: { AND: [listedOrders(actor, customer !== null), ofCustomer, number, where] },
          orderBy,
          take,
          select: orderFields,
        })
      },
      ({ id }) => ({ sort: '', id }),
    )
    const totals = await ownTotals(db, actor, page.rows)
    return { ...page, rows: page.rows.map((row) => asOrder({ ...row, ...totals.get(row.id) }, actor)) }
  },
})

/**
 * The whole list of an organization reads one index: the provider's own, the customer's own, and for a reseller those with
 * a line of its record. What it sees as an administrator it finds in the customer's record.
 */
function listedOrders(actor: Actor, ofOneCustomer: boolean) {
  const seen = visibleOrders(actor)
  if (ofOneCustomer) return seen
  const { organizationId, organizationKind } = actor
  if (organizationKind === 'provider') return { AND: [seen, { providerId: organizationId }] }
  if (organizationKind === 'customer') return { AND: [seen, { customerId: organizationId }] }
  return { AND: [seen, { lines: { some: { resellerId: organizationId } } }] }
}

const orderFields = {
  id: true,
  number: true,
  customerId: true,
  customerName: true,
  status: true,
  transactionType: true,
  currency: true,
  listTotal: true,
  resellerTotal: true,
  retailTotal: true,
  createdByName: true,
  createdAt: true,
} as const

interface Totals {
  listTotal: { toString(): string }
  resellerTotal: { toString(): string }
  retailTotal: { toString(): string }
}

/** An order with the totals its reader may see. */
function asOrder<Row extends Totals>(row: Row, actor: Actor) {
  const { listTotal, resellerTotal, retailTotal, ...order } = row
  return { ...order, total: seen(actor, listTotal, resellerTotal, retailTotal) }
}

/**
 * What orders come to for a reseller: the lines it sees, so that it learns nothing of what stands beside them. Everybody else sees
 * an order whole.
 */
async function ownTotals(db: Database, actor: Actor, orders: readonly { id: string }[]): Promise<Map<string, Totals>> {
  if (actor.organizationKind !== 'reseller' || orders.length === 0) return new Map()
  const sums = await db.orderLine.groupBy({
    by: ['orderId'],
    where: { AND: [visibleLines(actor), { orderId: { in: orders.map(({ id }) => id) } }] },
    _sum: { listAmount: true, resellerAmount: true, retailAmount: true },
  })
  return new Map(
    sums.map(({ orderId, _sum: { listAmount, resellerAmount, retailAmount } }) => [
      orderId,
      { listTotal: listAmount ?? '0', resellerTotal: resellerAmount ?? '0', retailTotal: retailAmount ?? '0' },
    ]),
  )
}

type Stored = { toString(): string }

function seen(actor: Actor, list: Stored, reseller: Stored, retail: Stored) {
  return visibleOf(actor, { list: moneyText(list), reseller: moneyText(reseller), retail: moneyText(retail) })
}

/** @throws DomainError `not_found` */
export const getOrder = query({
  access: 'order.list',
  input: orderInput,
  async run({ actor, input, db }) {
    const order = await db.order.findFirst({
      where: { AND: [visibleOrders(actor), { id: input.orderId }] },
      select: {
        ...orderFields,
        lines: { where: visibleLines(actor), orderBy: { lineNumber: 'asc' }, select: lineFields },
      },
    })
    if (!order) throw new DomainError('not_found')
    const { lines, ...head } = order
    const totals = await ownTotals(db, actor, [head])
    const names = await namesOf(
      db,
      lines.flatMap(({ resellerId }) => resellerId ?? []),
    )
    return {
      ...asOrder({ ...head, ...totals.get(head.id) }, actor),
      lines: lines.map(({ listUnitPrice, resellerUnitPrice, retailUnitPrice, ...line }) => {
        const { listAmount, resellerAmount, retailAmount, ...facts } = line
        return {
          ...facts,
          resellerName: names.get(facts.resellerId ?? '') ?? null,
          unit: seen(actor, listUnitPrice, resellerUnitPrice, retailUnitPrice),
          amount: seen(actor, listAmount, resellerAmount, retailAmount),
        }
      }),
    }
  },
})

/** Names of resellers of record, as far as the reader may know them. */
async function namesOf(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await db.organization.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } })
  return new Map(found.map(({ id, name }) => [id, name]))
}

const lineFields = {
  lineNumber: true,
  transaction: true,
  subscriptionId: true,
  title: true,
  quantity: true,
  termDuration: true,
  billingCycle: true,
  listUnitPrice: true,
  resellerUnitPrice: true,
  retailUnitPrice: true,
  listAmount: true,
  resellerAmount: true,
  retailAmount: true,
  resellerId: true,
  subscription: { select: { friendlyName: true, reseller: { select: { name: true } } } },
} as const
