import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import { type Database, Prisma } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { administeredPeople } from '../customer-users/steps'
import { visibleSubscriptions } from '../orders/scopes'

export interface LicensedPerson {
  id: string
  fullName: string
  email: string
  usageLocation: string | null
}

/** Those of the people who are there and not deleted, in name order. */
export function findPeople(db: Database, actor: Actor, customerId: string, ids: string[]): Promise<LicensedPerson[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db.user.findMany({
    where: { AND: [administeredPeople(actor), { id: { in: ids }, organizationId: customerId, deletedAt: null }] },
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
    select: { id: true, fullName: true, email: true, usageLocation: true },
  })
}

/**
 * The same, held until the end of the transaction: nobody is deleted while they are given a license.
 * @throws DomainError `not_found`
 */
export async function holdPeople(
  db: Database,
  actor: Actor,
  customerId: string,
  ids: string[],
): Promise<LicensedPerson[]> {
  await db.$queryRaw`
    select id from "User" where id in (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))}) order by id for share`
  const people = await findPeople(db, actor, customerId, ids)
  if (people.length < ids.length) throw new DomainError('not_found')
  return people
}

export interface LicensedSubscription {
  id: string
  title: string
  friendlyName: string | null
  status: string
}

/** @throws DomainError `not_found` */
export async function findSubscriptions(
  db: Database,
  actor: Actor,
  customerId: string,
  ids: string[],
): Promise<LicensedSubscription[]> {
  const found = await db.subscription.findMany({
    where: { AND: [visibleSubscriptions(actor), { id: { in: ids }, customerId }] },
    orderBy: { id: 'asc' },
    select: { id: true, title: true, friendlyName: true, status: true },
  })
  if (found.length < ids.length) throw new DomainError('not_found')
  return found
}

export interface Change {
  actor: Actor
  customerId: string
  subscription: LicensedSubscription
  userIds: string[]
}

/**
 * Gives everybody a license who has none yet. Whether enough are left is decided by the condition of the update, and
 * last of all by the constraint of the table.
 * @returns how many were given
 * @throws DomainError `subscription_not_active`, `no_license_left`
 */
export async function assignLicenses(db: Database, { actor, customerId, subscription, userIds }: Change) {
  const { id: subscriptionId, title, friendlyName } = subscription
  const facts = { subscriptionId, customerId, assignedAt: clock.now(), assignedByName: actor.fullName }
  const { count } = await db.licenseAssignment.createMany({
    data: userIds.map((userId) => ({ ...facts, userId })),
    skipDuplicates: true,
  })
  if (count === 0) return 0
  if (subscription.status !== 'active') throw new DomainError('subscription_not_active')
  const counted = await db.$executeRaw`
    update "Subscription" set assigned = assigned + ${count}
    where id = ${subscriptionId}::uuid and status = 'active' and assigned + ${count} <= quantity`
  if (counted === 0) {
    const available = await countAvailable(db, subscriptionId)
    throw new DomainError('no_license_left', { parameters: { title: friendlyName ?? title, available } })
  }
  return count
}

async function countAvailable(db: Database, id: string): Promise<number> {
  const found = await db.subscription.findFirst({ where: { id }, select: { quantity: true, assigned: true } })
  return found ? found.quantity - found.assigned : 0
}

/** @returns how many were taken back */
export async function removeLicenses(db: Database, { subscription: { id }, userIds }: Change): Promise<number> {
  const { count } = await db.licenseAssignment.deleteMany({ where: { subscriptionId: id, userId: { in: userIds } } })
  if (count === 0) return 0
  await db.subscription.update({ where: { id }, data: { assigned: { decrement: count } }, select: { id: true } })
  return count
}
