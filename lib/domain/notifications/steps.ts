import { type OrganizationKind, type Permission, rolesThatMay } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import { type Database, Prisma, statement } from '@/lib/core/db'
import { notificationCategories } from './choices'
import type { NotificationKind, NotificationParameters } from './schema'

interface Notice<Kind extends NotificationKind> {
  kind: Kind
  parameters: NotificationParameters[Kind]
  /** Page of the portal where the person goes on. */
  path: string
}

/** Tells certain people of the actor's own organization, but for those who do not want to be told of such things. */
export async function notifyPeople<Kind extends NotificationKind>(
  db: Database,
  organizationId: string,
  userIds: readonly string[],
  { kind, parameters, path }: Notice<Kind>,
): Promise<void> {
  const createdAt = clock.now()
  const unwilling = await whoDeclines(db, kind, userIds)
  await db.notification.createMany({
    data: userIds
      .filter((userId) => !unwilling.has(userId))
      .map((userId) => ({ organizationId, userId, kind, parameters, path, createdAt })),
  })
}

async function whoDeclines(db: Database, kind: NotificationKind, userIds: readonly string[]): Promise<Set<string>> {
  const category = notificationCategories[kind]
  if (!category) return new Set()
  const rows = await db.noticeChoice.findMany({
    where: { userId: { in: [...userIds] }, portalOff: { has: category } },
    select: { userId: true },
  })
  return new Set(rows.map(({ userId }) => userId))
}

/**
 * Tells everybody in an organization who may do something, but for those who do not want to be told of such things; also in
 * another one that the actor's works with.
 */
export async function notifyHolders<Kind extends NotificationKind>(
  db: Database,
  to: { organizationId: string; kind: OrganizationKind; permission: Permission },
  { kind, parameters, path }: Notice<Kind>,
): Promise<void> {
  const roles = [...rolesThatMay(to.permission, to.kind)]
  await statement(
    db,
    Prisma.sql`select notify_holders(${to.organizationId}::uuid, ${roles}, ${kind}, ${notificationCategories[kind]}::"NoticeCategory",
      ${JSON.stringify(parameters)}::jsonb, ${path}, ${clock.now()}::timestamptz)`,
  )
}
