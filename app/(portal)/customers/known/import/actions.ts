'use server'

import { importKnownCustomers } from '@/lib/domain/known-customers/commands'
import { previewKnownCustomers } from '@/lib/domain/known-customers/queries'
import { formAction } from '@/lib/web/action'
import { showVerdicts } from '@/lib/web/known-customers'
import { leadTo } from '@/lib/web/outcomes'

export const previewKnownCustomersAction = formAction(previewKnownCustomers, showVerdicts, { textFile: 'file' })
export const importKnownCustomersAction = formAction(
  importKnownCustomers,
  leadTo('/customers/known?notice=known_customers_imported'),
)
