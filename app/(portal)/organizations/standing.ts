import type { VettingStatus } from '@/lib/access/permissions'

/** Names of standings as the badges know them. */
export const standingOf = {
  None: 'draft',
  Pending: 'underReview',
  Authorized: 'authorized',
  Rejected: 'rejected',
} as const satisfies Record<VettingStatus, string>
