'use server'

import { requestPartnership } from '@/lib/domain/invitations/commands'
import { formAction } from '@/lib/web/action'
import { showLinkOrTimeline } from '@/lib/web/invitation-draft'

export const requestPartnershipAction = formAction(requestPartnership, showLinkOrTimeline)
