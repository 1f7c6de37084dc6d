'use server'

import { keepLegalProfile } from '@/lib/domain/enrollment/commands'
import { formAction } from '@/lib/web/action'
import { goOnTo } from '@/lib/web/enrollment'

export const keepLegalProfileAction = formAction(keepLegalProfile, goOnTo('contact'))
