import type { Permission } from '@/lib/access/permissions'
import { DomainError } from '@/lib/core/errors'
import { linkPlaceholder } from '@/lib/mail/letters/letters'
import { isWebMail } from '../organizations/web-mail'
import type { InvitationKind, InvitationState } from './schema'

/** What one must be allowed to do to issue, remind, renew or revoke an invitation of a kind. */
export const issuePermission = {
  partnership: 'partnership.invite',
  customer: 'customer.invite',
  customerTwoParty: 'customer.inviteWithProvider',
} as const satisfies Record<InvitationKind, Permission>

/** What one must be allowed to do to accept or decline it. */
export const acceptPermission = {
  partnership: 'partnership.accept',
  customer: 'customerRelationship.authorize',
  customerTwoParty: 'customerRelationship.authorize',
} as const satisfies Record<InvitationKind, Permission>

/** The kind of organization an invitation is for. */
export function invitedKind(kind: InvitationKind): 'reseller' | 'customer' {
  return kind === 'partnership' ? 'reseller' : 'customer'
}

export function stateOf(
  invitation: { status: Exclude<InvitationState, 'expired'>; expiresAt: Date },
  now: Date,
): InvitationState {
  return invitation.status === 'active' && invitation.expiresAt <= now ? 'expired' : invitation.status
}

// S1 and S2: the text may be edited, the personal link has to stay.
export function assertLinkStands(message: string): void {
  if (message.split(linkPlaceholder).length !== 2) throw new DomainError('link_missing')
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1)
}

/**
 * Whether an addressed invitation is meant for whoever reads this mailbox: it was sent there, or to another mailbox of the
 * same organization. Only a proven mailbox counts, never a domain somebody merely entered; mailboxes of public mail
 * services prove nothing about a company, so there only the person counts.
 */
export function isAddressedTo(addressee: string | null, email: string): boolean {
  if (addressee === null || addressee === email) return true
  return !isWebMail(addressee) && domainOf(addressee) === domainOf(email)
}
