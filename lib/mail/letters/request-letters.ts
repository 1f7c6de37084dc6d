import type { MailTranslator } from '../translator'

/** Letters about what partners and customers ask each other for. */
export type RequestLetters = {
  purchaseRequested: {
    requestId: string
    fromName: string
    askedBy: string
    customerName: string
    kind: 'newSubscription' | 'addSeats' | 'removeSeats' | 'cancel'
    title: string
    quantity: number | null
    comment: string | null
  }
  purchaseAnswered: {
    requestId: string
    byName: string
    customerName: string
    title: string
    approved: boolean
    comment: string | null
  }
  /** A reseller asks a provider of the directory for an invitation. */
  invitationRequested: { requestId: string; resellerName: string; askedBy: string; message: string | null }
  invitationRequestDeclined: { requestId: string; providerName: string; reason: string }
}

export const requestLetters = {
  purchaseRequested(
    { kind, quantity, comment, title, fromName, askedBy, customerName }: RequestLetters['purchaseRequested'],
    t: MailTranslator,
  ) {
    const names = { title, fromName, askedBy, customerName }
    const wish = t(`purchaseKind.${kind}`, { title, quantity: String(quantity ?? '') })
    return {
      subject: t('purchaseRequested.subject', names),
      heading: t('purchaseRequested.heading', names),
      paragraphs: [t('purchaseRequested.text', names), wish, ...said(comment, t)],
    }
  },
  purchaseAnswered(
    { approved, comment, title, byName, customerName }: RequestLetters['purchaseAnswered'],
    t: MailTranslator,
  ) {
    const verdict = approved ? 'approved' : 'declined'
    const names = { title, byName, customerName }
    return {
      subject: t(`purchaseAnswered.subject.${verdict}`, names),
      heading: t(`purchaseAnswered.heading.${verdict}`, names),
      paragraphs: [t(`purchaseAnswered.text.${verdict}`, names), ...said(comment, t)],
    }
  },
  invitationRequested({ resellerName, askedBy, message }: RequestLetters['invitationRequested'], t: MailTranslator) {
    const names = { resellerName, askedBy }
    return {
      subject: t('invitationRequested.subject', names),
      heading: t('invitationRequested.heading', names),
      paragraphs: [t('invitationRequested.text', names), ...said(message, t)],
    }
  },
  invitationRequestDeclined({ providerName, reason }: RequestLetters['invitationRequestDeclined'], t: MailTranslator) {
    const names = { providerName }
    return {
      subject: t('invitationRequestDeclined.subject', names),
      heading: t('invitationRequestDeclined.heading', names),
      paragraphs: [t('invitationRequestDeclined.text', names), ...said(reason, t)],
    }
  },
}

function said(comment: string | null, t: MailTranslator): string[] {
  return comment ? [t('purchaseComment', { comment })] : []
}
