import { z } from 'zod'
import { requiredTick } from '@/lib/core/vocabulary'

export const getPartnerAgreementInput = z.strictObject({})
export const signPartnerAgreementInput = z.strictObject({ agreed: requiredTick })
