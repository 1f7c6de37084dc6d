import type { Actor } from '@/lib/access/permissions'
import { type Database, Prisma } from '@/lib/core/db'
import { byName, type KeyRange } from '@/lib/core/page'
import { scope } from '@/lib/core/scope'
import { containing, toSearchTerm } from '@/lib/core/sort-name'
import { visibleCustomers } from '../customers/queries'
import { visibleSubscriptions } from '../orders/scopes'
import type { Status } from './life-cycle'
import { namesOf, ownSubscriptions } from './reading-steps'
import type { Family } from './schema'

/** What lists of subscriptions read. */

export const rowFields = {
  id: true,
  customerId: true,
  customerName: true,
  customerSortName: true,
  resellerId: true,
  parentId: true,
  family: true,
  title: true,
  friendlyName: true,
  status: true,
  isTrial: true,
  quantity: true,
  assigned: true,
  autoRenew: true,
  termEndsAt: true,
} as const

interface Filter {
  customerId?: string | undefined
  search?: string | undefined
  status?: Status | undefined
  family?: Family | undefined
  reseller?: string | undefined
}

/** One page in the order of customers. */
export async function readSubscriptions(db: Database, actor: Actor, filter: Filter, range: KeyRange) {
  if (filter.customerId) return readOfCustomer(db, actor, filter.customerId, filter, range)
  const own = ownSubscriptions(actor)
  const { search, status, family, reseller } = filter
  if (search || status || family || reseller) {
    const ids = await searchSubscriptions(db, filter, range)
    const where = { AND: [own, { id: { in: ids } }] }
    const rows = await db.subscription.findMany({ where, select: rowFields })
    return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
  }
  const { where, orderBy, take } = byName('customerSortName', range)
  return db.subscription.findMany({ where: { AND: [own, where] }, orderBy, take, select: rowFields })
}

/** What stands in a customer's record, of whomever it was bought. It is little enough to be looked through. */
function readOfCustomer(db: Database, actor: Actor, customerId: string, filter: Filter, range: KeyRange) {
  const { search, status, family, reseller } = filter
  const { where, orderBy, take } = byName('customerSortName', range)
  const wanted = {
    ...containing(search),
    ...(status ? { status } : {}),
    ...(family ? { family } : {}),
    ...(reseller ? { resellerId: reseller } : {}),
  }
  return db.subscription.findMany({
    where: { AND: [visibleSubscriptions(actor), { customerId }, wanted, where] },
    orderBy,
    take,
    select: rowFields,
  })
}

/** The database's own function: substrings cannot use an index behind row-level security, but it can. */
async function searchSubscriptions(db: Database, filter: Filter, range: KeyRange): Promise<string[]> {
  const { search, status = null, family = null, reseller = null } = filter
  const term = search ? toSearchTerm(search) : null
  const from = Prisma.sql`${range.from?.sort ?? null}, ${range.from?.id ?? null}::uuid, ${range.direction === 'backward'}`
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from search_subscriptions(${term}, ${status}, ${family}, ${reseller}::uuid, null, ${from}, ${range.take}::int) as id`
  return rows.map(({ id }) => id)
}

/** For the filter of a provider's list: its resellers in name order, at most 200. */
export async function listResellers(db: Database, { organizationKind, organizationId }: Actor) {
  if (organizationKind !== 'provider') return []
  const found = await db.partnership.findMany({
    where: { AND: [scope({ providerId: organizationId }), { endedAt: null }] },
    orderBy: [{ resellerSortName: 'asc' }, { id: 'asc' }],
    take: 200,
    select: { resellerId: true, resellerName: true },
  })
  return found.map(({ resellerId, resellerName }) => ({ id: resellerId, name: resellerName }))
}

/** Whose records the reader can open: after the end of a relationship what was sold stays in the list, and only that. */
export async function customersServed(db: Database, actor: Actor, rows: readonly { customerId: string }[]) {
  if (actor.organizationKind === 'customer') return () => true
  const among = { customerId: { in: rows.map(({ customerId }) => customerId) }, endedAt: null }
  const where = { AND: [visibleCustomers(actor), among] }
  const served = await db.customerRelationship.findMany({ where, select: { customerId: true } })
  return (customerId: string) => served.some((one) => one.customerId === customerId)
}

export async function withNames<Row extends { resellerId: string | null }>(db: Database, rows: readonly Row[]) {
  const names = await namesOf(
    db,
    rows.map(({ resellerId }) => resellerId),
  )
  return rows.map((row) => ({ ...row, resellerName: row.resellerId ? (names.get(row.resellerId) ?? null) : null }))
}
