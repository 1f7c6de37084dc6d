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
}

export type NotificationKind = keyof NotificationParameters
