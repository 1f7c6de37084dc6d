'use server'

import { grantTenantOwner, revokeTenantOwner } from '@/lib/domain/subscription-partners/commands'
import { formAction } from '@/lib/web/action'

export const grantTenantOwnerAction = formAction(grantTenantOwner)
export const revokeTenantOwnerAction = formAction(revokeTenantOwner)
