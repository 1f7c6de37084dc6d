import { z } from 'zod'
import { emailAddress, identifier } from '@/lib/core/vocabulary'
import { returnPath } from '../users/schema'

export const noInput = z.strictObject({})

export const beginInput = z.strictObject({ email: emailAddress, returnTo: returnPath })

export const proveInput = z.strictObject({ returnTo: returnPath })

/** Everything the issuer has added to the address, as it stands. */
export const returnInput = z.strictObject({
  organizationId: identifier,
  search: z.string().max(8000, { error: 'too_long' }),
})
