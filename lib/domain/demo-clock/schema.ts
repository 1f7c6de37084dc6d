import { z } from 'zod'
import { wholeNumber } from '@/lib/core/vocabulary'

export const advanceClockInput = z.strictObject({ days: wholeNumber(1, 366) })
