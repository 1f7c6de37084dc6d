import { z } from 'zod'
import { noticeCategories } from '@/lib/core/notice-categories'
import { listedTimeZone } from '@/lib/core/time-zones'
import { line, optional, timeZone } from '@/lib/core/vocabulary'

export const noInput = z.strictObject({})

export const renameSelfInput = z.strictObject({ fullName: line(100) })

/** One of the list; browsers may write some of them another way. */
const chosenTimeZone = z
  .string({ error: 'invalid' })
  .max(60, { error: 'invalid' })
  .transform((name, issues) => {
    const listed = listedTimeZone(name)
    if (listed === null) issues.addIssue({ code: 'custom', message: 'time_zone' })
    return listed ?? z.NEVER
  })

export const chooseTimeZoneInput = z.strictObject({
  /** Empty: as the browser says. */
  chosen: optional(chosenTimeZone),
  /** Where the browser is now. */
  timeZone,
})

const ticked = z
  .array(z.enum(noticeCategories, { error: 'invalid' }), { error: 'invalid' })
  .max(noticeCategories.length, {
    error: 'invalid',
  })

/** What is ticked, by channel. A form without any tick sends no list at all. */
export const chooseNoticesInput = z.strictObject({ portal: ticked.optional(), mail: ticked.optional() })
