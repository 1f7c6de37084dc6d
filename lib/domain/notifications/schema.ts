import { z } from 'zod'
import { type Permission, permissions } from '@/lib/access/permissions'
import { pageInput } from '@/lib/core/page'
import { identifier } from '@/lib/core/vocabulary'

/**
 * What people are told inside the portal, and what the message of each kind names. Kinds are message keys of
 * `notifications`; parameters never hold a secret.
 */
export interface NotificationParameters {
  /** Somebody may not do something and asks a colleague who can change that. */
  permissionAsked: { fullName: string; permission: string }
  /** To the operator: somebody enrolled, it is its turn, the applicant wrote or sent something. */
  verificationOpened: { organizationName: string }
  verificationReady: { organizationName: string }
  verificationAnswered: { organizationName: string }
  /** To the applicant. */
  verificationCheckPassed: { check: string }
  verificationAuthorized: Record<string, never>
  verificationRejected: Record<string, never>
  verificationCommented: { authorName: string }
  /** A reseller asks a provider for an invitation. */
  invitationRequested: { organizationName: string; fullName: string }
  /** The provider has invited; the link went to that address. */
  invitationRequestInvited: { organizationName: string; addressee: string }
  invitationRequestDeclined: { organizationName: string }
  /** A colleague gave or took roles, each list separated by commas. */
  rolesChanged: { fullName: string; granted: string; removed: string }
  invitationAccepted: { organizationName: string; acceptedBy: string }
  invitationDeclined: { organizationName: string; declinedBy: string }
  partnershipRemoved: { organizationName: string }
  requestWaiting: { organizationName: string; title: string }
  /** A partner goes by another legal name from now on. */
  partnerRenamed: { before: string; after: string }
  requestAnswered: { title: string; answer: 'approved' | 'declined' }
}

export type NotificationKind = keyof NotificationParameters

export const listNotificationsInput = z.strictObject({ ...pageInput })

export const notificationInput = z.strictObject({ notificationId: identifier })

export const noInput = z.strictObject({})

export const askForPermissionInput = z.strictObject({
  permission: z.enum(permissions as [Permission, ...Permission[]], { error: 'invalid' }),
})
