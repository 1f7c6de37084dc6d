import type { Actor } from '@/lib/access/permissions'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { recordChange, type Work } from '../orders/steps'
import { mayBeReassigned } from './rules'
import { soldSubscriptions } from './scopes'

const soldFields = {
  id: true,
  customerId: true,
  customerName: true,
  title: true,
  friendlyName: true,
  status: true,
  resellerId: true,
  reseller: { select: { name: true } },
  supportContactId: true,
  support: { select: { name: true } },
} as const

/** A subscription of the actor's own selling, held until the end of the transaction: of two who set, each knows what was before. */
export async function holdSold(db: Database, actor: Actor, subscriptionId: string) {
  await db.$queryRaw`select id from "Subscription" where id = ${subscriptionId}::uuid for update`
  const found = await db.subscription.findFirst({
    where: { AND: [soldSubscriptions(actor), { id: subscriptionId }] },
    select: soldFields,
  })
  if (!found) throw new DomainError('not_found')
  return { ...found, title: found.friendlyName ?? found.title }
}

/** @throws DomainError `transition_refused` for what has ended */
export function assertReassignable({ status }: { status: string }): void {
  if (!mayBeReassigned(status)) throw new DomainError('transition_refused', { parameters: { from: status } })
}

export type SoldSubscription = Awaited<ReturnType<typeof holdSold>>

/** The reseller of record from the next charge on; what was credited stays credited. The others of the four levers stay. */
export async function writeReseller(
  work: Work,
  subscription: SoldSubscription,
  reseller: { id: string; name: string } | null,
): Promise<void> {
  const { id, title } = subscription
  await work.db.subscription.updateMany({
    where: { id },
    data: { resellerId: reseller?.id ?? null, version: { increment: 1 } },
  })
  const names = { before: subscription.reseller?.name ?? null, after: reseller?.name ?? null }
  await recordChange(work, subscription, 'resellerOfRecord.changed', { subscriptionId: id, title, ...names })
}

export async function writeSupportContact(
  work: Work,
  subscription: Pick<SoldSubscription, 'id' | 'title' | 'customerId' | 'customerName' | 'support'>,
  contact: { id: string; name: string },
): Promise<void> {
  const { id, title } = subscription
  await work.db.subscription.updateMany({
    where: { id },
    data: { supportContactId: contact.id, version: { increment: 1 } },
  })
  const names = { before: subscription.support.name, after: contact.name }
  await recordChange(work, subscription, 'supportContact.changed', { subscriptionId: id, title, ...names })
}

/** The name of an organization that a guard has just found to be a partner. */
export async function nameOf(db: Database, id: string): Promise<{ id: string; name: string }> {
  return db.organization.findUniqueOrThrow({ where: { id }, select: { id: true, name: true } })
}

/** Who supports these subscriptions at this moment, by subscription (spec 3.9). */
export async function standingContacts(db: Database, subscriptionIds: readonly string[]): Promise<Map<string, string>> {
  if (subscriptionIds.length === 0) return new Map()
  const rows = await db.$queryRaw<{ id: string; contact: string | null }[]>`
    select id, standing_support_contact(id) as contact from unnest(${[...subscriptionIds]}::uuid[]) as id`
  return new Map(rows.flatMap(({ id, contact }) => (contact ? [[id, contact] as const] : [])))
}
