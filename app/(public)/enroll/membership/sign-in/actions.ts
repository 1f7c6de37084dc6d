'use server'

import { signInToMembership } from '@/lib/domain/enrollment/commands'
import { formAction } from '@/lib/web/action'
import { goOnTo } from '@/lib/web/enrollment'

export const signInToMembershipAction = formAction(signInToMembership, goOnTo('profile'))
