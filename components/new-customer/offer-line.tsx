'use client'

import type { NewCustomerTexts, OfferRow } from '@/lib/web/new-customer'
import { Badge } from '../ui/badge'
import { Checkbox } from '../ui/checkbox'
import { classNames } from '../ui/class-names'
import { Select } from '../ui/select'
import { TextInput } from '../ui/text-input'
import type { Purchase } from './use-purchase'
import { fill, moneyIn } from './words'

export interface OfferLineProps {
  offer: OfferRow
  purchase: Purchase
  texts: NewCustomerTexts
  locale: string
  alive: boolean
  hidden: boolean
}

export function OfferLine(props: OfferLineProps) {
  const { offer, purchase, texts, alive, hidden } = props
  const cannot = offer.reason !== null
  const waiting = purchase.isWaiting(offer)
  const needs = offer.needs.map(({ title }) => title).join(', ')
  const title = (
    <>
      <span className="font-semibold">{offer.title}</span>{' '}
      {offer.isTrial && <Badge tone="neutral">{texts.trial}</Badge>}
    </>
  )
  return (
    <li hidden={hidden} className={classNames('grid gap-2 px-3 py-2.5', cannot && 'bg-surface-sunken text-muted')}>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0 flex-[1_1_18rem]">
          {alive && !cannot ? (
            <Checkbox
              label={title}
              checked={purchase.isTicked(offer.offerId)}
              disabled={waiting}
              onChange={(event) => purchase.tick(offer, event.target.checked)}
            />
          ) : (
            <p>{title}</p>
          )}
          <p className={classNames('text-caption text-muted', alive && !cannot && 'pl-7')}>{offer.description}</p>
          {needs && (
            <p className={classNames('text-caption', alive && !cannot && 'pl-7')}>
              {fill(waiting && alive ? texts.tickFirst : texts.addOnOf, { titles: needs })}
            </p>
          )}
        </div>
        <p className="flex-none text-caption text-muted max-sm:w-full">
          {texts.terms.family[offer.family]}
          {offer.reason && <strong className="block font-semibold">{texts.reason[offer.reason]}</strong>}
        </p>
      </div>
      {!cannot && (!alive || purchase.isTicked(offer.offerId)) && <OfferControls {...props} />}
    </li>
  )
}

/** Only what has a quantity is bought: before the script runs every row has its controls, and most stay empty. */
function OfferControls({ offer, purchase, texts, locale, alive }: OfferLineProps) {
  const chosen = purchase.chosen.get(offer.offerId)
  const amount = purchase.amountOf(offer)
  const currency = offer.choices[0]?.currency ?? 'EUR'
  const options = offer.choices.map((choice) => ({
    value: choice.id,
    label: [
      texts.terms.term[choice.termDuration],
      fill(texts.billed, { cycle: texts.terms.billingCycle[choice.billingCycle].toLowerCase() }),
      moneyIn(locale, choice.list, choice.currency),
    ].join(' · '),
  }))
  return (
    <div className="flex flex-wrap items-center gap-2 sm:pl-7">
      <Select
        name="items[]"
        aria-label={fill(texts.choiceOf, { title: offer.title })}
        options={options}
        {...(alive && chosen
          ? {
              value: chosen.choiceId,
              onChange: (event) => purchase.change(offer.offerId, { choiceId: event.target.value }),
            }
          : { defaultValue: chosen?.choiceId })}
        className="min-w-0 flex-[1_1_16rem]"
      />
      <span className="w-24 flex-none">
        <TextInput
          name="quantities[]"
          inputMode="numeric"
          maxLength={7}
          aria-label={fill(texts.quantityOf, { title: offer.title })}
          {...(alive && chosen
            ? {
                value: chosen.quantity,
                onChange: (event) => purchase.change(offer.offerId, { quantity: event.target.value }),
              }
            : { defaultValue: chosen?.quantity })}
          className="text-right tabular-nums"
        />
      </span>
      <span className="text-caption text-muted">{fill(texts.range, { min: offer.min, max: offer.max })}</span>
      {alive && amount !== null && (
        <span className="ml-auto font-semibold tabular-nums">{moneyIn(locale, amount, currency)}</span>
      )}
    </div>
  )
}
