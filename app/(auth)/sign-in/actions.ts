'use server'

import { signIn } from '@/lib/domain/users/commands'
import { formAction } from '@/lib/web/action'
import { enterOrAskForCode } from '@/lib/web/session-cookie'

export const signInAction = formAction(signIn, enterOrAskForCode)
