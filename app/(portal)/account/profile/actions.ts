'use server'

import { chooseNotices, chooseTimeZone, renameSelf } from '@/lib/domain/profile/commands'
import { updatePreferences } from '@/lib/domain/users/commands'
import { formAction } from '@/lib/web/action'
import { showProfile } from '@/lib/web/outcomes'
import { keepPreferences } from '@/lib/web/preferences'

export const renameSelfAction = formAction(renameSelf, showProfile('name_saved'))
export const keepPreferencesAction = formAction(updatePreferences, keepPreferences)
export const chooseTimeZoneAction = formAction(chooseTimeZone, showProfile('time_zone_saved'))
export const chooseNoticesAction = formAction(chooseNotices, showProfile('notices_saved'))
