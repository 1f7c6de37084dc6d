import { useTranslations } from 'next-intl'
import type { Actor } from '@/lib/access/permissions'
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

const places = {
  change: (customerId: string, id: string) => `/customers/${customerId}/subscriptions/${id}#seats`,
  ask: (customerId: string, id: string) => `/requests/new?customer=${customerId}&subscription=${id}`,
} as const

/** Where more licenses of what is there are had; null where the reader cannot have them. */
export function buyMoreHref(customerId: string, { id, more }: { id: string; more: keyof typeof places | null }) {
  return more && places[more](customerId, id)
}
