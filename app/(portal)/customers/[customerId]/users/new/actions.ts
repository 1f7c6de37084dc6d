'use server'

import { addCustomerUser } from '@/lib/domain/customer-users/commands'
import { formAction } from '@/lib/web/action'
import { showCredentials } from '@/lib/web/customer-people'

export const addCustomerUserAction = formAction(addCustomerUser, showCredentials)
