'use server'

import { setResellerOfRecord, setSupportContact } from '@/lib/domain/subscription-partners/commands'
import { formAction } from '@/lib/web/action'

export const setResellerOfRecordAction = formAction(setResellerOfRecord)
export const setSupportContactAction = formAction(setSupportContact)
