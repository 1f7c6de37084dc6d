import { getTranslations } from 'next-intl/server'
import type { UnavailableReason } from '@/lib/domain/catalog/rules'

/** An offer as the picker shows it. */
export interface PickableOffer {
  id: string
  title: string
  descriptionEn: string
  descriptionRu: string
  kind: 'base' | 'addOn' | 'trial'
  minQuantity: number
  maxQuantity: number
  /** Why the customer cannot buy it, in words; empty where it can. */
  refusals: readonly string[]
  plans: readonly (Plan & { price: string })[]
}

interface Plan {
  id: string
  currency: string
  termDuration: 'P1M' | 'P1Y' | 'P3Y'
  billingCycle: 'Monthly' | 'Annual' | 'None'
}

interface SoldOffer extends Omit<PickableOffer, 'refusals' | 'plans'> {
  segment: 'Commercial' | 'Education' | 'Government' | 'NonProfit'
  limit: number
  requires: readonly { title: string }[]
  reasons: readonly UnavailableReason[]
  availabilities: readonly (Plan & { prices: Partial<Record<'list' | 'reseller' | 'retail', string>> })[]
}

/** Offers with the price the reader pays, and in words why something cannot be bought. */
export async function toPickable(offers: readonly SoldOffer[]): Promise<PickableOffer[]> {
  const t = await getTranslations('catalog.reason')
  const terms = await getTranslations('terms')
  const words = ({ segment, limit, requires }: SoldOffer) => ({
    segment: terms(`segment.${segment}`),
    limit,
    offers: requires.map(({ title }) => title).join(', '),
  })
  return offers.map((offer) => ({
    id: offer.id,
    title: offer.title,
    descriptionEn: offer.descriptionEn,
    descriptionRu: offer.descriptionRu,
    kind: offer.kind,
    minQuantity: offer.minQuantity,
    maxQuantity: offer.maxQuantity,
    refusals: offer.reasons.map((reason) => t(reason, words(offer))),
    plans: offer.availabilities.map(({ id, currency, termDuration, billingCycle, prices }) => ({
      id,
      currency,
      termDuration,
      billingCycle,
      price: prices.list ?? prices.reseller ?? prices.retail ?? '0.00',
    })),
  }))
}
