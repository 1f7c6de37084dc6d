'use server'

import { renameProvider, resendActivation } from '@/lib/domain/operator/commands'
import { formAction } from '@/lib/web/action'
import { showOrganization } from '@/lib/web/outcomes'

export const resendActivationAction = formAction(resendActivation, showOrganization('activation_resent'))
export const renameProviderAction = formAction(renameProvider, showOrganization('provider_renamed'))
