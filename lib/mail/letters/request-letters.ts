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
}

function said(comment: string | null, t: MailTranslator): string[] {
  return comment ? [t('purchaseComment', { comment })] : []
}
