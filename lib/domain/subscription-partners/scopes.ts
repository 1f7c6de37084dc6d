import type { Actor } from '@/lib/access/permissions'
import { scope } from '@/lib/core/scope'

/** Subscriptions the actor's organization sells. */
export function soldSubscriptions({ organizationId }: Actor) {
  return scope({ providerId: organizationId })
}

/** Active relationships with a customer that the actor may know of: its own, and those of its partners with a shared customer. */
export function visibleRelationships({ organizationId }: Actor) {
  return scope({
    OR: [{ partnerId: organizationId }, { customerId: organizationId }, { partner: partnersOf(organizationId) }],
  })
}

function partnersOf(organizationId: string) {
  return {
    OR: [
      { partnershipsAsReseller: { some: { providerId: organizationId, endedAt: null } } },
      { partnershipsAsProvider: { some: { resellerId: organizationId, endedAt: null } } },
    ],
  }
}

/** Organizations whose name and contact the actor may see: its own, its partners and a customer's partners, also former ones. */
export function knownPartners({ organizationId }: Actor) {
  return scope({
    OR: [
      { id: organizationId },
      { partnershipsAsReseller: { some: { providerId: organizationId } } },
      { partnershipsAsProvider: { some: { resellerId: organizationId } } },
      { relationshipsAsPartner: { some: { customerId: organizationId } } },
    ],
  })
}
