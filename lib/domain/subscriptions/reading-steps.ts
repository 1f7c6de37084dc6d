import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { scope } from '@/lib/core/scope'
import { visibleSubscriptions } from '../orders/scopes'
import type { Circumstances, Standing } from './rules'
import { standingTowards } from './taking-steps'
import { asHeld, type Held, ruledFields, type Tree } from './tree-steps'

/** A subscription as somebody who sees it reads it: nothing is locked, and nothing that is due is done. */
export interface Read {
  held: Held
  tree: Tree
  circumstances: Standing & Circumstances
}

/** @throws DomainError `not_found` */
export async function readSubscription(db: Database, actor: Actor, id: string): Promise<Read> {
  const where = { AND: [visibleSubscriptions(actor), { id }] }
  const seen = await db.subscription.findFirst({ where, select: ruledFields })
  if (!seen) throw new DomainError('not_found')
  return readAround(db, actor, asHeld(seen))
}

/** What decides about a subscription besides itself. */
export async function readAround(db: Database, actor: Actor, held: Held): Promise<Read> {
  const { id } = held
  const baseId = held.parentId ?? id
  const others = await db.subscription.findMany({
    where: { AND: [visibleSubscriptions(actor), { OR: [{ id: baseId }, { parentId: baseId }] }, { id: { not: id } }] },
    orderBy: { id: 'asc' },
    select: ruledFields,
  })
  const all = [held, ...others.map(asHeld)]
  // The base of an add-on may be somebody else's business: then the add-on stands for itself.
  const base = all.find((each) => each.id === baseId) ?? held
  const tree = { base, addOns: all.filter((each) => each !== base && each.parentId === base.id) }
  const parentStatus = held.parentId && base !== held ? base.status : null
  const standing = await standingTowards(db, actor, { ...held, parentFamily: held === base ? null : base.family })
  return { held, tree, circumstances: { ...standing, parentStatus, now: clock.now() } }
}

/** Names of organizations, as far as the reader may know them. */
export async function namesOf(db: Database, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  if (wanted.length === 0) return new Map()
  const found = await db.organization.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } })
  return new Map(found.map(({ id, name }) => [id, name]))
}

/** Subscriptions of the actor's own list: what it sells, is reseller of record of, or has bought. */
export function ownSubscriptions({ organizationKind, organizationId }: Actor) {
  if (organizationKind === 'provider') return scope({ providerId: organizationId })
  return scope(organizationKind === 'reseller' ? { resellerId: organizationId } : { customerId: organizationId })
}
