import { isWebMail } from '../invitations/rules'
import type { OpenedInvitation } from '../invitations/steps'

/**
 * Whether holding the link proves owning the mailbox: it was mailed by the portal to this very address and the issuer has
 * never seen it.
 */
export function linkProvesMailbox(invitation: Pick<OpenedInvitation, 'addressee' | 'link'>, email: string): boolean {
  return invitation.addressee === email && invitation.link.disclosedAt === null
}

/**
 * Whether a domain may stand for an organization whose first mailbox is `email`: it is the mailbox's own domain or the one
 * above it, or a default domain of the work account, which belongs to nobody until it is taken.
 */
export function mayClaimDomain(email: string, domain: string): boolean {
  const mailDomain = email.slice(email.lastIndexOf('@') + 1)
  return (
    domain.endsWith('.onmicrosoft.com') ||
    (!isWebMail(email) && (mailDomain === domain || mailDomain.endsWith(`.${domain}`)))
  )
}
