import { z } from 'zod'
import { pageInput } from '@/lib/core/page'
import { identifier, searchTerm } from '@/lib/core/vocabulary'

export const listKnownCustomersInput = z.strictObject({ search: searchTerm, ...pageInput })
export const knownCustomerInput = z.strictObject({ knownCustomerId: identifier })
export const nothing = z.strictObject({})

/** What a form of the portal can carry, in characters; see the limit of its files in bytes. */
const fileLength = 200_000

export const importKnownCustomersInput = z.strictObject({
  /** The text of the file. */
  file: z
    .string({ error: 'required' })
    .min(1, { error: 'required' })
    .max(fileLength, { error: 'too_long' })
    .refine((text) => !text.includes('\u0000'), { error: 'characters' }),
})

/** How many customers a reseller may know without being connected to them. */
export const knownCustomerLimit = 10_000

/** What becomes, or would become, of a row: `customer` is connected already, `refused` cannot be read. */
export const verdicts = ['added', 'updated', 'unchanged', 'customer', 'refused'] as const
export type Verdict = (typeof verdicts)[number]
