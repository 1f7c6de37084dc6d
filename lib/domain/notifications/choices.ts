import type { OrganizationKind } from '@/lib/access/permissions'
import { type NoticeCategory, noticeCategories } from '@/lib/core/notice-categories'
import type { NotificationKind } from './schema'

/** Which choice of their readers notifications obey. `null`: it is about the person's own account, and always told. */
export const notificationCategories = {
  rolesChanged: null,
  permissionAsked: 'colleagues',
  verificationOpened: 'verification',
  verificationReady: 'verification',
  verificationAnswered: 'verification',
  verificationCheckPassed: 'verification',
  verificationAuthorized: 'verification',
  verificationRejected: 'verification',
  verificationCommented: 'verification',
  invitationRequested: 'invitationRequests',
  invitationRequestInvited: 'invitationRequests',
  invitationRequestDeclined: 'invitationRequests',
  invitationAccepted: 'invitationAnswers',
  invitationDeclined: 'invitationAnswers',
  partnershipRemoved: 'partners',
  partnerRenamed: 'partners',
  requestWaiting: 'purchaseRequests',
  requestAnswered: 'purchaseRequests',
} as const satisfies Record<NotificationKind, NoticeCategory | null>

export const channels = ['portal', 'mail'] as const
export type Channel = (typeof channels)[number]

const both: readonly Channel[] = channels
const partner = {
  invitationAnswers: both,
  invitationRequests: both,
  colleagues: ['portal'],
  purchaseRequests: both,
  partners: both,
  verification: both,
} as const satisfies Offered

type Offered = Partial<Record<NoticeCategory, readonly Channel[]>>

/** What there is to be told of in each kind of organization, and where. */
const offered: Record<OrganizationKind, Offered> = {
  // Letters about a verification go to the applicant.
  operator: { colleagues: ['portal'], verification: ['portal'] },
  provider: partner,
  reseller: partner,
  // What is bought is told by mail, to the contact of the customer.
  customer: { colleagues: ['portal'], purchaseRequests: both, subscriptions: ['mail'] },
}

/** What somebody in this kind of organization can choose, in the order of the page. */
export function choicesOf(kind: OrganizationKind): { category: NoticeCategory; channels: readonly Channel[] }[] {
  return noticeCategories.flatMap((category) => {
    const where = offered[kind][category]
    return where ? [{ category, channels: where }] : []
  })
}

/** What is switched off by a form that has only these ticks; what it did not show stays on. */
export function switchedOff(kind: OrganizationKind, channel: Channel, ticked: readonly NoticeCategory[]) {
  return choicesOf(kind)
    .filter(({ category, channels: where }) => where.includes(channel) && !ticked.includes(category))
    .map(({ category }) => category)
}
