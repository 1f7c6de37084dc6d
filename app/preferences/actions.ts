'use server'

import { signOut, updatePreferences } from '@/lib/domain/users/commands'
import { formAction } from '@/lib/web/action'
import { rememberPreferences } from '@/lib/web/preferences'
import { forgetSession } from '@/lib/web/session-cookie'

export const updatePreferencesAction = formAction(updatePreferences, rememberPreferences)
export const signOutAction = formAction(signOut, forgetSession)
