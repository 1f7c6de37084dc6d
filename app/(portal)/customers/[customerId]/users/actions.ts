'use server'

import { restoreCustomerUser } from '@/lib/domain/customer-users/commands'
import { formAction } from '@/lib/web/action'
import { leadToPerson } from '@/lib/web/customer-people'

export const restoreCustomerUserAction = formAction(restoreCustomerUser, leadToPerson('person_restored'))
