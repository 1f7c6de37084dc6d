import { type Actor, can } from '@/lib/access/permissions'
import { DomainError } from '@/lib/core/errors'
import type { RequestKind, RequestStatus } from './schema'

interface Ruled {
  status: RequestStatus
  fromOrganizationId: string
  toOrganizationId: string
}

export interface Deeds {
  /** Runs the order: providers only. */
  approve: boolean
  /** Passes a customer's request on: resellers only. */
  forward: boolean
  decline: boolean
  withdraw: boolean
}

/** What the actor may do with a request as it stands. */
export function deedsOf({ status, fromOrganizationId, toOrganizationId }: Ruled, actor: Actor): Deeds {
  const decides = status === 'open' && toOrganizationId === actor.organizationId && can(actor, 'purchaseRequest.decide')
  return {
    approve: decides && actor.organizationKind === 'provider',
    forward: decides && actor.organizationKind === 'reseller',
    decline: decides,
    withdraw: isPending(status) && fromOrganizationId === actor.organizationId && can(actor, 'purchaseRequest.create'),
  }
}

export function isPending(status: RequestStatus): boolean {
  return status === 'open' || status === 'forwarded'
}

/** How many seats there will be; null for what has no seats before or afterwards. */
export function seatsAfter(kind: RequestKind, before: number, asked: number): number {
  if (kind === 'addSeats') return before + asked
  if (kind === 'removeSeats') return before - asked
  return kind === 'cancel' ? 0 : asked
}

interface Subject {
  title: string
  status: string
  quantity: number
  offer: { minQuantity: number; maxQuantity: number }
}

/**
 * What stands against a wish before anybody has been bothered with it. Windows and assigned seats may be others when the
 * answer comes: those are the provider's guards.
 * @throws DomainError `subscription_not_active`, `transition_refused`, `quantity_out_of_range`
 */
export function assertAskable(kind: RequestKind, subscription: Subject, quantity: number): void {
  const { title, status, quantity: seats, offer } = subscription
  if (kind === 'cancel') {
    if (status !== 'active' && status !== 'suspended')
      throw new DomainError('transition_refused', { parameters: { from: status } })
    return
  }
  if (status !== 'active') throw new DomainError('subscription_not_active')
  const afterwards = seatsAfter(kind, seats, quantity)
  const { minQuantity: min, maxQuantity: max } = offer
  if (afterwards < min || afterwards > max)
    throw new DomainError('quantity_out_of_range', { parameters: { title, min, max } })
}
