'use server'

import { attestAgreement, changeBilling, changeContact, issueHandover } from '@/lib/domain/onboarding/commands'
import { formAction } from '@/lib/web/action'
import { showLink } from '@/lib/web/outcomes'

export const issueHandoverAction = formAction(issueHandover, showLink)
export const attestAgreementAction = formAction(attestAgreement)
export const changeContactAction = formAction(changeContact)
export const changeBillingAction = formAction(changeBilling)
