import type { NoticeCategory } from '@/lib/core/notice-categories'
import type { LetterName } from './letters'

/**
 * Which choice of their readers letters obey. `null`: they are sent to everybody, because they protect an account, carry a
 * link that somebody asked for or needs, or are the first their reader ever hears from the portal.
 */
export const letterCategories = {
  invitation: null,
  accountConfirmation: null,
  enrollmentConfirmation: null,
  enrollmentAccountKnown: null,
  activation: null,
  passwordReset: null,
  passwordTaken: null,
  passwordChanged: null,
  secondFactorAdded: null,
  secondFactorRemoved: null,
  recoveryCodeUsed: null,
  newDevice: null,
  // To the address that is no longer the organization's: its holder learns that somebody took it away.
  primaryContactChanged: null,
  customerWelcome: null,
  handover: null,
  contactConfirmation: null,
  partnershipAccepted: 'invitationAnswers',
  customerAuthorized: 'invitationAnswers',
  invitationDeclined: 'invitationAnswers',
  invitationRequested: 'invitationRequests',
  invitationRequestDeclined: 'invitationRequests',
  purchaseRequested: 'purchaseRequests',
  purchaseAnswered: 'purchaseRequests',
  partnershipRemoved: 'partners',
  adminAccessRevoked: 'partners',
  relationshipEnded: 'partners',
  delegatedAdministrationRemoved: 'partners',
  supportContactReleased: 'partners',
  verificationSubmitted: 'verification',
  verificationStep: 'verification',
  verificationAuthorized: 'verification',
  verificationRejected: 'verification',
  verificationComment: 'verification',
  orderPlaced: 'subscriptions',
  subscriptionSuspended: 'subscriptions',
  subscriptionCancelled: 'subscriptions',
  subscriptionEnding: 'subscriptions',
  subscriptionRenewing: 'subscriptions',
  subscriptionRenewed: 'subscriptions',
} as const satisfies Record<LetterName, NoticeCategory | null>
