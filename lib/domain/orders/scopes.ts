import type { Actor } from '@/lib/access/permissions'
import { scope } from '@/lib/core/scope'

/**
 * What was sold is seen by its provider, its customer, its reseller of record and whoever the customer lets administer it
 * (spec 3.9, S1).
 */
export function visibleSubscriptions(actor: Actor) {
  return scope({ OR: [...parties(actor), { customer: administeredBy(actor) }] })
}

export function visibleOrders(actor: Actor) {
  const { organizationId } = actor
  return scope({
    OR: [
      { providerId: organizationId },
      { customerId: organizationId },
      { lines: { some: { resellerId: organizationId } } },
      { customer: administeredBy(actor) },
    ],
  })
}

/** Lines of an order: a reseller of record sees its own and not those beside them. */
export function visibleLines(actor: Actor) {
  return scope({ OR: [...parties(actor), { order: { customer: administeredBy(actor) } }] })
}

/** Carts of the actor's organization. */
export function visibleCarts(actor: Actor) {
  return scope({ providerId: actor.organizationId })
}

function parties({ organizationId }: Actor) {
  return [{ providerId: organizationId }, { customerId: organizationId }, { resellerId: organizationId }]
}

/** A customer that gave the actor's organization delegated administration. */
function administeredBy({ organizationId }: Actor) {
  return {
    relationshipsAsCustomer: {
      some: {
        partnerId: organizationId,
        endedAt: null,
        delegatedAdministrations: { some: { revokedAt: null } },
      },
    },
  }
}
