'use server'

import { changeSupportProfile } from '@/lib/domain/organization-profile/commands'
import { formAction } from '@/lib/web/action'
import { leadTo } from '@/lib/web/outcomes'

export const changeSupportProfileAction = formAction(changeSupportProfile, leadTo('/settings?notice=support_saved'))
