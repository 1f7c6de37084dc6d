'use server'

import { enrollNow } from '@/lib/domain/enrollment/commands'
import { formAction } from '@/lib/web/action'
import { goToStatus } from '@/lib/web/enrollment'

export const enrollNowAction = formAction(enrollNow, goToStatus)
