'use server'

import { addUploadedPeople } from '@/lib/domain/partner-users/commands'
import { formAction } from '@/lib/web/action'
import { showProgress } from '@/lib/web/partner-users'

export const addUploadedPeopleAction = formAction(addUploadedPeople, showProgress)
