'use server'

import { advanceClock } from '@/lib/domain/demo-clock/commands'
import { formAction } from '@/lib/web/action'

export const advanceClockAction = formAction(advanceClock)
