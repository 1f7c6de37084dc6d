'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { PickableOffer } from '@/lib/web/offer-choices'
import { Badge } from './ui/badge'
import { Checkbox } from './ui/checkbox'
import { Select } from './ui/select'
import { TextInput } from './ui/text-input'

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
            <Choice offer={offer} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Unavailable({ offer }: { offer: PickableOffer }) {
  const t = useTranslations('orders')
  return (
    <div className="grid gap-1 pl-8">
      <Title offer={offer} muted />
      <p className="text-caption text-muted">
        <span className="font-semibold">{t('unavailable')}:</span> {offer.refusals.join(' ')}
      </p>
    </div>
  )
}

function Choice({ offer }: { offer: PickableOffer }) {
  const t = useTranslations('orders')
  const terms = useTranslations('terms')
  const locale = useLocale()
  const { title, minQuantity: min, maxQuantity: max } = offer
  const [quantity, setQuantity] = useState('')
  const plan = (one: PickableOffer['plans'][number]) => {
    const price = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'ru', { style: 'currency', currency: one.currency })
    return `${terms(`term.${one.termDuration}`)}, ${terms(`billingCycle.${one.billingCycle}`)}: ${price.format(one.price as `${number}`)}`
  }
  return (
    <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
      <Checkbox
        label={<Title offer={offer} />}
        hint={locale === 'ru' ? offer.descriptionRu : offer.descriptionEn}
        checked={quantity !== '' && quantity !== '0'}
        onChange={(event) => setQuantity(event.target.checked ? String(min) : '')}
        className="min-w-0 flex-[1_1_18rem]"
      />
      <div className="flex min-w-0 flex-wrap items-start gap-2 max-sm:w-full max-sm:pl-8">
        <Select
          name="items[]"
          aria-label={`${t('plan')}: ${title}`}
          options={offer.plans.map((one) => ({ value: one.id, label: plan(one) }))}
          className="w-80 max-w-full max-sm:w-full"
        />
        <div>
          <TextInput
            name="quantities[]"
            inputMode="numeric"
            aria-label={t('quantityOf', { title })}
            value={quantity}
            onChange={(event) => setQuantity(event.target.value.replace(/\D/g, ''))}
            className="w-24"
          />
          <p className="text-caption text-muted">{t('range', { min, max })}</p>
        </div>
      </div>
    </div>
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
