'use server'

import { revokeAdminAccess } from '@/lib/domain/partnerships/commands'
import { formAction } from '@/lib/web/action'
import { leadTo } from '@/lib/web/outcomes'

export const revokeAdminAccessAction = formAction(
  revokeAdminAccess,
  leadTo('/indirect-providers?notice=admin_access_revoked'),
)
