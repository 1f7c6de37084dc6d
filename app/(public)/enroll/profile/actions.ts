'use server'

import { chooseProfile } from '@/lib/domain/enrollment/commands'
import { formAction } from '@/lib/web/action'
import { goOnTo } from '@/lib/web/enrollment'

export const chooseProfileAction = formAction(chooseProfile, goOnTo('legal'))
