import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { type Database, Prisma } from '@/lib/core/db'
import { query } from '@/lib/core/operation'
import { byName, type KeyRange, readPage } from '@/lib/core/page'
import { scope } from '@/lib/core/scope'
import { toSearchTerm } from '@/lib/core/sort-name'
import { customerInput, listCustomersInput } from './schema'
import { findCustomer } from './steps'

/** Relationships in which the actor's organization is the partner. */
export function visibleCustomers(actor: Actor) {
  return scope({ partnerId: actor.organizationId })
}

/** Relationships in which the actor's organization is the customer. */
export function ownRelationships(actor: Actor) {
  return scope({ customerId: actor.organizationId })
}

const rowFields = {
  id: true,
  customerId: true,
  customerName: true,
  customerDomain: true,
  customerSortName: true,
  startedAt: true,
  customer: { select: { country: true, agreements: { select: { dateAgreed: true }, take: 1 } } },
  delegatedAdministrations: { where: { revokedAt: null }, select: { grantedAt: true }, take: 1 },
} as const

/**
 * S1/S2: customers of the actor's organization in name order, each with the partners that share it. A partner filter
 * shows the customers both serve (S2, R5: View customers); the other's remaining customers stay out of sight.
 */
export const listCustomers = query({
  access: 'customer.list',
  input: listCustomersInput,
  async run({ actor, input, db }) {
    const partners = await listPartners(db, actor)
    const page = await readPage(
      input,
      (range) => readCustomers(db, actor, input, range),
      (row) => ({ sort: row.customerSortName, id: row.id }),
    )
    const shared = await sharingPartners(
      db,
      actor,
      page.rows.map(({ customerId }) => customerId),
    )
    const rows = page.rows.map(({ delegatedAdministrations, customer, ...row }) => ({
      ...row,
      country: customer.country,
      agreementDate: customer.agreements[0]?.dateAgreed ?? null,
      delegatedSince: delegatedAdministrations[0]?.grantedAt ?? null,
      partners: shared.filter((partner) => partner.customerId === row.customerId),
    }))
    return { ...page, rows, partners }
  },
})

interface Filter {
  search?: string | undefined
  partner?: string | undefined
}

async function readCustomers(db: Database, actor: Actor, { search, partner }: Filter, range: KeyRange) {
  const own = visibleCustomers(actor)
  if (search || partner) {
    const ids = await searchCustomers(db, search ?? null, partner ?? null, range)
    const rows = await db.customerRelationship.findMany({
      where: { AND: [own, { id: { in: ids } }] },
      select: rowFields,
    })
    return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
  }
  const { where, orderBy, take } = byName('customerSortName', range)
  return db.customerRelationship.findMany({
    where: { AND: [own, { endedAt: null }, where] },
    orderBy,
    take,
    select: rowFields,
  })
}

/** The database's own function: substrings and partners cannot use an index behind row-level security, but it can. */
async function searchCustomers(
  db: Database,
  term: string | null,
  partner: string | null,
  range: KeyRange,
): Promise<string[]> {
  const from = Prisma.sql`${term === null ? null : toSearchTerm(term)}, ${partner}::uuid, ${range.from?.sort ?? null}, ${range.from?.id ?? null}::uuid, ${range.direction === 'backward'}, ${range.take}::int`
  const rows = await db.$queryRaw<{ id: string }[]>`select id from search_customers(${from}) as id`
  return rows.map(({ id }) => id)
}

/** For the filter of the page: partners in name order, at most 200. */
async function listPartners(db: Database, actor: Actor) {
  const provider = actor.organizationKind === 'provider'
  const found = await db.partnership.findMany({
    where: {
      AND: [
        scope(provider ? { providerId: actor.organizationId } : { resellerId: actor.organizationId }),
        { endedAt: null },
      ],
    },
    orderBy: provider ? [{ resellerSortName: 'asc' }, { id: 'asc' }] : [{ providerSortName: 'asc' }, { id: 'asc' }],
    take: 200,
    select: { providerId: true, resellerId: true, providerName: true, resellerName: true },
  })
  return found.map((row) =>
    provider ? { id: row.resellerId, name: row.resellerName } : { id: row.providerId, name: row.providerName },
  )
}

/** Which of the actor's partners also serve these customers: one read for the whole page. */
async function sharingPartners(db: Database, actor: Actor, customerIds: string[]) {
  if (customerIds.length === 0) return []
  const provider = actor.organizationKind === 'provider'
  const partnership = provider
    ? { partnershipsAsReseller: { some: { providerId: actor.organizationId, endedAt: null } } }
    : { partnershipsAsProvider: { some: { resellerId: actor.organizationId, endedAt: null } } }
  return db.customerRelationship.findMany({
    where: {
      customerId: { in: customerIds },
      endedAt: null,
      partnerId: { not: actor.organizationId },
      partner: partnership,
    },
    orderBy: [{ partnerSortName: 'asc' }, { id: 'asc' }],
    select: { customerId: true, partnerId: true, partnerName: true },
  })
}

/**
 * The head of a customer's record.
 * @throws DomainError `not_found`
 */
export const getCustomer = query({
  access: 'customer.view',
  input: customerInput,
  run: ({ actor, input, db }) => findCustomer(db, actor, input.customerId),
})

/** C2: the customer's own view of who may do what for it, and since when. */
export const listPartnerRelationships = query({
  access: 'customerRelationship.list',
  input: z.strictObject({}),
  async run({ actor, db }) {
    const rows = await db.customerRelationship.findMany({
      where: ownRelationships(actor),
      orderBy: [{ status: 'asc' }, { partnerSortName: 'asc' }, { id: 'asc' }],
      take: 200,
      select: {
        id: true,
        status: true,
        partnerKind: true,
        partnerName: true,
        partnerId: true,
        startedAt: true,
        endedAt: true,
        endedByName: true,
        partner: {
          select: {
            domain: true,
            country: true,
            contactName: true,
            contactEmail: true,
            contactPhone: true,
            supportProfile: { select: { email: true, phone: true, website: true } },
          },
        },
        delegatedAdministrations: {
          orderBy: { id: 'desc' },
          take: 1,
          select: { grantedAt: true, revokedAt: true, revokedByName: true },
        },
      },
    })
    return rows.map(({ delegatedAdministrations, ...row }) => ({
      ...row,
      delegation: delegatedAdministrations[0] ?? null,
    }))
  },
})
