'use server'

import { authorizeRelationships, declineCustomerInvitation } from '@/lib/domain/customers/commands'
import { recordOpening } from '@/lib/domain/invitations/commands'
import { acceptPartnership, declinePartnership } from '@/lib/domain/partnerships/commands'
import { formAction } from '@/lib/web/action'
import { leadTo, stayHere } from '@/lib/web/outcomes'

export const acceptPartnershipAction = formAction(
  acceptPartnership,
  leadTo('/indirect-providers?notice=partnership_accepted'),
)
export const declinePartnershipAction = formAction(declinePartnership, leadTo('/dashboard?notice=invitation_declined'))
export const authorizeRelationshipsAction = formAction(
  authorizeRelationships,
  leadTo('/partner-relationships?notice=relationship_authorized'),
)
export const declineCustomerInvitationAction = formAction(
  declineCustomerInvitation,
  leadTo('/dashboard?notice=invitation_declined'),
)
export const recordOpeningAction = formAction(recordOpening, stayHere)
