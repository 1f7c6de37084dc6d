import { z } from 'zod'
import { auditTypes } from '@/lib/core/audit-types'
import { pageInput } from '@/lib/core/page'
import { calendarDay, identifier, optional } from '@/lib/core/vocabulary'

/** Days are whole days in the time zone of the reader. */
export const listActivityInput = z.strictObject({
  type: optional(z.enum(auditTypes, { error: 'invalid' })),
  from: optional(calendarDay),
  to: optional(calendarDay),
  /** Only what concerns this customer. */
  customerId: optional(identifier),
  /** Only what this person of one's own organization did. */
  userId: optional(identifier),
  ...pageInput,
})
