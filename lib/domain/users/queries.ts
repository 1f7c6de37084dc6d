import { z } from 'zod'
import { type Actor, type Permission, permissions, rolesThatMay } from '@/lib/access/permissions'
import { after, day } from '@/lib/core/clock'
import { query } from '@/lib/core/operation'
import { scope } from '@/lib/core/scope'
import { grantingPermission } from './rules'

/** People of the actor's own organization. */
export function visibleUsers(actor: Actor) {
  return scope({ organizationId: actor.organizationId })
}

const permissionName = z.enum(permissions as [Permission, ...Permission[]], { error: 'invalid' })

/**
 * Why a permission is refused: the roles that give it, who in one's own organization has one of them, who else can give them
 * (ten of each at most), and when the actor has asked for it.
 */
export const explainPermission = query({
  access: 'signedIn',
  input: z.strictObject({ permission: permissionName }),
  async run({ actor, input, db }) {
    const { permission } = input
    const roles = rolesThatMay(permission, actor.organizationKind)
    const granting = rolesThatMay(grantingPermission(actor.organizationKind), actor.organizationKind)
    const colleagues = { AND: [visibleUsers(actor), { disabledAt: null, deletedAt: null }] }
    const named = {
      select: { id: true, fullName: true, email: true, roles: true },
      orderBy: [{ sortName: 'asc' as const }, { id: 'asc' as const }],
      take: 10,
    }
    const people = await db.user.findMany({ where: { ...colleagues, roles: { hasSome: [...roles] } }, ...named })
    const except = people.map(({ id }) => id)
    const grantors = await db.user.findMany({
      where: { ...colleagues, roles: { hasSome: [...granting] }, id: { notIn: [...except, actor.userId] } },
      ...named,
    })
    const asked = await db.roleRequest.findFirst({
      where: { AND: [{ userId: actor.userId }, { permission, settledAt: null }] },
      select: { askedAt: true },
    })
    const askedAt = asked?.askedAt ?? null
    return { permission, roles, people, grantors, askedAt, mayAsk: !askedAt || askedAt <= after(-day) }
  },
})
