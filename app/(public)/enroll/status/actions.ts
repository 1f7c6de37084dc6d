'use server'

import {
  askForReview,
  changeContact,
  resendContactLetter,
  sendEvidence,
  writeToOperator,
} from '@/lib/domain/verification/commands'
import { formAction } from '@/lib/web/action'
import { leadTo } from '@/lib/web/outcomes'

export const resendContactLetterAction = formAction(resendContactLetter, leadTo('/enroll/status?notice=letter_resent'))
export const changeVerificationContactAction = formAction(
  changeContact,
  leadTo('/enroll/status?notice=contact_changed'),
)
export const sendEvidenceAction = formAction(sendEvidence, leadTo('/enroll/status?notice=evidence_sent'), {
  binaryFile: 'file',
})
export const writeToOperatorAction = formAction(writeToOperator)
export const askForReviewAction = formAction(askForReview, leadTo('/enroll/status?notice=review_asked'))
