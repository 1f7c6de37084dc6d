'use server'

import { confirmContact } from '@/lib/domain/verification/commands'
import { formAction } from '@/lib/web/action'

export const confirmContactAction = formAction(confirmContact)
