'use server'

import { submitNewCustomer } from '@/lib/domain/onboarding/commands'
import { checkNewCustomer } from '@/lib/domain/onboarding/queries'
import { formAction } from '@/lib/web/action'
import { showConfirmation, showStep } from '@/lib/web/new-customer'

export const checkNewCustomerAction = formAction(checkNewCustomer, showStep)
export const submitNewCustomerAction = formAction(submitNewCustomer, showConfirmation)
