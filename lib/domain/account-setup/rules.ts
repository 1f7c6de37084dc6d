import type { OpenedInvitation } from '../invitations/steps'
import { isWebMail } from '../organizations/web-mail'
import { isPublicSuffix } from './public-suffixes'

/**
 * Whether holding the link proves owning the mailbox: it was mailed by the portal to this very address and the issuer has
 * never seen it.
 */
export function linkProvesMailbox(invitation: Pick<OpenedInvitation, 'addressee' | 'link'>, email: string): boolean {
  return invitation.addressee === email && invitation.link.disclosedAt === null
}

/** The domain that a registry gave to whoever runs this one: one label below a public suffix. Null for a suffix itself. */
export function registrableDomain(domain: string): string | null {
  const labels = domain.split('.')
  const from = (label: number) => labels.slice(label).join('.')
  const suffixAt = labels.findIndex((_, label) => isPublicSuffix(from(label)))
  return suffixAt > 0 ? from(suffixAt - 1) : null
}

/**
 * Whether a domain may stand for an organization whose first mailbox is `email`: it is the mailbox's own domain or one
 * above it, as far up as it belongs to somebody, or a default domain of the work account, which belongs to nobody until it
 * is taken.
 */
export function mayClaimDomain(email: string, domain: string): boolean {
  const mailDomain = email.slice(email.lastIndexOf('@') + 1)
  const registrable = registrableDomain(mailDomain)
  return (
    domain.endsWith('.onmicrosoft.com') ||
    (!isWebMail(email) && registrable !== null && isWithin(mailDomain, domain) && isWithin(domain, registrable))
  )
}

function isWithin(domain: string, upper: string): boolean {
  return domain === upper || domain.endsWith(`.${upper}`)
}
