'use server'

import { addSecondFactor, beginSecondFactor } from '@/lib/domain/account-security/commands'
import { formAction } from '@/lib/web/action'
import { showRecoveryCodes } from '@/lib/web/outcomes'

export const beginSecondFactorAction = formAction(beginSecondFactor)
export const addSecondFactorAction = formAction(addSecondFactor, showRecoveryCodes)
