import { type OrganizationKind, type Permission, rolesThatMay } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import { type Database, Prisma, statement } from '@/lib/core/db'
import type { NotificationKind, NotificationParameters } from './schema'

interface Notice<Kind extends NotificationKind> {
  kind: Kind
  parameters: NotificationParameters[Kind]
  /** Page of the portal where the person goes on. */
  path: string
}

/** Tells certain people of the actor's own organization. */
export async function notifyPeople<Kind extends NotificationKind>(
  db: Database,
  organizationId: string,
  userIds: readonly string[],
  { kind, parameters, path }: Notice<Kind>,
): Promise<void> {
  const createdAt = clock.now()
  await db.notification.createMany({
    data: userIds.map((userId) => ({ organizationId, userId, kind, parameters, path, createdAt })),
  })
}

/** Tells everybody in an organization who may do something; also in another one that the actor's works with. */
export async function notifyHolders<Kind extends NotificationKind>(
  db: Database,
  to: { organizationId: string; kind: OrganizationKind; permission: Permission },
  { kind, parameters, path }: Notice<Kind>,
): Promise<void> {
  const roles = [...rolesThatMay(to.permission, to.kind)]
  await statement(
    db,
    Prisma.sql`select notify_holders(${to.organizationId}::uuid, ${roles}, ${kind},
      ${JSON.stringify(parameters)}::jsonb, ${path}, ${clock.now()}::timestamptz)`,
  )
}
