import { z } from 'zod'
import { pageInput } from '@/lib/core/page'
import { identifier, line, optional, searchTerm, tick, wholeNumber } from '@/lib/core/vocabulary'
import { shownAmount } from '../orders/schema'
import { subscriptionStatuses } from './life-cycle'

export const families = ['office365', 'azure', 'businessApplications', 'security', 'deviceManagement', 'voice'] as const
export type Family = (typeof families)[number]

const seats = wholeNumber(1, 1_000_000)
const term = z.enum(['P1M', 'P1Y', 'P3Y'], { error: 'invalid' })
const cycle = z.enum(['Monthly', 'Annual'], { error: 'invalid' })

/** Every form sends the version it has shown. */
const subject = { subscriptionId: identifier, version: optional(wholeNumber(1, 1_000_000_000)) }

export const subscriptionInput = z.strictObject({ subscriptionId: identifier })
export const changeInput = z.strictObject(subject)
export const renameInput = z.strictObject({ ...subject, name: optional(line(100)) })
export const quantityInput = z.strictObject({ ...subject, quantity: seats, amount: shownAmount })
export const suspendInput = z.strictObject({ ...subject, reason: optional(line(300)) })
export const cancelInput = z.strictObject({ ...subject, amount: shownAmount })
export const scheduleInput = z.strictObject({
  ...subject,
  autoRenew: tick,
  quantity: optional(seats),
  termDuration: optional(term),
  billingCycle: optional(cycle),
})
const availabilityId = z.string({ error: 'required' }).min(1, { error: 'required' }).max(120, { error: 'invalid' })
export const upgradeInput = z.strictObject({ ...subject, availabilityId, amount: shownAmount })
export const convertInput = z.strictObject({ ...subject, availabilityId, quantity: seats, amount: shownAmount })

export const previewQuantityInput = quantityInput

export const listSubscriptionsInput = z.strictObject({
  ...pageInput,
  customerId: optional(identifier),
  search: searchTerm,
  status: optional(z.enum(subscriptionStatuses, { error: 'invalid' })),
  family: optional(z.enum(families, { error: 'invalid' })),
  reseller: optional(identifier),
})
export const customerSubscriptionsInput = z.strictObject({ customerId: identifier })
