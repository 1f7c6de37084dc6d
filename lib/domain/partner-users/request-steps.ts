import { type Actor, isPermission, type Role, rolesThatMay } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'

/** What somebody asked for and may do with these roles is settled. */
export async function settleRoleRequests(
  db: Database,
  { organizationKind }: Pick<Actor, 'organizationKind'>,
  { userId, roles }: { userId: string; roles: readonly Role[] },
): Promise<void> {
  const open = await db.roleRequest.findMany({
    where: { userId, settledAt: null },
    take: 100,
    select: { id: true, permission: true },
  })
  const settled = open.filter(
    ({ permission }) =>
      isPermission(permission) && rolesThatMay(permission, organizationKind).some((role) => roles.includes(role)),
  )
  await db.roleRequest.updateMany({
    where: { id: { in: settled.map(({ id }) => id) } },
    data: { settledAt: clock.now() },
  })
}
