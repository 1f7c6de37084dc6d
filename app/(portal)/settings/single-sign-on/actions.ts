'use server'

import { beginSignInTest } from '@/lib/domain/issuer-sign-in/commands'
import {
  configureSingleSignOn,
  removeSingleSignOn,
  requireSingleSignOn,
  switchSingleSignOn,
  unlinkIdentity,
} from '@/lib/domain/single-sign-on/commands'
import { formAction } from '@/lib/web/action'
import { leadTo } from '@/lib/web/outcomes'
import { leaveForIssuer, showRequired, showSwitched } from '@/lib/web/single-sign-on'

const page = '/settings/single-sign-on'

export const configureSingleSignOnAction = formAction(
  configureSingleSignOn,
  leadTo(`${page}?notice=single_sign_on_saved`),
)
export const beginSignInTestAction = formAction(beginSignInTest, leaveForIssuer)
export const switchSingleSignOnAction = formAction(switchSingleSignOn, showSwitched)
export const requireSingleSignOnAction = formAction(requireSingleSignOn, showRequired)
export const removeSingleSignOnAction = formAction(removeSingleSignOn, leadTo(`${page}?notice=single_sign_on_removed`))
export const unlinkIdentityAction = formAction(unlinkIdentity, leadTo(`${page}?notice=identity_unlinked`))
