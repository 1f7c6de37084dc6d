'use server'

import { removeSecondFactor, renewRecoveryCodes, requireSecondFactor } from '@/lib/domain/account-security/commands'
import { changePassword } from '@/lib/domain/users/commands'
import { formAction } from '@/lib/web/action'
import { leadTo, showRecoveryCodes } from '@/lib/web/outcomes'
import { showSignInRule } from '@/lib/web/sign-in-rule'

export const changeOwnPasswordAction = formAction(changePassword, leadTo('/account/security?notice=password_changed'))
export const removeSecondFactorAction = formAction(
  removeSecondFactor,
  leadTo('/account/security?notice=second_factor_removed'),
)
export const renewRecoveryCodesAction = formAction(renewRecoveryCodes, showRecoveryCodes)
export const requireSecondFactorAction = formAction(requireSecondFactor, showSignInRule)
