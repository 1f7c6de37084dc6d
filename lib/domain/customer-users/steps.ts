import type { Actor, Role } from '@/lib/access/permissions'
import { after, clock } from '@/lib/core/clock'
import { type Database, Prisma } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import type { CommandContext } from '@/lib/core/operation'
import { scope } from '@/lib/core/scope'
import { assertAdministers, findCustomer, type VisibleCustomer } from '../customers/steps'
import { administratorRoles, restoreWindow } from './rules'

export type Work = Pick<CommandContext<'customerUser.manage', unknown>, 'db' | 'audit'>

/**
 * A customer whose people the actor administers: its own organization, or one that delegated its administration.
 * @throws DomainError `not_found`, `delegation_missing`
 */
export async function findAdministeredCustomer(
  db: Database,
  actor: Actor,
  customerId: string,
): Promise<VisibleCustomer> {
  const customer = await findCustomer(db, actor, customerId)
  assertAdministers(customer)
  return customer
}

/** People of the actor's organization and of the customers it administers. */
export function administeredPeople({ organizationId }: Actor) {
  const delegated = { delegatedAdministrations: { some: { revokedAt: null } } }
  return scope({
    OR: [
      { organizationId },
      {
        organization: {
          relationshipsAsCustomer: { some: { partnerId: organizationId, endedAt: null, ...delegated } },
        },
      },
    ],
  })
}

/** Deleted people that can still be restored. */
export function restorable() {
  return { deletedAt: { gt: after(-restoreWindow) } }
}

export interface FoundPerson {
  id: string
  fullName: string
  email: string
  roles: Role[]
  disabledAt: Date | null
}

/**
 * Somebody of the customer who is not deleted.
 * @throws DomainError `not_found`
 */
export async function findPerson(
  db: Database,
  actor: Actor,
  { customerId, userId }: { customerId: string; userId: string },
): Promise<FoundPerson> {
  const found = await db.user.findFirst({
    where: { AND: [administeredPeople(actor), { id: userId, organizationId: customerId, deletedAt: null }] },
    select: { id: true, fullName: true, email: true, roles: true, disabledAt: true },
  })
  if (!found) throw new DomainError('not_found')
  return found
}

/** The row as it was found. Between the look and the change the person may have been deleted or made an administrator. */
export function asFound({ id, roles, disabledAt }: FoundPerson) {
  return { id, deletedAt: null, disabledAt, roles: { equals: roles } }
}

/** Nobody takes their own account away. */
export function assertSomebodyElse(actor: Actor, userId: string): void {
  if (actor.userId === userId) throw new DomainError('own_account')
}

/**
 * Holds all administrators of the customer until the end of the transaction, so that of two who take each other's
 * rights away at the same moment one is refused.
 * @throws DomainError `last_global_admin`
 */
export async function assertAnotherAdministrator(db: Database, customerId: string, userId: string): Promise<void> {
  const administrators = await db.$queryRaw<{ id: string }[]>`
    select id from "User"
    where "organizationId" = ${customerId}::uuid and roles && ${[...administratorRoles]}::"Role"[]
      and "deletedAt" is null and "disabledAt" is null
    order by id for no key update`
  if (administrators.every(({ id }) => id === userId)) throw new DomainError('last_global_admin')
}

/** The other side of a change: the customer, unless it acts itself. */
export function concerning(actor: Actor, { id, name }: { id: string; name: string }) {
  return actor.organizationId === id ? {} : { subject: { id, name } }
}

/** Subscriptions, held in one order by all who count licenses, so that they wait for each other instead of colliding. */
export async function holdSubscriptions(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db.$queryRaw`
    select id from "Subscription" where id in (${Prisma.join(ids.map((id) => Prisma.sql`${id}::uuid`))})
    order by id for no key update`
}

/** Takes all licenses of one person back: they are available to others at once. */
export async function takeAllLicensesBack(
  { db, audit }: Work,
  actor: Actor,
  customer: VisibleCustomer,
  userId: string,
): Promise<void> {
  const held = await db.licenseAssignment.findMany({
    where: { userId },
    select: { subscription: { select: { id: true, title: true, friendlyName: true } } },
  })
  await holdSubscriptions(
    db,
    held.map(({ subscription }) => subscription.id),
  )
  for (const { subscription } of held) {
    const { id: subscriptionId, title, friendlyName } = subscription
    const { count } = await db.licenseAssignment.deleteMany({ where: { subscriptionId, userId } })
    if (count === 0) continue
    await db.subscription.update({
      where: { id: subscriptionId },
      data: { assigned: { decrement: count } },
      select: { id: true },
    })
    const details = { subscriptionId, title: friendlyName ?? title, assigned: 0, removed: count }
    await audit('license.changed', details, concerning(actor, customer))
  }
}

/** The moment of a change, or none where it is undone or was made before. */
export function since(before: Date | null, holds: boolean): Date | null {
  return holds ? (before ?? clock.now()) : null
}
