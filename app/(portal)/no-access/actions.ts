'use server'

import { askForPermission } from '@/lib/domain/notifications/commands'
import { formAction } from '@/lib/web/action'
import { sayThatAsked } from '@/lib/web/notifications'

export const askForPermissionAction = formAction(askForPermission, sayThatAsked)
