'use server'

import { inviteCustomer } from '@/lib/domain/invitations/commands'
import { formAction } from '@/lib/web/action'
import { showLinkOrTimeline } from '@/lib/web/invitation-draft'

export const inviteCustomerAction = formAction(inviteCustomer, showLinkOrTimeline)
