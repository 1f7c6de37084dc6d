import type { OpenedInvitation } from '../invitations/steps'

/**
 * Whether holding the link proves owning the mailbox: it was mailed by the portal to this very address and the issuer has
 * never seen it.
 */
export function linkProvesMailbox(invitation: Pick<OpenedInvitation, 'addressee' | 'link'>, email: string): boolean {
  return invitation.addressee === email && invitation.link.disclosedAt === null
}
