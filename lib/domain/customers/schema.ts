import { z } from 'zod'
import { pageInput } from '@/lib/core/page'
import { identifier, optional, requiredTick, searchTerm, tick } from '@/lib/core/vocabulary'
import { invitationToken } from '../invitations/schema'

/** `partner`: only customers shared with this reseller (for a provider) or provider (for a reseller). */
export const listCustomersInput = z.strictObject({ search: searchTerm, partner: optional(identifier), ...pageInput })

export const authorizeInput = z.strictObject({
  token: invitationToken,
  agreed: requiredTick,
  /** Needed only while no customer agreement stands. */
  agreement: tick,
})

export const relationshipInput = z.strictObject({ relationshipId: identifier })

export const customerInput = z.strictObject({ customerId: identifier })
