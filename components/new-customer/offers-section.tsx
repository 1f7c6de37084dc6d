'use client'

import { useState } from 'react'
import type { NewCustomerForm, OfferRow } from '@/lib/web/new-customer'
import { FieldError } from '../form/field-error'
import { useFieldState } from '../form/form-state'
import { Checkbox } from '../ui/checkbox'
import { Search } from '../ui/icons'
import { Note } from '../ui/note'
import { TextInput } from '../ui/text-input'
import { OfferLine } from './offer-line'
import type { Purchase } from './use-purchase'
import { moneyIn } from './words'

type OffersSectionProps = { form: NewCustomerForm; offers: readonly OfferRow[]; purchase: Purchase; alive: boolean }

/** S1: tick offers, enter how many. Those the customer cannot buy say why. */
export function OffersSection({ form, offers, purchase, alive }: OffersSectionProps) {
  const { texts } = form
  const [term, setTerm] = useState('')
  const [onlyAvailable, setOnlyAvailable] = useState(false)
  const { error } = useFieldState('items')
  if (!form.mayOrder) return <Note>{texts.mayNotOrder}</Note>
  const fits = (offer: OfferRow) =>
    matches(offer, term, texts.terms.family[offer.family]) && (!onlyAvailable || offer.reason === null)
  const shown = offers.filter(fits)
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-1 font-semibold">{texts.offers}</legend>
      <p className="text-caption text-muted">{texts.offersHint}</p>
      {alive && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <TextInput
            type="search"
            icon={<Search />}
            aria-label={texts.searchOffers}
            placeholder={texts.searchOffers}
            value={term}
            onChange={(event) => setTerm(event.target.value)}
            // Enter would be the form's next step.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
            className="max-w-96 flex-1"
          />
          <Checkbox
            label={texts.onlyAvailable}
            checked={onlyAvailable}
            onChange={(event) => setOnlyAvailable(event.target.checked)}
          />
        </div>
      )}
      {error && <FieldError id="offers-error">{error}</FieldError>}
      {/* What a search hides stays in the form. */}
      <ul className="max-h-140 divide-y divide-border overflow-y-auto rounded-control border border-border">
        {offers.map((offer) => (
          <OfferLine
            key={offer.offerId}
            offer={offer}
            purchase={purchase}
            texts={texts}
            locale={form.locale}
            alive={alive}
            hidden={!shown.includes(offer)}
          />
        ))}
        {shown.length === 0 && (
          <li className="p-4 text-muted">{offers.length === 0 ? texts.offersEmpty : texts.offersNone}</li>
        )}
      </ul>
      {purchase.total && (
        <p aria-live="polite" className="flex flex-wrap justify-between gap-x-4 font-semibold">
          <span>
            {texts.total} <span className="font-normal text-muted">({texts.firstBill})</span>
          </span>
          <span className="tabular-nums">{moneyIn(form.locale, purchase.total.amount, purchase.total.currency)}</span>
        </p>
      )}
    </fieldset>
  )
}

function matches(offer: OfferRow, term: string, family: string): boolean {
  const text = `${offer.title} ${family} ${offer.description}`.toLowerCase()
  return term
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
