'use server'

import { resetPartnerUserPassword } from '@/lib/domain/partner-users/commands'
import { formAction } from '@/lib/web/action'
import { showNewPassword } from '@/lib/web/partner-users'

export const resetPartnerUserPasswordAction = formAction(resetPartnerUserPassword, showNewPassword)
