import { z } from 'zod'
import { pageInput } from '@/lib/core/page'
import { identifier, requiredTick, searchTerm, tick } from '@/lib/core/vocabulary'
import { invitationToken } from '../invitations/schema'

export const acceptPartnershipInput = z.strictObject({ token: invitationToken, agreed: requiredTick })
export const listPartnersInput = z.strictObject({ search: searchTerm, ...pageInput })
export const partnershipInput = z.strictObject({ partnershipId: identifier })
export const removePartnershipInput = z.strictObject({ partnershipId: identifier, notify: tick })
export const resellerInput = z.strictObject({ resellerId: identifier })
