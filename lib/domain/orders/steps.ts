import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/permissions'
import type { AuditDetails, AuditType } from '@/lib/core/audit'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { moneyText } from '@/lib/core/money'
import type { CommandContext } from '@/lib/core/operation'
import {
  addPrices,
  type BillingCycle,
  monthOf,
  orderNumber,
  type Prices,
  type TermDuration,
  timesQuantity,
} from './rules'

/** Who sells, inside of whose transaction. The name is null where the portal itself acts (renewals). */
export interface Work {
  db: Database
  audit: CommandContext<'order.create', unknown>['audit']
  providerId: string
  by: { name: string | null; organizationName: string }
  /** The moment it counts for, where that is not now: what fell due while no worker ran. */
  at?: Date
}

/** The caller at work for its own organization. */
export function workOf({
  actor,
  db,
  audit,
}: Pick<CommandContext<'order.create', unknown>, 'actor' | 'db' | 'audit'>): Work {
  const by = { name: actor.fullName, organizationName: actor.organizationName }
  return { db, audit, providerId: actor.organizationId, by }
}

/** Two submissions of one form at once: the second waits here and then finds what the first has made. */
export async function waitForSubmission(
  db: Database,
  actor: Pick<Actor, 'organizationId'>,
  nonce: string,
): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${actor.organizationId} ${nonce}`}, 0))`
}

export interface Buyer {
  id: string
  name: string
}

export type LineTransaction = 'new' | 'renew' | 'addQuantity' | 'removeQuantity' | 'cancel' | 'convert' | 'upgrade'

/** One line of an order. Negative quantities and seats' prices give back. */
export interface Line {
  transaction: LineTransaction
  subscriptionId: string
  offerId: string
  title: string
  quantity: number
  termDuration: TermDuration
  billingCycle: BillingCycle
  unit: Prices
  /** What one seat is billed or credited with now. */
  perSeat: Prices
  resellerId: string | null
}

interface NewOrder {
  /** Given by the caller, because subscriptions name the order that opened them. */
  orderId?: string
  customer: Buyer
  currency: string
  nonce: string
  lines: readonly Line[]
  transactionType?: 'UserPurchase' | 'SystemPurchase'
}

/**
 * Writes an order with its lines, charges and record; the subscriptions it names have to be there. A nonce that was used
 * before breaks a unique index: `already_submitted`.
 */
export async function writeOrder(work: Work, order: NewOrder): Promise<{ orderId: string; number: string }> {
  const { db, providerId, by } = work
  const { customer, currency, nonce, lines, transactionType = 'UserPurchase' } = order
  const orderId = order.orderId ?? uuidv7()
  const number = orderNumber(randomBytes(12))
  const amounts = lines.map((line) => timesQuantity(line.perSeat, line.quantity))
  const total = addPrices(amounts)
  const parties = { providerId, customerId: customer.id }
  await db.order.createMany({
    data: {
      id: orderId,
      number,
      ...parties,
      customerName: customer.name,
      transactionType,
      currency,
      nonce,
      listTotal: total.list,
      resellerTotal: total.reseller,
      retailTotal: total.retail,
      createdByName: by.name,
      createdAt: work.at ?? clock.now(),
    },
  })
  await db.orderLine.createMany({
    data: lines.map((line, index) => {
      const { unit, perSeat: _perSeat, ...facts } = line
      const amount = amounts[index] ?? unreachable()
      return { orderId, lineNumber: index, ...parties, ...facts, ...unitPrices(unit), ...amountColumns(amount) }
    }),
  })
  await writeCharges(
    work,
    customer.id,
    currency,
    lines.map((line, index) => ({ ...line, amount: amounts[index] ?? unreachable() })),
  )
  // The customer reads this too: it may know its own price and none upstream.
  const details = { orderId, number, lines: lines.length, retailTotal: total.retail, currency }
  await work.audit('order.submitted', details, { subject: customer })
  return { orderId, number }
}

interface Charged {
  transaction: LineTransaction | 'period'
  subscriptionId: string
  quantity: number
  resellerId: string | null
  amount: Prices
}

/** Adds to the ledger that incentives are computed from. What costs nothing leaves no trace. */
export async function writeCharges(
  { db, providerId, at }: Pick<Work, 'db' | 'providerId' | 'at'>,
  customerId: string,
  currency: string,
  charges: readonly Charged[],
): Promise<void> {
  const chargedAt = at ?? clock.now()
  await db.charge.createMany({
    data: charges
      .filter(({ amount }) => moneyText(amount.list) !== '0.00' || moneyText(amount.retail) !== '0.00')
      .map(({ transaction, subscriptionId, quantity, resellerId, amount }) => ({
        subscriptionId,
        providerId,
        customerId,
        resellerId,
        kind: chargeKind(transaction, quantity),
        month: monthOf(chargedAt),
        quantity,
        currency,
        ...amountColumns(amount),
        chargedAt,
      })),
  })
}

function chargeKind(transaction: Charged['transaction'], quantity: number) {
  if (transaction === 'period') return 'period'
  return quantity < 0 ? 'refund' : 'order'
}

/** The types of record that belong to one subscription's history. */
export type SubscriptionChangeType = Extract<
  AuditType,
  `subscription.${string}` | 'resellerOfRecord.changed' | 'supportContact.changed'
>

interface Changed {
  id: string
  customerId: string
  customerName: string
}

/**
 * Writes what happened to a subscription twice: into its own history, which everybody who sees it may read, and into the
 * record of the two organizations.
 */
export async function recordChange<Type extends SubscriptionChangeType>(
  work: Work,
  subscription: Changed,
  type: Type,
  details: AuditDetails[Type],
): Promise<void> {
  await writeHistory(work, subscription.id, type, details)
  const subject = { id: subscription.customerId, name: subscription.customerName }
  await work.audit(type, details, { subject })
}

/** Only the subscription's own history: for what another record covers, such as a purchase. */
export async function writeHistory(
  { db, by, at }: Pick<Work, 'db' | 'by' | 'at'>,
  subscriptionId: string,
  type: string,
  details: object,
): Promise<void> {
  await db.subscriptionChange.createMany({
    data: {
      subscriptionId,
      type,
      details,
      actorName: by.name,
      organizationName: by.organizationName,
      occurredAt: at ?? clock.now(),
    },
  })
}

export function unitPrices({ list, reseller, retail }: Prices) {
  return { listUnitPrice: list, resellerUnitPrice: reseller, retailUnitPrice: retail }
}

function amountColumns({ list, reseller, retail }: Prices) {
  return { listAmount: list, resellerAmount: reseller, retailAmount: retail }
}

function unreachable(): never {
  throw new Error('An order has lines.')
}
