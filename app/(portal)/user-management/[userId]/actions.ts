'use server'

import {
  disablePartnerUser,
  enablePartnerUser,
  endPartnerUserSessions,
  renamePartnerUser,
} from '@/lib/domain/partner-users/commands'
import { formAction } from '@/lib/web/action'
import { leadToUser } from '@/lib/web/partner-users'

export const renamePartnerUserAction = formAction(renamePartnerUser, leadToUser('user_renamed'))
export const disablePartnerUserAction = formAction(disablePartnerUser, leadToUser('user_disabled'))
export const enablePartnerUserAction = formAction(enablePartnerUser, leadToUser('user_enabled'))
export const endPartnerUserSessionsAction = formAction(endPartnerUserSessions, leadToUser('user_sessions_ended'))
