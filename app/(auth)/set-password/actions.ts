'use server'

import { changePassword } from '@/lib/domain/users/commands'
import { formAction } from '@/lib/web/action'
import { goOn } from '@/lib/web/outcomes'

export const changePasswordAction = formAction(changePassword, goOn)
