'use server'

import { addPartnerUser } from '@/lib/domain/partner-users/commands'
import { formAction } from '@/lib/web/action'
import { showNewPerson } from '@/lib/web/partner-users'

export const addPartnerUserAction = formAction(addPartnerUser, showNewPerson)
