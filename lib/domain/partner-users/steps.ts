import { type Actor, can, type Role } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { highestRole } from '../users/rules'
import { losesGlobalAdmin, refusalToChange } from './rules'

export interface HeldPerson {
  id: string
  fullName: string
  email: string
  roles: Role[]
  disabledAt: Date | null
}

/** People as they are until the end of the transaction, and who changes one of them. */
export interface Held {
  /** With the roles of this moment: somebody else may just have taken some away. */
  acting: Actor
  person: HeldPerson
  /** Whether somebody else is an enabled Global admin. */
  isReplaceable: boolean
}

/**
 * Holds the person, whoever changes them and all enabled Global admins, in one order: of two who take each other's rights
 * away at the same moment, the second finds what the first has left.
 * @throws DomainError `not_found`, `role_missing`
 */
export async function holdPerson(db: Database, actor: Actor, userId: string): Promise<Held> {
  const held = await db.$queryRaw<HeldPerson[]>`
    select id, "fullName", email, roles::text[] as roles, "disabledAt" from "User"
    where "organizationId" = ${actor.organizationId}::uuid and "deletedAt" is null
      and (id in (${actor.userId}::uuid, ${userId}::uuid)
        or (${highestRole}::"Role" = any (roles) and "disabledAt" is null))
    order by id for no key update`
  const person = held.find(({ id }) => id === userId)
  if (!person) throw new DomainError('not_found')
  const own = held.find(({ id }) => id === actor.userId)
  const acting = { ...actor, roles: own && !own.disabledAt ? own.roles : [] }
  if (!can(acting, 'user.manage')) throw new DomainError('role_missing', { permission: 'user.manage' })
  const isReplaceable = held.some(
    ({ id, roles, disabledAt }) => id !== userId && roles.includes(highestRole) && !disabledAt,
  )
  return { acting, person, isReplaceable }
}

/**
 * The same for what nobody does to themselves, nor to a Global admin without being one.
 * @throws DomainError `not_found`, `role_missing`, `own_account`, `global_admin_protected`
 */
export async function holdChangeable(db: Database, actor: Actor, userId: string): Promise<Held> {
  const held = await holdPerson(db, actor, userId)
  const refusal = refusalToChange(held.acting, held.person)
  if (refusal) throw new DomainError(refusal)
  return held
}

/** @throws DomainError `last_global_admin` */
export function assertSomebodyRemains(
  { person, isReplaceable }: Held,
  after: { roles: readonly Role[]; disabled: boolean },
): void {
  if (losesGlobalAdmin(person, after) && !isReplaceable) throw new DomainError('last_global_admin')
}

/** A new password makes links to choose one useless. */
export async function voidPasswordLinks(db: Database, userId: string): Promise<void> {
  await db.passwordLink.updateMany({
    where: { userId, usedAt: null, replacedAt: null },
    data: { replacedAt: clock.now() },
  })
}
