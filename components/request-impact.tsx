import { useTranslations } from 'next-intl'
import type { PurchaseRequest } from '@/lib/web/purchase-request'
import { DescriptionList } from './ui/description-list'
import { LocalTime } from './ui/local-time'

type RequestImpactProps = { impact: PurchaseRequest['impact']; locale: string; timeZone: string }

/** Seats before and afterwards, and what that costs at the prices the reader may see. */
export function RequestImpact({ impact, locale }: RequestImpactProps) {
  const t = useTranslations('requests')
  const terms = useTranslations('terms')
  if (!impact) return <p className="text-muted">{t('noImpact')}</p>
  const money = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale, {
    style: 'currency',
    currency: impact.currency,
  })
  const { billingCycle, seats, seatsAfter, assigned, termEndsAt, termDuration, prices } = impact
  return (
    <DescriptionList
      items={[
        ...(termEndsAt
          ? [
              { term: t('seatsNow'), details: String(seats) },
              { term: t('assigned'), details: String(assigned) },
            ]
          : []),
        { term: t('seatsAfter'), details: <b>{seatsAfter}</b> },
        { term: t('term'), details: `${terms(`term.${termDuration}`)}, ${t(`perPeriod.${billingCycle}`)}` },
        ...(termEndsAt
          ? [
              {
                term: t('termEnds'),
                // A term ends at the midnight after its last day, in UTC.
                details: (
                  <LocalTime
                    value={new Date(new Date(termEndsAt).getTime() - 1)}
                    locale={locale}
                    timeZone="UTC"
                    show="date"
                  />
                ),
              },
            ]
          : []),
        // Nothing goes on costing anything where nothing is left.
        ...(seatsAfter === 0 ? [] : prices).map(({ name, price, total }) => ({
          term: terms(`price.${name === 'reseller' && prices.length === 2 ? 'resellerOwn' : name}`),
          details: `${money.format(Number(price))} × ${seatsAfter} = ${money.format(Number(total))}`,
        })),
      ]}
    />
  )
}
