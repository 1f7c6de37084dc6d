import type { Actor, Role } from '@/lib/access/permissions'
import { founded, member, type Organization } from './organizations'
import { row, rows } from './owner'
import { partnership, relationship } from './relations'
import { type SubscriptionChoices, subscription, type WrittenSubscription } from './subscriptions'

/** A provider with a partner, a customer of both, and something sold to it. */
export interface Sale {
  provider: Organization
  ofProvider: Actor
  reseller: Organization
  ofReseller: Actor
  customer: Organization
  ofCustomer: Actor
}

export async function sale({ delegated = true }: { delegated?: boolean } = {}): Promise<Sale> {
  const { organization: provider, admin: ofProvider } = await founded('provider')
  const { organization: reseller, admin: ofReseller } = await founded('reseller')
  const { organization: customer, admin: ofCustomer } = await founded('customer')
  await partnership(provider, reseller)
  await relationship(provider, customer, { delegated: true })
  await relationship(reseller, customer, { delegated })
  return { provider, ofProvider, reseller, ofReseller, customer, ofCustomer }
}

type More = Omit<SubscriptionChoices, 'provider' | 'customer'>

/** Bought just now. */
export function sold({ provider, customer, reseller }: Sale, more: More = {}): Promise<WrittenSubscription> {
  return subscription({ provider, customer, reseller, addedAt: new Date(), ...started(new Date()), ...more })
}

/** The columns of a term that began at this very moment. */
export function started(moment: Date): { columns: Record<string, unknown> } {
  return { columns: { termStartedAt: moment } }
}

export function agentOf(of: Organization, role: Role): Promise<Actor> {
  return member(of, role)
}

export interface Standing {
  status: string
  quantity: number
  assigned: number
  autoRenew: boolean
  version: number
  dueAt: Date | null
  termStartedAt: Date
  termEndsAt: Date
  periodStartedAt: Date
  periodEndsAt: Date
  nextQuantity: number | null
  nextTermDuration: string | null
  nextBillingCycle: string | null
  [column: string]: unknown
}

export function standing({ id }: { id: string }): Promise<Standing> {
  return row<Standing>('select * from "Subscription" where id = $1', [id])
}

export interface LedgerLine {
  kind: string
  quantity: number
  listAmount: string
  retailAmount: string
  chargedAt: Date
}

/** What was billed and given back, oldest first. */
export function ledger({ id }: { id: string }): Promise<LedgerLine[]> {
  return rows(
    `select kind, quantity, "listAmount"::text, "retailAmount"::text, "chargedAt" from "Charge" where "subscriptionId" = $1 order by "chargedAt", id`,
    [id],
  )
}

export interface OrderedLine {
  transaction: string
  quantity: number
  listAmount: string
  transactionType: string
}

/** Lines of orders but for the first, oldest first. */
export function orderedSince({ id, orderId }: WrittenSubscription): Promise<OrderedLine[]> {
  return rows(
    `select l.transaction, l.quantity, l."listAmount"::text, o."transactionType" from "OrderLine" l join "Order" o on o.id = l."orderId"
     where l."subscriptionId" = $1 and o.id <> $2 order by o."createdAt", o.id, l."lineNumber"`,
    [id, orderId],
  )
}

/** Seats as the batches have them: their sum has to be the quantity. */
export async function seatsInBatches({ id }: { id: string }): Promise<number> {
  const { seats } = await row<{ seats: number }>(
    'select coalesce(sum(quantity), 0)::int as seats from "SubscriptionBatch" where "subscriptionId" = $1',
    [id],
  )
  return seats
}

/** Types of the history, oldest first. */
export async function historyOf({ id }: { id: string }): Promise<string[]> {
  const found = await rows<{ type: string }>(
    'select type from "SubscriptionChange" where "subscriptionId" = $1 order by id',
    [id],
  )
  return found.map(({ type }) => type)
}
