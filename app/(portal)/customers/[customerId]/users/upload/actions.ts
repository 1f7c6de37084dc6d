'use server'

import { importCustomerUsers } from '@/lib/domain/customer-users/commands'
import { formAction } from '@/lib/web/action'
import { showUpload } from '@/lib/web/customer-people'

export const importCustomerUsersAction = formAction(importCustomerUsers, showUpload, { textFile: 'file' })
