'use server'

import { forgotPassword } from '@/lib/domain/account-security/commands'
import { formAction } from '@/lib/web/action'
import { leadTo } from '@/lib/web/outcomes'

export const forgotPasswordAction = formAction(forgotPassword, leadTo('/forgot-password?asked=yes'))
