import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import type { CommandContext } from '@/lib/core/operation'
import { scope } from '@/lib/core/scope'

/** A customer as somebody who may open it finds it: one of its active partners, or the customer itself. */
export interface VisibleCustomer {
  id: string
  name: string
  domain: string
  country: string
  region: string
  /** Null for the customer itself. */
  relationship: { id: string; startedAt: Date; delegatedSince: Date | null } | null
}

/** @throws DomainError `not_found` */
export async function findCustomer(db: Database, actor: Actor, customerId: string): Promise<VisibleCustomer> {
  const found = await db.organization.findFirst({
    where: { AND: [visibleAsCustomer(actor), { id: customerId, kind: 'customer' }] },
    select: {
      id: true,
      name: true,
      domain: true,
      country: true,
      region: true,
      relationshipsAsCustomer: {
        where: { partnerId: actor.organizationId, endedAt: null },
        select: {
          id: true,
          startedAt: true,
          delegatedAdministrations: { where: { revokedAt: null }, select: { grantedAt: true }, take: 1 },
        },
        take: 1,
      },
    },
  })
  const [relationship] = found?.relationshipsAsCustomer ?? []
  if (!found || (!relationship && found.id !== actor.organizationId)) throw new DomainError('not_found')
  const { relationshipsAsCustomer: _relationships, ...customer } = found
  return { ...customer, relationship: relationship ? asRelationship(relationship) : null }
}

function asRelationship(row: { id: string; startedAt: Date; delegatedAdministrations: { grantedAt: Date }[] }) {
  return { id: row.id, startedAt: row.startedAt, delegatedSince: row.delegatedAdministrations[0]?.grantedAt ?? null }
}

/** Organizations that the actor's organization serves, and its own. */
function visibleAsCustomer({ organizationId }: Actor) {
  return scope({
    OR: [{ id: organizationId }, { relationshipsAsCustomer: { some: { partnerId: organizationId, endedAt: null } } }],
  })
}

/**
 * S2: to act inside of a customer's account takes its delegated administration, or to be the customer.
 * @throws DomainError `delegation_missing`
 */
export function assertAdministers(customer: Pick<VisibleCustomer, 'relationship'>): void {
  if (customer.relationship && !customer.relationship.delegatedSince) throw new DomainError('delegation_missing')
}

/** S1: a partner owns the tenant only as long as it serves the customer. For the customer's own transaction. */
export async function endOwnership(
  db: Database,
  audit: CommandContext<'signedIn', unknown>['audit'],
  { customerId, partnerId, partnerName }: { customerId: string; partnerId: string; partnerName: string },
  by: string | null,
): Promise<number> {
  const { count } = await db.tenantOwner.updateMany({
    where: { customerId, partnerId, revokedAt: null },
    data: { revokedAt: clock.now(), revokedByName: by },
  })
  const subject = { id: partnerId, name: partnerName }
  if (count > 0) await audit('tenantOwner.revoked', { customerId, partner: partnerName }, { subject })
  return count
}
