'use server'

import { revokeAdminAccess } from '@/lib/domain/partnerships/commands'
import { formAction } from '@/lib/web/action'
import { leadTo } from '@/lib/web/outcomes'

export const withdrawAdminAccessAction = formAction(
  revokeAdminAccess,
  leadTo('/settings/admin-access?notice=admin_access_withdrawn'),
)
