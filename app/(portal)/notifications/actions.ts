'use server'

import { readAllNotifications, readNotification } from '@/lib/domain/notifications/commands'
import { formAction } from '@/lib/web/action'
import { followNotification, sayThatAllIsRead } from '@/lib/web/notifications'

export const openNotificationAction = formAction(readNotification, followNotification)
export const readNotificationAction = formAction(readNotification)
export const readAllNotificationsAction = formAction(readAllNotifications, sayThatAllIsRead)
