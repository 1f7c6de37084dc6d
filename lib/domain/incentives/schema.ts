import { z } from 'zod'
import { pageInput } from '@/lib/core/page'
import { identifier, optional } from '@/lib/core/vocabulary'

const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, { error: 'date' })

export const listIncentivesInput = z.strictObject({
  month: optional(month),
  reseller: optional(identifier),
  ...pageInput,
})
export const listMissingResellersInput = z.strictObject({ ...pageInput })
export const setResellersOfRecordInput = z.strictObject({
  subscriptionIds: z
    .array(identifier, { error: 'nothing_selected' })
    .min(1, { error: 'nothing_selected' })
    .max(100, { error: 'too_long' })
    .transform((ids) => [...new Set(ids)]),
  resellerId: z.string({ error: 'required' }).min(1, { error: 'required' }).pipe(identifier),
})
