'use server'

import { beginWorkAccount } from '@/lib/domain/account-setup/commands'
import { formAction } from '@/lib/web/action'
import { awaitConfirmation } from '@/lib/web/enrollment'

export const beginWorkAccountAction = formAction(beginWorkAccount, awaitConfirmation)
