import { linkToken } from '@/lib/core/token'
import type { MailTranslator } from '../translator'

export type CheckName = 'EmailOwnership' | 'EmailDomain' | 'EmploymentVerification' | 'BusinessVerification'

/** Letters to the primary contact of a company that is being verified: one at every step. */
export type VerificationLetters = {
  contactConfirmation: { organizationName: string; salt: string }
  verificationSubmitted: { organizationName: string }
  verificationStep: { organizationName: string; check: CheckName }
  /** `enrollment`: of all that was declared, not of a change. */
  verificationAuthorized: { organizationName: string; enrollment: boolean }
  verificationRejected: {
    organizationName: string
    reason: string
    failed: readonly { check: CheckName; note: string }[]
  }
  verificationComment: { organizationName: string; authorName: string; text: string }
}

/** Path of the page where the primary contact answers. */
export function contactPath(salt: string): string {
  return `/confirm-contact/${linkToken('contact', salt)}`
}

export const verificationLetters = {
  contactConfirmation({ organizationName }: VerificationLetters['contactConfirmation'], t: MailTranslator) {
    const names = { organizationName }
    return {
      ...opening('contactConfirmation', names, t),
      paragraphs: [t('contactConfirmation.text', names), t('contactConfirmation.next')],
    }
  },
  verificationSubmitted(names: VerificationLetters['verificationSubmitted'], t: MailTranslator) {
    return { ...opening('verificationSubmitted', names, t), paragraphs: [t('verificationSubmitted.text', names)] }
  },
  verificationStep({ organizationName, check }: VerificationLetters['verificationStep'], t: MailTranslator) {
    const names = { organizationName, check: t(`verificationCheck.${check}`) }
    return { ...opening('verificationStep', names, t), paragraphs: [t('verificationStep.text', names)] }
  },
  verificationAuthorized(
    { organizationName, enrollment }: VerificationLetters['verificationAuthorized'],
    t: MailTranslator,
  ) {
    const names = { organizationName }
    const text = enrollment ? 'text' : 'textChanged'
    return { ...opening('verificationAuthorized', names, t), paragraphs: [t(`verificationAuthorized.${text}`)] }
  },
  verificationRejected(
    { organizationName, reason, failed }: VerificationLetters['verificationRejected'],
    t: MailTranslator,
  ) {
    const each = failed.map(({ check, note }) =>
      t('verificationRejected.failed', { check: t(`verificationCheck.${check}`), note }),
    )
    return {
      ...opening('verificationRejected', { organizationName }, t),
      paragraphs: [t('verificationRejected.text', { reason }), ...each, t('verificationRejected.next')],
    }
  },
  verificationComment(
    { organizationName, authorName, text }: VerificationLetters['verificationComment'],
    t: MailTranslator,
  ) {
    return {
      ...opening('verificationComment', { organizationName, authorName }, t),
      paragraphs: [t('verificationComment.text', { text })],
    }
  },
}

function opening(letter: string, names: Record<string, string>, t: MailTranslator) {
  return { subject: t(`${letter}.subject`, names), heading: t(`${letter}.heading`, names) }
}
