import { useTranslations } from 'next-intl'
import { type Actor, can } from '@/lib/access/permissions'
import { AskPartnerLink } from './ask-partner-link'
import { PermittedLink } from './permitted-link'
import { ShoppingCart } from './ui/icons'

/** Another subscription: a provider orders it, everybody else asks for it (spec 0.6). */
export function AnotherSubscription({ actor, customerId }: { actor: Actor; customerId: string }) {
  const t = useTranslations('orders')
  if (actor.organizationKind !== 'provider') return <AskPartnerLink actor={actor} customerId={customerId} />
  const href = `/customers/${customerId}/new-subscription`
  const link = { actor, href, label: t('addSubscription'), icon: <ShoppingCart /> }
  return <PermittedLink {...link} permission="order.create" />
}

interface Licensed {
  id: string
  status: string
  /** Whether the reader's organization sells it. */
  isSold: boolean
}

/** More licenses of what is there: its seller changes their number, everybody else asks for them. Null where one may do neither. */
export function buyMoreHref(actor: Actor, customerId: string, { id, status, isSold }: Licensed): string | null {
  if (status !== 'active') return null
  if (isSold)
    return can(actor, 'subscription.changeQuantity') ? `/customers/${customerId}/subscriptions/${id}#seats` : null
  return can(actor, 'purchaseRequest.create') ? `/requests/new?customer=${customerId}&subscription=${id}` : null
}
