'use server'

import { confirmIdentity } from '@/lib/domain/account-security/commands'
import { beginIdentityProof } from '@/lib/domain/issuer-sign-in/commands'
import { formAction } from '@/lib/web/action'
import { enter } from '@/lib/web/session-cookie'
import { leaveForIssuer } from '@/lib/web/single-sign-on'

export const confirmIdentityAction = formAction(confirmIdentity, enter)
export const proveAtIssuerAction = formAction(beginIdentityProof, leaveForIssuer)
