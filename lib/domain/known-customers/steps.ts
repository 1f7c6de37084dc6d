import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import { type Database, Prisma } from '@/lib/core/db'
import type { KeyRange } from '@/lib/core/page'
import { scope } from '@/lib/core/scope'
import { toSearchTerm, toSearchText, toSortName } from '@/lib/core/sort-name'
import { visibleCustomers } from '../customers/queries'
import { readCustomerFile } from './customer-file'
import { type JudgedCustomer, judge } from './rules'

/** Customers that the actor's organization knows. */
export function visibleKnownCustomers({ organizationId }: Actor) {
  return scope({ resellerId: organizationId })
}

/** Ids of those who are not connected, in name order. */
export async function searchKnownCustomers(db: Database, search: string | undefined, range: KeyRange) {
  const { from, direction, take } = range
  const term = search === undefined ? null : toSearchTerm(search)
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from search_known_customers(${term}, ${from?.sort ?? null}, ${from?.id ?? null}::uuid,
      ${direction === 'backward'}, ${take}::int) as id`
  return rows.map(({ id }) => id)
}

/** Those who are not connected, counted no further than needed. */
export async function countUnconnected(db: Database, atMost: number): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`select count_known_customers(${atMost}::int) as count`
  return row?.count ?? 0
}

/**
 * Every row of a file with what becomes of it.
 * @throws DomainError `file_invalid`
 */
export async function judgeFile(db: Database, actor: Actor, text: string): Promise<JudgedCustomer[]> {
  const rows = readCustomerFile(text)
  const domains = rows.map(({ domain }) => domain)
  const microsoftIds = rows.flatMap(({ microsoftId, errors }) => (errors.length === 0 && microsoftId) || [])
  const customers = await db.customerRelationship.findMany({
    where: {
      AND: [
        visibleCustomers(actor),
        { endedAt: null, OR: [{ customerDomain: { in: domains } }, { customerId: { in: microsoftIds } }] },
      ],
    },
    select: { customerDomain: true, customerId: true },
  })
  const known = await db.knownCustomer.findMany({
    where: { AND: [visibleKnownCustomers(actor), { domain: { in: domains } }] },
    select: { domain: true, name: true, contactName: true, contactEmail: true, microsoftId: true, relationship: true },
  })
  const surroundings = {
    ownDomain: actor.organizationDomain,
    customers: new Set(customers.flatMap(({ customerDomain, customerId }) => [customerDomain, customerId])),
    known: new Map(known.map(({ domain, ...facts }) => [domain, facts])),
  }
  return rows.map((row) => judge(row, surroundings))
}

/** Stores what is new or other, in one statement: a colleague who reads the same file at once makes no double. */
export async function store(db: Database, actor: Actor, rows: readonly JudgedCustomer[]): Promise<void> {
  const stored = rows
    .map((row) => ({
      id: uuidv7(),
      ...{ name: row.name, sortName: toSortName(row.name), domain: row.domain, microsoftId: row.microsoftId },
      ...{ contactName: row.contactName, contactEmail: row.contactEmail, relationship: row.relationship },
      search: toSearchText(row.name, row.domain, row.contactName, row.contactEmail),
    }))
    // In one order everywhere, so that two files do not wait for each other.
    .sort((one, other) => (one.domain < other.domain ? -1 : 1))
  await db.$executeRaw`
    insert into "KnownCustomer" ("id", "resellerId", "name", "sortName", "search", "domain", "microsoftId", "contactName",
      "contactEmail", "relationship", "importedAt", "importedByName")
    select r."id", ${actor.organizationId}::uuid, r."name", r."sortName", r."search", r."domain", r."microsoftId", r."contactName",
      r."contactEmail", r."relationship", ${clock.now()}::timestamptz, ${actor.fullName}
    from jsonb_to_recordset(${JSON.stringify(stored)}::jsonb) as r("id" uuid, "name" text, "sortName" text, "search" text,
      "domain" text, "microsoftId" uuid, "contactName" text, "contactEmail" text, "relationship" text)
    on conflict ("resellerId", "domain") do update set ${overwritten}`
}

const overwritten = Prisma.raw(
  [
    'name',
    'sortName',
    'search',
    'microsoftId',
    'contactName',
    'contactEmail',
    'relationship',
    'importedAt',
    'importedByName',
  ]
    .map((column) => `"${column}" = excluded."${column}"`)
    .join(', '),
)
