import { useLocale, useTranslations } from 'next-intl'
import type { PickableOffer } from '@/lib/web/offer-choices'
import { OfferChoice } from './offer-choice'
import { Badge } from './ui/badge'

/**
 * Offers to tick, each with a plan and a quantity. It sends two lists side by side, `items[]` and `quantities[]`; without
 * script a typed quantity is what chooses.
 */
export function OfferPicker({ offers }: { offers: readonly PickableOffer[] }) {
  return (
    <ul className="divide-y divide-border">
      {offers.map((offer) => (
        <li key={offer.id} className="px-3 py-3">
          {offer.refusals.length > 0 || offer.plans.length === 0 ? (
            <Unavailable offer={offer} />
          ) : (
            <Available offer={offer} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Unavailable({ offer }: { offer: PickableOffer }) {
  const t = useTranslations('orders')
  return (
    <div className="grid gap-1 pl-7.5">
      <Title offer={offer} muted />
      <p className="text-caption text-muted">
        <span className="font-semibold">{t('unavailable')}:</span> {offer.refusals.join('. ')}
      </p>
    </div>
  )
}

function Available({ offer }: { offer: PickableOffer }) {
  const t = useTranslations('orders')
  const terms = useTranslations('terms')
  const catalog = useTranslations('catalog')
  const locale = useLocale()
  const { title, minQuantity: min, maxQuantity: max } = offer
  const plan = (one: PickableOffer['plans'][number]) => {
    const price = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'ru', { style: 'currency', currency: one.currency })
    return `${terms(`term.${one.termDuration}`)}, ${catalog(`billed.${one.billingCycle}`)}: ${price.format(one.price as `${number}`)}`
  }
  return (
    <OfferChoice
      title={<Title offer={offer} />}
      description={locale === 'ru' ? offer.descriptionRu : offer.descriptionEn}
      min={min}
      max={max}
      range={min === max ? catalog('exactly', { quantity: min }) : catalog('range', { min, max })}
      planLabel={`${t('plan')}: ${title}`}
      quantityLabel={t('quantityOf', { title })}
      plans={offer.plans.map((one) => ({ value: one.id, label: plan(one) }))}
    />
  )
}

function Title({ offer, muted = false }: { offer: PickableOffer; muted?: boolean }) {
  const t = useTranslations('orders')
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <span className={muted ? 'font-semibold text-muted' : 'font-semibold'}>{offer.title}</span>
      {offer.kind !== 'base' && <Badge tone="info">{t(`kindBadge.${offer.kind}`)}</Badge>}
    </span>
  )
}
