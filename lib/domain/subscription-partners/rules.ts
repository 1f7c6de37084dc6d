/** S1's table: four levers a provider has, each on its own. Setting one never sets another. */

/** Subscriptions that still run, or can again: the others belong to the past and keep the partners they had. */
export const livingStatuses = ['pending', 'active', 'suspended', 'expired'] as const

export function mayBeReassigned(status: string): boolean {
  return livingStatuses.some((living) => living === status)
}

export interface Assigned {
  providerId: string
  resellerId: string | null
  /** Who supports it at this moment, not who was designated once. */
  supportContactId: string
}

/** For how many of a customer's subscriptions a partner is reseller of record and support contact. */
export function sharesOf(partnerId: string, subscriptions: readonly Assigned[]) {
  return {
    credited: subscriptions.filter(({ resellerId }) => resellerId === partnerId).length,
    supported: subscriptions.filter(({ supportContactId }) => supportContactId === partnerId).length,
  }
}

/** An ownership ends with the relationship it was granted in; a later relationship does not bring it back. */
export function stillOwns(owner: { grantedAt: Date }, relationship: { startedAt: Date }): boolean {
  return owner.grantedAt >= relationship.startedAt
}
