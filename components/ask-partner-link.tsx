import { useTranslations } from 'next-intl'
import type { Actor } from '@/lib/access/permissions'
import { PermittedLink } from './permitted-link'
import type { ButtonVariant } from './ui/button'

type AskPartnerLinkProps = {
  actor: Actor
  customerId: string
  /** Without one: for a new subscription. */
  subscriptionId?: string
  offerId?: string
  variant?: ButtonVariant
}

/** Ask my provider, or Ask my partner: for whoever may not order itself. Providers do it themselves and see nothing. */
export function AskPartnerLink({ actor, customerId, subscriptionId, offerId, variant }: AskPartnerLinkProps) {
  const t = useTranslations('requests')
  const { organizationKind } = actor
  if (organizationKind !== 'reseller' && organizationKind !== 'customer') return null
  const search = new URLSearchParams({ customer: customerId })
  if (subscriptionId) search.set('subscription', subscriptionId)
  if (offerId) search.set('offer', offerId)
  return (
    <PermittedLink
      actor={actor}
      permission="purchaseRequest.create"
      href={`/requests/new?${search}`}
      label={t(organizationKind === 'reseller' ? 'askProvider' : 'askPartner')}
      {...(variant ? { variant } : {})}
    />
  )
}
