import { uuidv7 } from 'uuidv7'
import { type Database, Prisma } from '@/lib/core/db'
import { moneyText } from '@/lib/core/money'
import { newBatch } from '../orders/opening-steps'
import type { BillingCycle, Prices, TermDuration } from '../orders/rules'
import { type Line, type LineTransaction, unitPrices, type Work } from '../orders/steps'
import type { Status } from './life-cycle'
import type { Ruled } from './rules'
import type { Family } from './schema'
import type { Timed } from './terms'
import type { Batch, Billed, GivenBack } from './windows'

/** A subscription as the steps hold it: locked, and kept equal to its row. */
export interface Held extends Timed, Ruled, Billed {
  id: string
  customerId: string
  customerName: string
  resellerId: string | null
  offerId: string
  friendlyName: string | null
  currency: string
  version: number
  offer: Ruled['offer'] & { requires: readonly string[] }
  batches: Batch[]
}

/** A base with its add-ons. What happens to one concerns the others, so they are locked together and in this order. */
export interface Tree {
  base: Held
  addOns: Held[]
}

export const ruledFields = {
  id: true,
  providerId: true,
  customerId: true,
  customerName: true,
  resellerId: true,
  parentId: true,
  offerId: true,
  family: true,
  title: true,
  friendlyName: true,
  status: true,
  statusSince: true,
  isTrial: true,
  quantity: true,
  assigned: true,
  termDuration: true,
  billingCycle: true,
  autoRenew: true,
  termStartedAt: true,
  termEndsAt: true,
  anchorDay: true,
  periodStartedAt: true,
  periodEndsAt: true,
  dueAt: true,
  currency: true,
  listUnitPrice: true,
  resellerUnitPrice: true,
  retailUnitPrice: true,
  nextQuantity: true,
  nextTermDuration: true,
  nextBillingCycle: true,
  version: true,
  offer: { select: { minQuantity: true, maxQuantity: true, upgradesTo: true, convertsTo: true, requires: true } },
  batches: {
    where: { quantity: { gt: 0 } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      quantity: true,
      addedAt: true,
      reducibleUntil: true,
      listPaid: true,
      resellerPaid: true,
      retailPaid: true,
    },
  },
} as const satisfies Prisma.SubscriptionSelect

type Row = Prisma.SubscriptionGetPayload<{ select: typeof ruledFields }>

export function asHeld({ listUnitPrice, resellerUnitPrice, retailUnitPrice, batches, ...row }: Row): Held {
  return {
    ...row,
    unit: {
      list: moneyText(listUnitPrice),
      reseller: moneyText(resellerUnitPrice),
      retail: moneyText(retailUnitPrice),
    },
    batches: batches.map(({ listPaid, resellerPaid, retailPaid, ...batch }) => ({
      ...batch,
      paid: { list: moneyText(listPaid), reseller: moneyText(resellerPaid), retail: moneyText(retailPaid) },
    })),
  }
}

/** Locks a base and its add-ons, always in the same order, and reads them as they stand then. */
export async function lockTree(db: Database, baseId: string): Promise<Tree | null> {
  await db.$queryRaw(Prisma.sql`select id from "Subscription" where id = ${baseId}::uuid or "parentId" = ${baseId}::uuid
    order by ("parentId" is not null), id for update`)
  const rows = await db.subscription.findMany({
    where: { OR: [{ id: baseId }, { parentId: baseId }] },
    orderBy: { id: 'asc' },
    select: ruledFields,
  })
  const held = rows.map(asHeld)
  const base = held.find(({ id }) => id === baseId)
  return base ? { base, addOns: held.filter(({ id }) => id !== baseId) } : null
}

interface Changes {
  status?: Status
  statusSince?: Date
  suspensionReason?: string | null
  friendlyName?: string | null
  search?: string
  offerId?: string
  family?: Family
  title?: string
  isTrial?: boolean
  quantity?: number
  assigned?: number
  autoRenew?: boolean
  termDuration?: TermDuration
  billingCycle?: BillingCycle
  termStartedAt?: Date
  termEndsAt?: Date
  anchorDay?: number
  periodStartedAt?: Date
  periodEndsAt?: Date
  dueAt?: Date | null
  unit?: Prices
  nextQuantity?: number | null
  nextTermDuration?: TermDuration | null
  nextBillingCycle?: BillingCycle | null
}

/** Changes the row and what is held of it; somebody who holds an older version is told. */
export async function change({ db }: Pick<Work, 'db'>, held: Held, changes: Changes): Promise<void> {
  await write(db, held, changes, 1)
}

/** The same for what time alone moves on, such as a billing period: whoever looks at the subscription sees the same. */
export async function moveOn({ db }: Pick<Work, 'db'>, held: Held, changes: Changes): Promise<void> {
  await write(db, held, changes, 0)
}

async function write(db: Database, held: Held, { unit, ...columns }: Changes, versions: number): Promise<void> {
  const data = { ...columns, ...(unit ? unitPrices(unit) : {}), version: { increment: versions } }
  const { count } = await db.subscription.updateMany({ where: { id: held.id }, data })
  if (count !== 1) throw new Error('A subscription that is held cannot be changed.')
  Object.assign(held, columns, unit ? { unit } : {}, { version: held.version + versions })
}

/** Nothing is decided about the renewal any longer. */
export const unscheduled = { nextQuantity: null, nextTermDuration: null, nextBillingCycle: null }

export async function addSeats({ db }: Pick<Work, 'db'>, held: Held, quantity: number, perSeat: Prices, at: Date) {
  const id = uuidv7()
  const { id: subscriptionId, providerId, customerId } = held
  const dates = newBatch(perSeat, at)
  await db.subscriptionBatch.createMany({ data: { id, subscriptionId, providerId, customerId, quantity, ...dates } })
  const { addedAt, reducibleUntil } = dates
  held.batches.push({ id, quantity, addedAt, reducibleUntil, paid: perSeat })
}

export async function removeSeats({ db }: Pick<Work, 'db'>, held: Held, seats: readonly GivenBack[]): Promise<void> {
  for (const { batchId, quantity } of seats) {
    await db.subscriptionBatch.updateMany({ where: { id: batchId }, data: { quantity: { decrement: quantity } } })
    for (const batch of held.batches) if (batch.id === batchId) batch.quantity -= quantity
  }
}

/** A new term begins: all seats are of one age. */
export async function renewSeats(work: Pick<Work, 'db'>, held: Held, quantity: number, perSeat: Prices, at: Date) {
  const subscriptionId = held.id
  await work.db.subscriptionBatch.updateMany({ where: { subscriptionId, quantity: { gt: 0 } }, data: { quantity: 0 } })
  held.batches = []
  await addSeats(work, held, quantity, perSeat, at)
}

/** A line of an order about a subscription as it stands. */
export function lineOf(held: Held, transaction: LineTransaction, quantity: number, perSeat: Prices): Line {
  const { offerId, title, termDuration, billingCycle, unit, resellerId } = held
  const facts = { offerId, title, termDuration, billingCycle, unit, resellerId }
  return { transaction, subscriptionId: held.id, ...facts, quantity, perSeat }
}

export function buyerOf({ customerId, customerName }: Pick<Held, 'customerId' | 'customerName'>) {
  return { id: customerId, name: customerName }
}
