import { z } from 'zod'
import { pageInput } from '@/lib/core/page'
import { identifier, optional, paragraphs, wholeNumber } from '@/lib/core/vocabulary'
import { shownAmount } from '../orders/schema'

export const requestKinds = ['newSubscription', 'addSeats', 'removeSeats', 'cancel'] as const
export type RequestKind = (typeof requestKinds)[number]

export const requestStatuses = ['open', 'forwarded', 'approved', 'declined', 'withdrawn'] as const
export type RequestStatus = (typeof requestStatuses)[number]

/** Asked of us, or asked by us. */
export const requestBoxes = ['toAnswer', 'sent'] as const
export type RequestBox = (typeof requestBoxes)[number]

const comment = paragraphs(1000)
const words = comment.pipe(z.string().min(1, { error: 'required' }))
const seats = wholeNumber(1, 100_000)
const availabilityId = z.string({ error: 'required' }).regex(/^[\w:-]{1,60}$/, { error: 'invalid' })

export const listPurchaseRequestsInput = z.strictObject({
  box: optional(z.enum(requestBoxes, { error: 'invalid' })),
  status: optional(z.enum(requestStatuses, { error: 'invalid' })),
  ...pageInput,
})

export const purchaseRequestInput = z.strictObject({ requestId: identifier })

/** For the form: about a subscription, about an offer, or about any offer. */
export const draftPurchaseRequestInput = z.strictObject({
  customerId: identifier,
  subscriptionId: optional(identifier),
  offerId: optional(availabilityId),
})

/** Seats are counted as a difference: five more mean five more, whatever happens until the answer. */
export const createPurchaseRequestInput = z
  .strictObject({
    customerId: identifier,
    kind: z.enum(requestKinds, { error: 'required' }),
    subscriptionId: optional(identifier),
    availabilityId: optional(availabilityId),
    quantity: optional(seats),
    comment: optional(comment),
    /** Whom to ask, where there are several. */
    recipientId: optional(identifier),
  })
  .refine(({ kind, availabilityId: wanted }) => kind !== 'newSubscription' || wanted !== undefined, {
    error: 'required',
    path: ['availabilityId'],
  })
  .refine(({ kind, subscriptionId }) => kind === 'newSubscription' || subscriptionId !== undefined, {
    error: 'required',
    path: ['subscriptionId'],
  })
  .refine(({ kind, quantity }) => kind === 'cancel' || quantity !== undefined, {
    error: 'required',
    path: ['quantity'],
  })

export const forwardPurchaseRequestInput = z.strictObject({
  requestId: identifier,
  recipientId: optional(identifier),
  comment: optional(comment),
})

export const approvePurchaseRequestInput = z.strictObject({
  requestId: identifier,
  /** Where something else is approved than was asked for. Emptied, it is no answer. */
  quantity: seats.optional(),
  /** For a new subscription: who earns its incentives. */
  resellerId: optional(identifier),
  comment: optional(comment),
  /** What the page said it costs or brings at the provider's prices, so that nobody approves at a price they have not seen. */
  amount: shownAmount,
})

export const previewApprovalInput = z.strictObject({ requestId: identifier, quantity: seats })

export const declinePurchaseRequestInput = z.strictObject({ requestId: identifier, comment: words })

export const commentInput = z.strictObject({ requestId: identifier, text: words })
