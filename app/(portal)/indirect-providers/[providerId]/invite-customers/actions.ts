'use server'

import { inviteCustomerWithProvider } from '@/lib/domain/invitations/commands'
import { formAction } from '@/lib/web/action'
import { showLinkOrTimeline } from '@/lib/web/invitation-draft'

export const inviteCustomerWithProviderAction = formAction(inviteCustomerWithProvider, showLinkOrTimeline)
