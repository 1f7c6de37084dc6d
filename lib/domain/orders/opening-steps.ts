import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { toSearchText, toSortName } from '@/lib/core/sort-name'
import { sendLater } from '@/lib/mail/send-later'
import { firstPeriods, type Purchased, type TermOfPurchase } from './first-periods'
import { nextLook, type Prices, reductionWindow } from './rules'
import { type Buyer, type Line, unitPrices, type Work, writeHistory, writeOrder } from './steps'

/** An offer as it is sold to this customer today. */
export interface Bought extends Purchased {
  offerId: string
  family: 'office365' | 'azure' | 'businessApplications' | 'security' | 'deviceManagement' | 'voice'
  title: string
  currency: string
  resellerId: string | null
}

interface Opened extends Bought {
  id: string
  parentId: string | null
  term: TermOfPurchase
  perSeat: Prices
}

interface Purchase {
  customer: Buyer
  nonce: string
  bought: readonly Bought[]
}

/**
 * Opens the subscriptions of one purchase and writes its order, all in the caller's transaction. Guards have to have
 * passed; prices are those given.
 * @throws DomainError `already_submitted`
 */
export async function openSubscriptions(work: Work, { customer, nonce, bought }: Purchase) {
  const now = clock.now()
  const orderId = uuidv7()
  const ids = bought.map(() => uuidv7())
  const parentIds = bought.map(({ parent }) => (typeof parent === 'number' ? (ids[parent] ?? null) : parent))
  const held: Bought[] = []
  for (const item of bought) held.push({ ...item, parentEndsAt: await endOfBase(work, item.parent) })
  const opened = firstPeriods(held, now).map((first, index): Opened => {
    return { ...first, id: ids[index] ?? '', parentId: parentIds[index] ?? null }
  })
  const parties = { providerId: work.providerId, customerId: customer.id }
  // The lines refer to the subscriptions, so those come first. An order of the same nonce makes all of it undone.
  await work.db.subscription.createMany({
    data: opened.map((item) => ({
      id: item.id,
      ...parties,
      resellerId: item.resellerId,
      supportContactId: work.providerId,
      orderId,
      parentId: item.parentId,
      offerId: item.offerId,
      family: item.family,
      title: item.title,
      customerName: customer.name,
      customerSortName: toSortName(customer.name),
      search: toSearchText(item.title, customer.name),
      statusSince: now,
      isTrial: item.isTrial,
      quantity: item.quantity,
      termDuration: item.termDuration,
      billingCycle: item.billingCycle,
      autoRenew: !item.isTrial,
      createdAt: now,
      ...item.term,
      dueAt: nextLook({ ...item, ...item.term, autoRenew: !item.isTrial }, now),
      currency: item.currency,
      ...unitPrices(item.unit),
    })),
  })
  const currency = opened[0]?.currency ?? ''
  const order = await writeOrder(work, { orderId, customer, currency, nonce, lines: opened.map(lineOf) })
  await work.db.subscriptionBatch.createMany({
    data: opened.map(({ id, quantity, perSeat }) => ({
      subscriptionId: id,
      ...parties,
      quantity,
      ...newBatch(perSeat, now),
    })),
  })
  for (const item of opened) {
    const details = { orderId: order.orderId, number: order.number, quantity: item.quantity, term: item.termDuration }
    await writeHistory(work, item.id, 'order.submitted', details)
  }
  return { ...order, subscriptionIds: ids }
}

/** Seats added now: what was paid for each, and until when they can be given back. */
export function newBatch(perSeat: Prices, now: Date) {
  return {
    addedAt: now,
    reducibleUntil: new Date(now.getTime() + reductionWindow),
    listPaid: perSeat.list,
    resellerPaid: perSeat.reseller,
    retailPaid: perSeat.retail,
  }
}

/** The base is held until the end of the transaction: it cannot be cancelled beside the add-on that joins it. */
async function endOfBase({ db }: Work, parentId: Bought['parent']): Promise<Date | null> {
  if (typeof parentId !== 'string') return null
  const [base] = await db.$queryRaw<{ termEndsAt: Date; status: string }[]>`
    select "termEndsAt", "status"::text from "Subscription" where id = ${parentId}::uuid for update`
  if (base?.status !== 'active') throw new DomainError('add_on_parent_inactive')
  return base.termEndsAt
}

function lineOf(item: Opened): Line {
  return {
    transaction: 'new',
    subscriptionId: item.id,
    offerId: item.offerId,
    title: item.title,
    quantity: item.quantity,
    termDuration: item.termDuration,
    billingCycle: item.billingCycle,
    unit: item.unit,
    perSeat: item.perSeat,
    resellerId: item.resellerId,
  }
}

/** Tells the customer what was ordered for it. */
export async function announceOrder(db: Database, actor: Actor, customer: Buyer, number: string): Promise<void> {
  const { contactEmail } = await db.organization.findUniqueOrThrow({
    where: { id: customer.id },
    select: { contactEmail: true },
  })
  await sendLater(db, {
    letter: 'orderPlaced',
    organizationId: customer.id,
    to: { address: contactEmail },
    locale: actor.locale,
    parameters: { customerName: customer.name, providerName: actor.organizationName, number },
  })
}
