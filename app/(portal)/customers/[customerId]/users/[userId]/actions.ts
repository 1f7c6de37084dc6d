'use server'

import { deleteCustomerUser, editCustomerUser, resetCustomerUserPassword } from '@/lib/domain/customer-users/commands'
import { changeLicenses } from '@/lib/domain/licenses/commands'
import { formAction } from '@/lib/web/action'
import { leadToOnePerson, leadToPeople, leadToPerson, showCredentials } from '@/lib/web/customer-people'

export const editCustomerUserAction = formAction(editCustomerUser, leadToPerson('person_saved'))
export const resetCustomerUserPasswordAction = formAction(resetCustomerUserPassword, showCredentials)
export const deleteCustomerUserAction = formAction(deleteCustomerUser, leadToPeople('person_deleted'))
export const changePersonLicensesAction = formAction(changeLicenses, leadToOnePerson('licenses_changed'))
