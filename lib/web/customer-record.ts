import { cache } from 'react'
import { getCustomer } from '@/lib/domain/customers/queries'
import { readIfVisible } from './page'

/**
 * The customer whose record is open to the reader. Null where there is no relationship: something that was sold to it can
 * still be seen, and nothing else. Once per request.
 */
export const findCustomerRecord = cache((customerId: string) => readIfVisible(getCustomer, { customerId }))
