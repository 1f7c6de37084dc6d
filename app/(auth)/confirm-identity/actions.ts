'use server'

import { confirmIdentity } from '@/lib/domain/account-security/commands'
import { formAction } from '@/lib/web/action'
import { enter } from '@/lib/web/session-cookie'

export const confirmIdentityAction = formAction(confirmIdentity, enter)
