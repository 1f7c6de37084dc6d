import { useState } from 'react'
import type { FormState } from '@/lib/web/form-state'
import type { OfferRow } from '@/lib/web/new-customer'
import { plus, times } from './words'

/** An offer that is ticked: for which term, how many. */
export interface Chosen {
  choiceId: string
  quantity: string
}

export interface Purchase {
  chosen: ReadonlyMap<string, Chosen>
  isTicked(offerId: string): boolean
  /** An add-on waits until something it can be added to is ticked. */
  isWaiting(offer: OfferRow): boolean
  tick(offer: OfferRow, ticked: boolean): void
  change(offerId: string, changes: Partial<Chosen>): void
  amountOf(offer: OfferRow): string | null
  /** Your price for the first billing periods, with its currency; null where nothing is ticked. */
  total: { amount: string; currency: string } | null
}

/** What is ticked among the offers. What the customer cannot buy, after its country has changed, is ticked no longer. */
export function usePurchase(offers: readonly OfferRow[], typed: FormState['values']): Purchase {
  const [all, setAll] = useState<ReadonlyMap<string, Chosen>>(() => chosenBefore(offers, typed))
  const chosen = new Map(
    offers.flatMap((offer) => {
      const one = all.get(offer.offerId)
      return one && choiceOf(offer, one) && offer.reason === null ? [[offer.offerId, one] as const] : []
    }),
  )
  const amountOf = (offer: OfferRow) => {
    const one = chosen.get(offer.offerId)
    const choice = one && choiceOf(offer, one)
    return one && choice && /^\d{1,7}$/.test(one.quantity) ? times(choice.list, Number(one.quantity)) : null
  }
  const isTicked = (offerId: string) => chosen.has(offerId)
  return {
    chosen,
    isTicked,
    isWaiting: (offer) => offer.needs.length > 0 && !offer.needs.some(({ offerId }) => isTicked(offerId)),
    tick: (offer, ticked) => setAll(ticked ? withOffer(chosen, offer) : without(chosen, offers, offer.offerId)),
    change: (offerId, changes) => {
      const one = chosen.get(offerId)
      if (one) setAll(new Map([...chosen, [offerId, { ...one, ...changes }]]))
    },
    amountOf,
    total: totalOf(offers, amountOf),
  }
}

/** What a refused form had been sent with: of each offer the chosen term and the quantity, in two lists side by side. */
export function typedFor({ choices }: OfferRow, typed: FormState['values']): Chosen | null {
  const [items, quantities] = [[typed?.items ?? []].flat(), [typed?.quantities ?? []].flat()]
  const choiceId = items.find((item) => choices.some(({ id }) => id === item))
  return choiceId === undefined ? null : { choiceId, quantity: quantities[items.indexOf(choiceId)] ?? '' }
}

function chosenBefore(offers: readonly OfferRow[], typed: FormState['values']): ReadonlyMap<string, Chosen> {
  return new Map(
    offers.flatMap((offer) => {
      const before = typedFor(offer, typed)
      return before && Number(before.quantity) !== 0 ? [[offer.offerId, before] as const] : []
    }),
  )
}

export function choiceOf(offer: OfferRow, { choiceId }: Chosen) {
  return offer.choices.find(({ id }) => id === choiceId)
}

function withOffer(chosen: ReadonlyMap<string, Chosen>, offer: OfferRow) {
  return new Map([...chosen, [offer.offerId, { choiceId: offer.choices[0]?.id ?? '', quantity: String(offer.min) }]])
}

/** What had been added to the offer goes with it, unless it fits another one. */
function without(chosen: ReadonlyMap<string, Chosen>, offers: readonly OfferRow[], offerId: string) {
  const left = new Map(chosen)
  left.delete(offerId)
  for (const { offerId: id, needs } of offers)
    if (needs.length > 0 && !needs.some((base) => left.has(base.offerId))) left.delete(id)
  return left
}

function totalOf(offers: readonly OfferRow[], amountOf: (offer: OfferRow) => string | null) {
  const amounts = offers.flatMap((offer) => amountOf(offer) ?? [])
  const currency = offers.find((offer) => amountOf(offer) !== null)?.choices[0]?.currency
  return currency ? { amount: amounts.reduce(plus, '0.00'), currency } : null
}
