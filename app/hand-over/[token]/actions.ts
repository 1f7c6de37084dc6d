'use server'

import { acceptHandover } from '@/lib/domain/onboarding/commands'
import { formAction } from '@/lib/web/action'
import { enterOrSignIn } from '@/lib/web/session-cookie'

export const acceptHandoverAction = formAction(acceptHandover, enterOrSignIn)
