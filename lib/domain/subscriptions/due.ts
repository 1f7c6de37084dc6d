import { writeAudit } from '@/lib/core/audit'
import { after, clock, hour } from '@/lib/core/clock'
import { callFunction, type Database, inTransaction, Prisma } from '@/lib/core/db'
import { log } from '@/lib/core/log'
import { noRequest } from '@/lib/core/request'
import type { Work } from '../orders/steps'
import { advanceTree } from './advance-steps'
import { lockTree } from './tree-steps'

interface Due {
  id: string
  providerId: string
}

const batchSize = 100

/**
 * Does everything that has fallen due, each subscription in a transaction of its own and as its provider. Any number of
 * workers may do it at the same time, and die at any moment. One that cannot be advanced is put aside for an hour.
 * @returns how many were advanced, and how many were put aside
 */
export async function advanceDueSubscriptions(): Promise<{ advanced: number; failed: number }> {
  const tally = { advanced: 0, failed: 0 }
  const aside = new Set<string>()
  for (;;) {
    const found = await callFunction<Due>(
      Prisma.sql`select "id", "providerId" from due_subscriptions(${clock.now()}, ${batchSize}::int)`,
    )
    const due = found.filter(({ id }) => !aside.has(id))
    if (due.length === 0) return tally
    for (const one of due) {
      if (await advanceOne(one)) tally.advanced += 1
      else {
        tally.failed += 1
        aside.add(one.id)
      }
    }
  }
}

async function advanceOne({ id, providerId }: Due): Promise<boolean> {
  try {
    await inTransaction({ organizationId: providerId }, (db) => advanceLocked(db, id, providerId))
    return true
  } catch (error) {
    log.error({ err: error, subscriptionId: id }, 'subscription not advanced')
    await inTransaction({ organizationId: providerId }, (db) => putAside(db, id)).catch(() => undefined)
    return false
  }
}

async function advanceLocked(db: Database, id: string, providerId: string): Promise<void> {
  const found = await db.subscription.findUnique({ where: { id }, select: { parentId: true } })
  const tree = found && (await lockTree(db, found.parentId ?? id))
  if (!tree) throw new Error('A subscription that is due is not there.')
  // What another worker has done meanwhile is no longer due.
  await advanceTree(await portalWork(db, providerId), tree, clock.now())
}

/** The portal itself acts, in the name of the provider. */
async function portalWork(db: Database, providerId: string): Promise<Work> {
  const { name } = await db.organization.findUniqueOrThrow({ where: { id: providerId }, select: { name: true } })
  const actor = { userId: null, fullName: null, organizationId: providerId, organizationName: name }
  return {
    db,
    providerId,
    by: { name: null, organizationName: name },
    audit: (type, details, { subject } = {}) => writeAudit(db, { type, details, actor, subject, request: noRequest }),
  }
}

async function putAside(db: Database, id: string): Promise<void> {
  await db.subscription.updateMany({ where: { id }, data: { dueAt: after(hour) } })
}
