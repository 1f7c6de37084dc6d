import { z } from 'zod'
import { pageInput } from '@/lib/core/page'
import { identifier, line, optional, searchTerm, wholeNumber } from '@/lib/core/vocabulary'
import { countries, isCountry } from '../organizations/countries'

export const families = ['office365', 'azure', 'businessApplications', 'security', 'deviceManagement', 'voice'] as const
export type Family = (typeof families)[number]

export const segments = ['Commercial', 'Education', 'Government', 'NonProfit'] as const
export type Segment = (typeof segments)[number]

export const terms = ['P1M', 'P1Y', 'P3Y'] as const
export type Term = (typeof terms)[number]

export const cycles = ['Monthly', 'Annual', 'None'] as const
export type Cycle = (typeof cycles)[number]

export const offerKinds = ['base', 'addOn', 'trial'] as const
export type OfferKind = (typeof offerKinds)[number]

const filters = {
  search: searchTerm,
  family: optional(z.enum(families)),
  segment: optional(z.enum(segments)),
  term: optional(z.enum(terms)),
  cycle: optional(z.enum(cycles)),
  kind: optional(z.enum(offerKinds)),
}

/** `market`: a country; `all`; by default the country of the actor's organization. */
export const listOffersInput = z.strictObject({
  ...filters,
  market: optional(z.enum(['all', ...countries])),
  ...pageInput,
})

export const listOffersForCustomerInput = z.strictObject({ customerId: identifier, ...filters })

const offerFilter = z.object(filters)
export type OfferFilter = z.output<typeof offerFilter>
export const everyOffer: OfferFilter = offerFilter.parse({})

/** The text of a CSV file; its size is judged with the rest of it. */
export const importCatalogInput = z.strictObject({ content: z.string() })

const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: 'choice' })

const offerId = z.string().regex(/^[A-Z0-9]{12}:[A-Z0-9]{4}$/, { error: 'offer_id' })
const wordsOf = (text: string) => [...new Set(text.split(/\s+/))]
const offerIds = z
  .string()
  .transform((text) => (text === '' ? [] : wordsOf(text)))
  .pipe(z.array(offerId).max(100, { error: 'too_long' }))

/** At most ten digits and two decimals; becomes "12.50". */
const price = z
  .string()
  .regex(/^\d{1,10}(\.\d{1,2})?$/, { error: 'price' })
  .transform((text) => {
    const [whole = '0', decimals = ''] = text.split('.')
    return `${whole.replace(/^0+(?=\d)/, '')}.${decimals.padEnd(2, '0')}`
  })

/** One row of the file, by its columns. Every row prices one availability and repeats what belongs to its offer. */
export const catalogRow = z.object({
  product_id: z.string().regex(/^[A-Z0-9]{12}$/, { error: 'product_id' }),
  sku_id: z.string().regex(/^[A-Z0-9]{4}$/, { error: 'sku_id' }),
  family: choice(families),
  title: line(120),
  description_en: line(500),
  description_ru: line(500),
  unit: choice(['licenses', 'instances']),
  min_quantity: wholeNumber(1, 1_000_000),
  max_quantity: wholeNumber(1, 1_000_000),
  limit_unit: choice(['None', 'Concurrent', 'Lifetime']),
  limit: wholeNumber(0, 10_000),
  is_trial: choice(['true', 'false']).transform((text) => text === 'true'),
  converts_to: z.union([z.literal('').transform(() => null), offerId], { error: 'offer_id' }),
  requires: offerIds,
  upgrades_to: offerIds,
  segment: choice(segments),
  /** Empty: every country whose currency this is, written `*`. */
  countries: z
    .string()
    .transform((text) => (text === '*' ? [] : wordsOf(text).sort()))
    .pipe(z.array(z.string().refine(isCountry, { error: 'country' }))),
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'currency' }),
  term: choice(terms),
  billing_cycle: choice(cycles),
  list_price: price,
  reseller_price: price,
  retail_price: price,
})

export type CatalogRow = z.output<typeof catalogRow>
export type CatalogColumn = keyof CatalogRow

export const catalogColumns = Object.keys(catalogRow.shape) as CatalogColumn[]
