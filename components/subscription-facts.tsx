import { useLocale, useTranslations } from 'next-intl'
import type { Actor } from '@/lib/access/permissions'
import { dayText, lastDayText } from '@/lib/i18n/days'
import type { SubscriptionView } from '@/lib/web/subscription-view'
import { usePriceLabel } from './offer-prices'
import { Card, CardHeader } from './ui/card'
import { CopyButton } from './ui/copy-button'
import { DescriptionList } from './ui/description-list'
import { Money } from './ui/money'
import { TextLink } from './ui/text-link'

/** The facts of a subscription, with the prices its reader may see. */
export function SubscriptionFacts({ subscription, actor }: { subscription: SubscriptionView; actor: Actor }) {
  const [t, terms] = [useTranslations('subscriptions.details'), useTranslations('terms')]
  const locale = useLocale()
  const { id, customerId, orderId, title, family, parent, termStartedAt, termEndsAt, billingCycle } = subscription
  const from = dayText(termStartedAt, locale)
  return (
    <Card aria-labelledby="details">
      <CardHeader id="details" title={t('title')} />
      <DescriptionList
        items={[
          { term: t('offer'), details: title },
          { term: t('family'), details: terms(`family.${family}`) },
          ...(parent
            ? [
                {
                  term: t('base'),
                  details: (
                    <TextLink href={`/customers/${customerId}/subscriptions/${parent.id}`}>{parent.name}</TextLink>
                  ),
                },
              ]
            : []),
          {
            term: t('term'),
            details: `${terms(`term.${subscription.termDuration}`)}: ${t('termFromTo', { from, to: lastDayText(termEndsAt, locale) })}`,
          },
          { term: t('billing'), details: terms(`billingCycle.${billingCycle}`) },
          { term: t('billedUntil'), details: lastDayText(subscription.periodEndsAt, locale) },
          ...usePrices(subscription, actor),
          { term: t('bought'), details: dayText(subscription.createdAt, locale) },
          ...(orderId
            ? [
                {
                  term: t('order'),
                  details: <TextLink href={`/customers/${customerId}/orders/${orderId}`}>{t('showOrder')}</TextLink>,
                },
              ]
            : []),
          ...(subscription.providerName ? [{ term: t('provider'), details: subscription.providerName }] : []),
          {
            term: t('id'),
            details: (
              <span className="inline-flex items-center gap-1 font-mono text-code">
                {id}
                <CopyButton text={id} iconOnly />
              </span>
            ),
          },
        ]}
      />
    </Card>
  )
}

function usePrices({ prices, currency }: SubscriptionView, { organizationKind }: Actor) {
  const t = useTranslations('subscriptions.details')
  const label = usePriceLabel(organizationKind)
  const names = ['list', 'reseller', 'retail'] as const
  return names.flatMap((name) => {
    const [unit, total] = [prices.unit[name], prices.total[name]]
    if (unit === undefined || total === undefined) return []
    return [
      { term: t('unitPrice', { name: label(name) }), details: <Money amount={unit} currency={currency} /> },
      { term: t('totalPrice', { name: label(name) }), details: <Money amount={total} currency={currency} /> },
    ]
  })
}
