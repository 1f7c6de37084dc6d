'use server'

import { signPartnerAgreement } from '@/lib/domain/agreements/commands'
import { formAction } from '@/lib/web/action'
import { leadTo } from '@/lib/web/outcomes'

export const signPartnerAgreementAction = formAction(
  signPartnerAgreement,
  leadTo('/partner-agreement?notice=agreement_signed'),
)
