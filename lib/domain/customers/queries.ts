import { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import { query, statementQuery } from '@/lib/core/operation'
import { readPage } from '@/lib/core/page'
import { scope } from '@/lib/core/scope'
import { readCustomers, readPartners } from './list-rows'
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

/**
 * S1/S2: customers of the actor's organization in name order, each with the partners that share it. A partner filter
 * shows the customers both serve (S2, R5: View customers); the other's remaining customers stay out of sight.
 */
export const listCustomers = statementQuery({
  access: 'customer.list',
  input: listCustomersInput,
  async run({ actor, input, db }) {
    const [partners, page] = await Promise.all([
      readPartners(db, actor),
      readPage(
        input,
        (range) => readCustomers(db, actor, input, range),
        (row) => ({ sort: row.customerSortName, id: row.id }),
      ),
    ])
    return { ...page, partners }
  },
})

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
