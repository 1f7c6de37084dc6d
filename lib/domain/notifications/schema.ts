/**
 * What people are told inside the portal, and what the message of each kind names. Kinds are message keys of
 * `notifications`; parameters never hold a secret.
 */
export interface NotificationParameters {
  /** Somebody may not do something and asks a colleague who can change that. */
  permissionAsked: { fullName: string; permission: string }
}

export type NotificationKind = keyof NotificationParameters
