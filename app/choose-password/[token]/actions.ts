'use server'

import { choosePassword } from '@/lib/domain/account-security/commands'
import { formAction } from '@/lib/web/action'
import { enterOrSignIn } from '@/lib/web/session-cookie'

export const choosePasswordAction = formAction(choosePassword, enterOrSignIn)
