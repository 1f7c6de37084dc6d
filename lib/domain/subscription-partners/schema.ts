import { z } from 'zod'
import { identifier } from '@/lib/core/vocabulary'

export { customerInput } from '../customers/schema'

export const subscriptionInput = z.strictObject({ subscriptionId: identifier })
/** A form's empty choice means: no reseller of record. */
export const chosenReseller = z.union([z.literal('').transform(() => null), identifier], { error: 'invalid' })
export const setResellerOfRecordInput = z.strictObject({ subscriptionId: identifier, resellerId: chosenReseller })
export const setSupportContactInput = z.strictObject({ subscriptionId: identifier, partnerId: identifier })
export const tenantOwnerInput = z.strictObject({ customerId: identifier, partnerId: identifier })
