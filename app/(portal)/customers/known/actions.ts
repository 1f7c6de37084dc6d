'use server'

import { clearKnownCustomers, removeKnownCustomer } from '@/lib/domain/known-customers/commands'
import { formAction } from '@/lib/web/action'
import { leadTo } from '@/lib/web/outcomes'

const show = (notice: string) => leadTo(`/customers/known?notice=${notice}`)

export const removeKnownCustomerAction = formAction(removeKnownCustomer, show('known_customer_removed'))
export const clearKnownCustomersAction = formAction(clearKnownCustomers, show('known_customers_cleared'))
