'use server'

import { endOtherSessions, endSession } from '@/lib/domain/account-security/commands'
import { formAction } from '@/lib/web/action'
import { leadTo } from '@/lib/web/outcomes'

export const endSessionAction = formAction(endSession, leadTo('/account/sessions?notice=session_ended'))
export const endOtherSessionsAction = formAction(endOtherSessions, leadTo('/account/sessions?notice=sessions_ended'))
