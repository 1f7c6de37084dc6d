'use server'

import { changeLicenses } from '@/lib/domain/licenses/commands'
import { formAction } from '@/lib/web/action'
import { leadToPeople } from '@/lib/web/customer-people'

export const changeLicensesAction = formAction(changeLicenses, leadToPeople('licenses_changed'))
