import { environment } from '@/lib/core/env'
import type { LinkPurpose } from '@/lib/core/token'
import { linkToken } from '@/lib/core/token'
import type { MailTranslator } from '../translator'
import { type RequestLetters, requestLetters } from './request-letters'
import { type SecurityLetters, securityLetters } from './security-letters'
import { type SubscriptionLetters, subscriptionLetters } from './subscription-letters'
import { contactPath, type VerificationLetters, verificationLetters } from './verification-letters'

/** What each letter needs to be written. Secrets never stand here: a link travels as the salt it derives from. */
export type LetterParameters = {
  invitation: {
    kind: 'partnership' | 'customer' | 'customerTwoParty'
    issuerName: string
    secondName: string | null
    message: string
    salt: string
    reminder: boolean
  }
  accountConfirmation: { fullName: string; organizationName: string; salt: string }
  enrollmentConfirmation: { fullName: string; organizationName: string; salt: string }
  enrollmentAccountKnown: Record<string, never>
  partnershipAccepted: { resellerName: string; acceptedBy: string }
  invitationDeclined: { organizationName: string; declinedBy: string; reason: string | null }
  partnershipRemoved: { providerName: string }
  adminAccessRevoked: { resellerName: string }
  primaryContactChanged: { organizationName: string; changedBy: string }
  customerAuthorized: { customerName: string; acceptedBy: string; delegatedAdministration: boolean }
  relationshipEnded: { customerName: string }
  delegatedAdministrationRemoved: { customerName: string }
  orderPlaced: { customerName: string; providerName: string; number: string }
  customerWelcome: {
    firstName: string
    customerName: string
    providerName: string
    resellerName: string | null
    userName: string
  }
  handover: { customerName: string; issuerName: string; userName: string; salt: string }
  /** `count` in digits. With several customers, the first of them. */
  supportContactReleased: { partnerName: string; customerName: string; count: string }
} & SubscriptionLetters &
  RequestLetters &
  VerificationLetters &
  SecurityLetters

export type LetterName = keyof LetterParameters

/** A letter before it is drawn: plain text only, so that HTML and text say the same. */
export interface LetterContent {
  subject: string
  heading: string
  paragraphs: string[]
  action?: { label: string; url: string }
  footnote: string
}

type Writers = { [Name in LetterName]: (parameters: LetterParameters[Name], t: MailTranslator) => LetterContent }

export const linkPlaceholder = '{link}'

const purposes = {
  partnership: 'partnership',
  customer: 'customer',
  customerTwoParty: 'customer',
} as const satisfies Record<LetterParameters['invitation']['kind'], LinkPurpose>

/** The address of an invitation's landing page. */
export function invitationUrl(kind: LetterParameters['invitation']['kind'], salt: string): string {
  return `${environment().APP_ORIGIN}/invite/${linkToken(purposes[kind], salt)}`
}

/** The address where a new customer chooses its first password. */
export function handoverUrl(token: string): string {
  return page(`/hand-over/${token}`)
}

function page(path: string): string {
  return environment().APP_ORIGIN + path
}

