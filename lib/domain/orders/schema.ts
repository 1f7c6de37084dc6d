import { z } from 'zod'
import { pageInput } from '@/lib/core/page'
import { identifier, optional, searchTerm, wholeNumber } from '@/lib/core/vocabulary'

export const maxQuantity = 100_000

/** Deterministic id of an availability of the catalogue. */
const availabilityId = z.string({ error: 'required' }).regex(/^[\w:-]{1,60}$/, { error: 'invalid' })

/** A form with one offer sends one text and no list. Not as a union: that would not tell which of the list is wrong. */
const listOf = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (given) => (given === undefined || Array.isArray(given) ? given : [given]),
    z.array(schema).max(200).optional(),
  )

/**
 * Offers and how many of each, as two lists side by side: what a plain form with a field per offer sends. An empty or zero
 * quantity means that the offer was not chosen.
 */
export const chosenOffers = {
  items: listOf(availabilityId),
  quantities: listOf(z.preprocess((given) => (given === '' ? 0 : given), wholeNumber(0, maxQuantity))),
}

export interface Chosen {
  availabilityId: string
  quantity: number
}

/** Puts the two lists together. Lists of different length are no form of ours. */
export function chosenOf(input: { items?: string[] | undefined; quantities?: number[] | undefined }): Chosen[] {
  const { items = [], quantities = [] } = input
  return items
    .map((id, index) => ({ availabilityId: id, quantity: quantities[index] ?? 0 }))
    .filter(({ quantity }) => quantity > 0)
}

export const sameLength = (input: { items?: unknown[] | undefined; quantities?: unknown[] | undefined }) =>
  (input.items?.length ?? 0) === (input.quantities?.length ?? 0)

/** An amount as it was shown, such as "-12.50": what is done must be what was agreed to. */
export const shownAmount = optional(z.string().regex(/^-?\d{1,12}\.\d\d$/, { error: 'invalid' }))

export const addToCartInput = z
  .strictObject({
    customerId: identifier,
    ...chosenOffers,
    /** For add-ons that are bought from the page of their base. */
    parentSubscriptionId: optional(identifier),
  })
  .refine(sameLength, { error: 'invalid', path: ['quantities'] })

export const cartInput = z.strictObject({ customerId: identifier })

export const changeCartItemInput = z.strictObject({ itemId: identifier, quantity: wholeNumber(1, maxQuantity) })

export const cartItemInput = z.strictObject({ itemId: identifier })

export const submitCartInput = z.strictObject({
  customerId: identifier,
  /** Made when the page was shown: the same submission never orders twice. */
  nonce: identifier,
  /** What the page said it costs the provider, so that nobody orders at a price they have not seen. */
  total: z.string().regex(/^\d{1,12}\.\d\d$/, { error: 'invalid' }),
  resellerId: optional(identifier),
})

export const listOrdersInput = z.strictObject({ search: searchTerm, customerId: optional(identifier), ...pageInput })

export const orderInput = z.strictObject({ orderId: identifier })
