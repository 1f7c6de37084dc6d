'use server'

import {
  answerInvitationRequest,
  declineInvitationRequest,
  withdrawInvitationRequest,
} from '@/lib/domain/directory/commands'
import { formAction } from '@/lib/web/action'
import { showInvitationRequest } from '@/lib/web/outcomes'

export const answerInvitationRequestAction = formAction(
  answerInvitationRequest,
  showInvitationRequest('invitation_request_invited'),
)
export const declineInvitationRequestAction = formAction(
  declineInvitationRequest,
  showInvitationRequest('invitation_request_declined'),
)
export const withdrawInvitationRequestAction = formAction(
  withdrawInvitationRequest,
  showInvitationRequest('invitation_request_withdrawn'),
)