export const letters: Writers = {
  invitation: ({ kind, issuerName, secondName, message, salt, reminder }, t) => {
    const url = invitationUrl(kind, salt)
    const names = { issuer: issuerName, second: secondName ?? '' }
    return {
      subject: t(`invitation.${reminder ? 'reminderSubject' : 'subject'}.${kind}`, names),
      heading: t(`invitation.heading.${kind}`, names),
      paragraphs: message.split(/\n{2,}/).map((part) => part.trim()),
      action: { label: t('invitation.action'), url },
      footnote: t('invitation.footnote', names),
    }
  },
  accountConfirmation: ({ fullName, organizationName, salt }, t) => ({
    subject: t('accountConfirmation.subject'),
    heading: t('accountConfirmation.heading'),
    paragraphs: [t('accountConfirmation.text', { fullName, organizationName })],
    action: { label: t('accountConfirmation.action'), url: page(`/confirm/${linkToken('accountSetup', salt)}`) },
    footnote: t('accountConfirmation.footnote'),
  }),
  ...securityLetters,
  enrollmentConfirmation: ({ fullName, organizationName, salt }, t) => ({
    subject: t('enrollmentConfirmation.subject'),
    heading: t('enrollmentConfirmation.heading'),
    paragraphs: [t('enrollmentConfirmation.text', { fullName, organizationName })],
    action: { label: t('enrollmentConfirmation.action'), url: page(`/confirm/${linkToken('accountSetup', salt)}`) },
    footnote: t('enrollmentConfirmation.footnote'),
  }),
  enrollmentAccountKnown: (_none, t) => ({
    subject: t('enrollmentAccountKnown.subject'),
    heading: t('enrollmentAccountKnown.heading'),
    paragraphs: [t('enrollmentAccountKnown.text'), t('enrollmentAccountKnown.next')],
    action: { label: t('enrollmentAccountKnown.action'), url: page('/sign-in?returnTo=%2Fenroll') },
    footnote: t('enrollmentAccountKnown.footnote'),
  }),
  partnershipAccepted: (names, t) => notice(t, 'partnershipAccepted', names, '/indirect-resellers'),
  invitationDeclined: ({ reason, ...names }, t) => {
    const letter = notice(t, 'invitationDeclined', names, '/invitations')
    return reason
      ? { ...letter, paragraphs: [...letter.paragraphs, t('invitationDeclined.reason', { reason })] }
      : letter
  },
  partnershipRemoved: (names, t) => notice(t, 'partnershipRemoved', names, '/indirect-providers'),
  adminAccessRevoked: (names, t) => notice(t, 'adminAccessRevoked', names, '/indirect-resellers'),
  primaryContactChanged: (names, t) => notice(t, 'primaryContactChanged', names, '/settings'),
  customerAuthorized: ({ delegatedAdministration, ...names }, t) => {
    const letter = notice(t, 'customerAuthorized', names, '/customers')
    const right = delegatedAdministration ? 'withDelegatedAdministration' : 'withoutDelegatedAdministration'
    return { ...letter, paragraphs: [...letter.paragraphs, t(`customerAuthorized.${right}`)] }
  },
  customerWelcome: ({ resellerName, ...names }, t) => ({
    subject: t('customerWelcome.subject', names),
    heading: t('customerWelcome.heading', names),
    paragraphs: [
      t('customerWelcome.greeting', names),
      t(resellerName ? 'customerWelcome.withReseller' : 'customerWelcome.direct', {
        ...names,
        resellerName: resellerName ?? '',
      }),
      t('customerWelcome.userName', names),
      t('customerWelcome.password', names),
    ],
    action: { label: t('customerWelcome.action'), url: page('/sign-in') },
    footnote: t('customerWelcome.footnote', names),
  }),
  handover: ({ salt, ...names }, t) => ({
    subject: t('handover.subject', names),
    heading: t('handover.heading', names),
    paragraphs: [t('handover.text', names), t('handover.userName', names)],
    action: { label: t('handover.action'), url: handoverUrl(linkToken('handover', salt)) },
    footnote: t('handover.footnote', names),
  }),
  relationshipEnded: (names, t) => notice(t, 'relationshipEnded', names, '/customers'),
  delegatedAdministrationRemoved: (names, t) => notice(t, 'delegatedAdministrationRemoved', names, '/customers'),
  orderPlaced: (names, t) => notice(t, 'orderPlaced', names, '/orders'),
  supportContactReleased: (names, t) => notice(t, 'supportContactReleased', names, '/subscriptions'),
  purchaseRequested: (about, t) => aboutRequest(t, about, requestLetters.purchaseRequested(about, t)),
  purchaseAnswered: (about, t) => aboutRequest(t, about, requestLetters.purchaseAnswered(about, t)),
  invitationRequested: (about, t) => aboutRequest(t, about, requestLetters.invitationRequested(about, t), asked),
  invitationRequestDeclined: (about, t) =>
    aboutRequest(t, about, requestLetters.invitationRequestDeclined(about, t), asked),
  subscriptionSuspended: (about, t) => aboutBought(t, about, subscriptionLetters.subscriptionSuspended(about, t)),
  subscriptionCancelled: (about, t) => aboutBought(t, about, subscriptionLetters.subscriptionCancelled(about, t)),
  subscriptionEnding: (about, t) => aboutBought(t, about, subscriptionLetters.subscriptionEnding(about, t)),
  subscriptionRenewing: (about, t) => aboutBought(t, about, subscriptionLetters.subscriptionRenewing(about, t)),
  subscriptionRenewed: (about, t) => aboutBought(t, about, subscriptionLetters.subscriptionRenewed(about, t)),
  contactConfirmation: (about, t) => ({
    ...verificationLetters.contactConfirmation(about, t),
    action: { label: t('contactConfirmation.action'), url: page(contactPath(about.salt)) },
    footnote: t('contactConfirmation.footnote'),
  }),
  // The primary contact need not be a person of the portal: this one leads nowhere.
  verificationSubmitted: (about, t) => ({
    ...verificationLetters.verificationSubmitted(about, t),
    footnote: t('verificationSubmitted.footnote', about),
  }),
  verificationStep: (about, t) => aboutVerification(t, verificationLetters.verificationStep(about, t)),
  verificationAuthorized: (about, t) => aboutVerification(t, verificationLetters.verificationAuthorized(about, t)),
  verificationRejected: (about, t) => aboutVerification(t, verificationLetters.verificationRejected(about, t)),
  verificationComment: (about, t) => aboutVerification(t, verificationLetters.verificationComment(about, t)),
}

type Written = Pick<LetterContent, 'subject' | 'heading' | 'paragraphs'>

/** With the way to the customer's own page of what it has bought. */
function aboutBought(t: MailTranslator, { customerId }: { customerId: string }, written: Written): LetterContent {
  const action = { label: t('open'), url: page(`/customers/${customerId}`) }
  return { ...written, action, footnote: t('noticeFootnote') }
}

/** With the way to where the applicant follows and answers. */
function aboutVerification(t: MailTranslator, written: Written): LetterContent {
  return { ...written, action: { label: t('open'), url: page('/enroll/status') }, footnote: t('noticeFootnote') }
}

const asked = '/invitation-requests'

function aboutRequest(
  t: MailTranslator,
  { requestId }: { requestId: string },
  written: Written,
  list = '/requests',
): LetterContent {
  const action = { label: t('open'), url: page(`${list}/${requestId}`) }
  return { ...written, action, footnote: t('noticeFootnote') }
}

function notice(t: MailTranslator, name: string, values: Record<string, string>, path: string): LetterContent {
  return {
    subject: t(`${name}.subject`, values),
    heading: t(`${name}.heading`, values),
    paragraphs: [t(`${name}.text`, values)],
    action: { label: t('open'), url: page(path) },
    footnote: t('noticeFootnote'),
  }
}
