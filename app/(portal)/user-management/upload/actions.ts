'use server'

import { uploadPeople } from '@/lib/domain/partner-users/commands'
import { formAction } from '@/lib/web/action'
import { leadToUpload } from '@/lib/web/partner-users'

export const uploadPeopleAction = formAction(uploadPeople, leadToUpload, { textFile: 'file' })
