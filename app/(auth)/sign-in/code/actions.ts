'use server'

import { finishSignIn } from '@/lib/domain/account-security/commands'
import { formAction } from '@/lib/web/action'
import { enter } from '@/lib/web/session-cookie'

export const finishSignInAction = formAction(finishSignIn, enter)
