'use server'

import { keepContact } from '@/lib/domain/enrollment/commands'
import { formAction } from '@/lib/web/action'
import { goOnTo } from '@/lib/web/enrollment'

export const keepContactAction = formAction(keepContact, goOnTo('support'))
