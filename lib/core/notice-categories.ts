/**
 * What the portal tells people of, as they can choose it: each in the portal and by mail. What concerns the safety of an
 * account belongs to none of these, and reaches its person whatever they have chosen.
 */
export const noticeCategories = [
  'invitationAnswers',
  'invitationRequests',
  'colleagues',
  'purchaseRequests',
  'partners',
  'verification',
  'subscriptions',
] as const

export type NoticeCategory = (typeof noticeCategories)[number]
