import { environment } from '@/lib/core/env'
import { linkToken } from '@/lib/core/token'
import type { MailTranslator } from '../translator'

/** Letters about getting into one's own account. Never a password, a code or a secret; links travel as salts. */
export type SecurityLetters = {
  activation: { fullName: string; userName: string; organizationName: string; issuerName: string; salt: string }
  passwordReset: { fullName: string; userName: string; salt: string }
  /** A colleague took the password away. */
  passwordTaken: { fullName: string; userName: string; issuerName: string; salt: string }
  passwordChanged: { fullName: string }
  secondFactorAdded: { fullName: string }
  secondFactorRemoved: { fullName: string }
  /** `left` in digits. */
  recoveryCodeUsed: { fullName: string; left: string }
  newDevice: { fullName: string; device: string; address: string }
}

type Content = {
  subject: string
  heading: string
  paragraphs: string[]
  action: { label: string; url: string }
  footnote: string
}
type Writers = { [Name in keyof SecurityLetters]: (parameters: SecurityLetters[Name], t: MailTranslator) => Content }

/** The address where a person chooses a password. */
export function passwordLinkUrl(token: string): string {
  return `${environment().APP_ORIGIN}/choose-password/${token}`
}

export const securityLetters: Writers = {
  activation: (parameters, t) => choosing(t, 'activation', parameters),
  passwordReset: (parameters, t) => choosing(t, 'passwordReset', parameters),
  passwordTaken: (parameters, t) => choosing(t, 'passwordTaken', parameters),
  passwordChanged: (names, t) => warning(t, 'passwordChanged', names),
  secondFactorAdded: (names, t) => warning(t, 'secondFactorAdded', names),
  secondFactorRemoved: (names, t) => warning(t, 'secondFactorRemoved', names),
  recoveryCodeUsed: (names, t) => warning(t, 'recoveryCodeUsed', names),
  newDevice: (names, t) => warning(t, 'newDevice', names),
}

function choosing(t: MailTranslator, name: string, parameters: Record<string, string> & { salt: string }): Content {
  const { salt, ...names } = parameters
  return {
    subject: t(`${name}.subject`, names),
    heading: t(`${name}.heading`, names),
    paragraphs: [t(`${name}.text`, names), t(`${name}.userName`, names)],
    action: { label: t(`${name}.action`), url: passwordLinkUrl(linkToken('password', salt)) },
    footnote: t(`${name}.footnote`, names),
  }
}

/** What has happened to the account, and what to do if it was somebody else. */
function warning(t: MailTranslator, name: string, names: Record<string, string>): Content {
  return {
    subject: t(`${name}.subject`, names),
    heading: t(`${name}.heading`, names),
    paragraphs: [t(`${name}.text`, names), t('securityAdvice')],
    action: { label: t('securityAction'), url: `${environment().APP_ORIGIN}/account/security` },
    footnote: t('securityFootnote'),
  }
}
