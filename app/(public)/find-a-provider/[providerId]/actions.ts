'use server'

import { requestInvitation } from '@/lib/domain/directory/commands'
import { formAction } from '@/lib/web/action'
import { showInvitationRequest } from '@/lib/web/outcomes'

export const requestInvitationAction = formAction(requestInvitation, showInvitationRequest('invitation_request_sent'))
