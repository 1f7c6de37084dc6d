import { z } from 'zod'
import { type Actor, type Permission, permissions, rolesThatMay } from '@/lib/access/permissions'
import { query } from '@/lib/core/operation'
import { scope } from '@/lib/core/scope'

/** People of the actor's own organization. */
export function visibleUsers(actor: Actor) {
  return scope({ organizationId: actor.organizationId })
}

const permissionName = z.enum(permissions as [Permission, ...Permission[]], { error: 'invalid' })

/** Why a permission is refused: the roles that give it and who in one's own organization has one of them (at most ten). */
export const explainPermission = query({
  access: 'signedIn',
  input: z.strictObject({ permission: permissionName }),
  async run({ actor, input, db }) {
    const { permission } = input
    const roles = rolesThatMay(permission, actor.organizationKind)
    const people = await db.user.findMany({
      where: { AND: [visibleUsers(actor), { disabledAt: null, deletedAt: null, roles: { hasSome: [...roles] } }] },
      select: { id: true, fullName: true, email: true, roles: true },
      orderBy: [{ fullName: 'asc' }, { id: 'asc' }],
      take: 10,
    })
    return { permission, roles, people }
  },
})
