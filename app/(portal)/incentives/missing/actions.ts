'use server'

import { setResellersOfRecord } from '@/lib/domain/incentives/commands'
import { formAction } from '@/lib/web/action'
import { leadTo } from '@/lib/web/outcomes'

export const setResellersOfRecordAction = formAction(
  setResellersOfRecord,
  leadTo('/incentives/missing?notice=resellers_set'),
)
