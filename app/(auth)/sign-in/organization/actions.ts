'use server'

import { beginSingleSignOn } from '@/lib/domain/issuer-sign-in/commands'
import { formAction } from '@/lib/web/action'
import { leaveForIssuer } from '@/lib/web/single-sign-on'

export const beginSingleSignOnAction = formAction(beginSingleSignOn, leaveForIssuer)
