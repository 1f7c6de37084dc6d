import type { Actor } from '@/lib/access/permissions'
import type { CommandContext } from '@/lib/core/operation'
import { sendLater } from '@/lib/mail/send-later'
import { issuePasswordLink, mailActivationLink } from '../account-security/password-link-steps'

type Work = Pick<CommandContext<'user.manage', unknown>, 'db' | 'audit'>

interface Addressee {
  id: string
  fullName: string
  email: string
}

/** Mails somebody who has just been added a link to choose their first password. */
export async function mailFirstLink(
  { db, audit }: Work,
  actor: Actor,
  { id, fullName, email }: Addressee,
): Promise<void> {
  const { organizationId, organizationName, locale, fullName: issuerName } = actor
  await mailActivationLink(db, { userId: id, organizationId, fullName, email, locale, organizationName, issuerName })
  await audit('user.passwordLinkIssued', { userId: id, fullName, purpose: 'activation' })
}

/**
 * Mails somebody whose password was taken away a link to choose another one. It lives as long as a first one: until it is
 * used, the person has no password at all.
 */
export async function mailNewLink(
  { db, audit }: Work,
  actor: Actor,
  { id, fullName, email }: Addressee,
): Promise<void> {
  const { organizationId, locale, fullName: issuerName } = actor
  const { salt } = await issuePasswordLink(db, { userId: id, organizationId, purpose: 'activation' })
  const parameters = { fullName, userName: email, issuerName, salt }
  await sendLater(db, { letter: 'passwordTaken', organizationId, to: { userId: id }, locale, parameters })
  await audit('user.passwordLinkIssued', { userId: id, fullName, purpose: 'activation' })
}
