'use server'

import {
  discloseInvitation,
  remindInvitation,
  resendInvitation,
  revokeInvitation,
} from '@/lib/domain/invitations/commands'
import { formAction } from '@/lib/web/action'
import { showLink } from '@/lib/web/outcomes'

export const remindInvitationAction = formAction(remindInvitation)
export const resendInvitationAction = formAction(resendInvitation, showLink)
export const revokeInvitationAction = formAction(revokeInvitation)
export const discloseInvitationAction = formAction(discloseInvitation, showLink)
