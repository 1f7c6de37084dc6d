import { useTranslations } from 'next-intl'
import type { Actor } from '@/lib/access/permissions'
import { PermittedLink } from './permitted-link'
import { ShoppingCart } from './ui/icons'

/** Where more licenses come from: a provider orders them, everybody else asks for them (spec 0.6). */
export function BuyMore({ actor, customerId }: { actor: Actor; customerId: string }) {
  const t = useTranslations('licenses')
  const link = { actor, label: t('buyMore'), icon: <ShoppingCart /> }
  return actor.organizationKind === 'provider' ? (
    <PermittedLink {...link} permission="order.create" href={`/customers/${customerId}/new-subscription`} />
  ) : (
    <PermittedLink {...link} permission="purchaseRequest.create" href={`/requests/new?customer=${customerId}`} />
  )
}
