'use server'

import { readAllNotifications, readNotification } from '@/lib/domain/notifications/commands'
import { formAction } from '@/lib/web/action'
import { followNotification } from '@/lib/web/notifications'
import { leadTo } from '@/lib/web/outcomes'

export const openNotificationAction = formAction(readNotification, followNotification)
export const readNotificationAction = formAction(readNotification)
export const readAllNotificationsAction = formAction(readAllNotifications, leadTo('/notifications?notice=all_read'))
