'use server'

import { editPartnerUserRoles } from '@/lib/domain/partner-users/commands'
import { formAction } from '@/lib/web/action'
import { leadToUser } from '@/lib/web/partner-users'

export const editPartnerUserRolesAction = formAction(editPartnerUserRoles, leadToUser('user_roles_updated'))
