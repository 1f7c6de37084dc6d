'use server'

import { changeLegalProfile } from '@/lib/domain/organization-profile/commands'
import { formAction } from '@/lib/web/action'
import { leadTo } from '@/lib/web/outcomes'

export const changeLegalProfileAction = formAction(changeLegalProfile, leadTo('/settings?notice=legal_profile_saved'))
