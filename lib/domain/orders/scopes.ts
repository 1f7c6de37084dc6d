import type { Actor } from '@/lib/access/permissions'
import { scope } from '@/lib/core/scope'

/**
 * What was sold is seen by its provider, its customer, its reseller of record and whoever the customer lets administer it, be it
 * everything or, as tenant owner, what is of the Azure family with all that was added to it (spec 3.9, S1).
 */
export function visibleSubscriptions(actor: Actor) {
  const azure = { family: 'azure' } as const
  const ofAzure = { OR: [{ parentId: null, ...azure }, { parent: azure }] }
  return scope({
    OR: [
      ...parties(actor),
      { customer: administeredBy(actor) },
      { AND: [{ customer: ownedBy(actor) }, { customer: servedBy(actor) }, ofAzure] },
    ],
  })
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

/** A customer whose tenant the actor's organization owns; worth something only while it serves the customer. */
function ownedBy({ organizationId }: Actor) {
  return { tenantOwners: { some: { partnerId: organizationId, revokedAt: null } } }
}

function servedBy({ organizationId }: Actor) {
  return { relationshipsAsCustomer: { some: { partnerId: organizationId, endedAt: null } } }
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
