import { useTranslations } from 'next-intl'
import type { Actor } from '@/lib/access/permissions'
import type { SubscriptionView } from '@/lib/web/subscription-view'
import { StatusBadge } from './status-badge'
import { SubscriptionAct } from './subscription-act'
import { ButtonLink } from './ui/button'
import { Card, CardHeader } from './ui/card'
import { TextLink } from './ui/text-link'

/** Add-ons with their counts; they follow the subscription wherever it goes. */
export function SubscriptionAddOns({ subscription, actor }: { subscription: SubscriptionView; actor: Actor }) {
  const [t, terms] = [useTranslations('subscriptions.addOns'), useTranslations('terms')]
  const { id, customerId, addOns, possible } = subscription
  return (
    <Card aria-labelledby="add-ons">
      <CardHeader id="add-ons" title={t('title')} />
      {addOns.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <ul className="grid gap-2">
          {addOns.map((addOn) => (
            <li key={addOn.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <TextLink href={`/customers/${customerId}/subscriptions/${addOn.id}`}>{addOn.name}</TextLink>
              <span className="text-muted">{t('quantity', { quantity: addOn.quantity })}</span>
              <StatusBadge status={addOn.status} label={terms(`subscriptionStatus.${addOn.status}`)} />
            </li>
          ))}
        </ul>
      )}
      <div className="mt-4">
        <SubscriptionAct actor={actor} possible={possible} act="buyAddOn" label={t('add')}>
          <ButtonLink href={`/customers/${customerId}/new-subscription?parent=${id}`}>{t('add')}</ButtonLink>
        </SubscriptionAct>
      </div>
    </Card>
  )
}
