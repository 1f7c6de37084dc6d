import { z } from 'zod'
import { pageInput } from '@/lib/core/page'
import { isInvitationToken } from '@/lib/core/token'
import { emailAddress, identifier, line, locale, optional, paragraphs, tick, wholeNumber } from '@/lib/core/vocabulary'

export const invitationKinds = ['partnership', 'customer', 'customerTwoParty'] as const
export type InvitationKind = (typeof invitationKinds)[number]

/** States as pages name them. `expired` is computed from the time, the rest is stored. */
export const invitationStates = ['active', 'accepted', 'declined', 'expired', 'revoked', 'replaced'] as const
export type InvitationState = (typeof invitationStates)[number]

/** Days a link may live; 30 unless chosen otherwise. */
export const validDaysChoices = [7, 14, 30, 60, 90] as const
export const openLinkUses = { min: 1, max: 500, usual: 25 }

/** A malformed token is treated as an unknown one: the page says the same. */
export const invitationToken = z
  .string({ error: 'invalid' })
  .max(60, { error: 'invalid' })
  .refine(isInvitationToken, { error: 'invalid' })

/** `self`: the issuer copies or mails the text; `portal`: the portal mails it. */
export const deliveryWays = ['portal', 'self'] as const

const draft = {
  to: optional(emailAddress),
  locale,
  message: paragraphs(4000),
  validDays: wholeNumber(1, 90),
  maxUses: optional(wholeNumber(openLinkUses.min, openLinkUses.max)),
  delivery: z.enum(deliveryWays, { error: 'invalid' }),
}

export const requestPartnershipInput = z.strictObject(draft)
export const inviteCustomerInput = z.strictObject({ ...draft, includeDelegatedAdministration: tick })
export const inviteCustomerWithProviderInput = z.strictObject({
  ...draft,
  includeDelegatedAdministration: tick,
  providerId: identifier,
})

export const invitationInput = z.strictObject({ invitationId: identifier })

export const listInvitationsInput = z.strictObject({
  state: optional(z.enum(invitationStates, { error: 'invalid' })),
  kind: optional(z.enum(invitationKinds, { error: 'invalid' })),
  ...pageInput,
})

export const tokenInput = z.strictObject({ token: invitationToken })

export const recordOpeningInput = z.strictObject({
  token: invitationToken,
  /** `fetch`: the page was asked for; `person`: somebody moved, typed or touched on it. */
  evidence: z.enum(['fetch', 'person'], { error: 'invalid' }),
})

export const declineInput = z.strictObject({ token: invitationToken, reason: optional(line(300)) })
