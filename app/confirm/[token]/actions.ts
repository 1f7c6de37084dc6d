'use server'

import { confirmAccountSetup } from '@/lib/domain/account-setup/commands'
import { enterNewAccount } from '@/lib/web/account-setup'
import { formAction } from '@/lib/web/action'

export const confirmAccountSetupAction = formAction(confirmAccountSetup, enterNewAccount)
