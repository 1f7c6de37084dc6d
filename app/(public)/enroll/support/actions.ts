'use server'

import { keepSupport } from '@/lib/domain/enrollment/commands'
import { formAction } from '@/lib/web/action'
import { goOnTo } from '@/lib/web/enrollment'

export const keepSupportAction = formAction(keepSupport, goOnTo('review'))
