'use server'

import { changePrimaryContact } from '@/lib/domain/organization-profile/commands'
import { formAction } from '@/lib/web/action'
import { leadTo } from '@/lib/web/outcomes'

export const changePrimaryContactAction = formAction(changePrimaryContact, leadTo('/settings?notice=contact_saved'))
