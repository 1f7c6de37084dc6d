'use server'

import { removePartnership } from '@/lib/domain/partnerships/commands'
import { formAction } from '@/lib/web/action'
import { leadTo } from '@/lib/web/outcomes'

export const removePartnershipAction = formAction(
  removePartnership,
  leadTo('/indirect-resellers?notice=partnership_removed'),
)
