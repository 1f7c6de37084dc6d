import type { Database } from '@/lib/core/db'
import { moneyText } from '@/lib/core/money'
import { isSoldIn } from '../catalog/rules'
import type { BillingCycle, Prices, TermDuration } from '../orders/rules'

/** Prices of the catalogue as they are today, for one customer. */

const sold = { withdrawnAt: null, offer: { withdrawnAt: null } } as const

const priceFields = {
  id: true,
  offerId: true,
  countries: true,
  currency: true,
  termDuration: true,
  billingCycle: true,
  listPrice: true,
  resellerPrice: true,
  retailPrice: true,
  offer: { select: { title: true, minQuantity: true, maxQuantity: true } },
} as const

export interface Priced {
  id: string
  offerId: string
  countries: string[]
  currency: string
  termDuration: TermDuration
  billingCycle: BillingCycle
  unit: Prices
  offer: { title: string; minQuantity: number; maxQuantity: number }
}

interface Wanted {
  customerId: string
  currency: string
  offerIds: readonly string[]
}

/** What offers cost this customer, in the currency it is billed in: one price for each term and billing cycle. */
export async function listPrices(db: Database, { customerId, currency, offerIds }: Wanted): Promise<Priced[]> {
  if (offerIds.length === 0) return []
  const [customer, found] = await Promise.all([
    db.organization.findUnique({ where: { id: customerId }, select: { country: true } }),
    db.catalogAvailability.findMany({
      where: { offerId: { in: [...offerIds] }, currency, ...sold },
      // As a price list reads: offer by offer, short terms first.
      orderBy: [{ offer: { sortTitle: 'asc' } }, { termDuration: 'asc' }, { billingCycle: 'asc' }, { id: 'asc' }],
      select: priceFields,
    }),
  ])
  const country = customer?.country
  const here = country ? found.filter((price) => isSoldIn(price, country)) : []
  // A price made for the country goes before one for everybody with its currency.
  here.sort((one, other) => Math.min(1, other.countries.length) - Math.min(1, one.countries.length))
  const first = here.filter((price, position) => here.findIndex((other) => isSame(other, price)) === position)
  return first.map(({ listPrice, resellerPrice, retailPrice, ...price }) => ({
    ...price,
    unit: { list: moneyText(listPrice), reseller: moneyText(resellerPrice), retail: moneyText(retailPrice) },
  }))
}

type Kind = Pick<Priced, 'offerId' | 'termDuration' | 'billingCycle'>

function isSame(one: Kind, other: Kind): boolean {
  return (
    one.offerId === other.offerId && one.termDuration === other.termDuration && one.billingCycle === other.billingCycle
  )
}
