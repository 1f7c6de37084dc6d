'use server'

import {
  approveVerification,
  judgeCheck,
  rejectVerification,
  writeToApplicant,
} from '@/lib/domain/verification-review/commands'
import { formAction } from '@/lib/web/action'
import { leadTo } from '@/lib/web/outcomes'

export const judgeCheckAction = formAction(judgeCheck)
export const approveVerificationAction = formAction(
  approveVerification,
  leadTo('/verification?notice=verification_approved'),
)
export const rejectVerificationAction = formAction(
  rejectVerification,
  leadTo('/verification?notice=verification_rejected'),
)
export const writeToApplicantAction = formAction(writeToApplicant)
