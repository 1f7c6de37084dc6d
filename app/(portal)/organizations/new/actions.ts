'use server'

import { addProvider } from '@/lib/domain/operator/commands'
import { formAction } from '@/lib/web/action'
import { showOrganization } from '@/lib/web/outcomes'

export const addProviderAction = formAction(addProvider, showOrganization('provider_added'))
