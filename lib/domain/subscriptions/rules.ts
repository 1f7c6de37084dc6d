import { type Actor, can, type Permission } from '@/lib/access/permissions'
import { day } from '@/lib/core/clock'
import { DomainError } from '@/lib/core/errors'
import { after, type Status } from './life-cycle'
import type { Family } from './schema'
import { cancellableUntil } from './windows'

/** Who may do what with a subscription, and when. One function answers the command that does it and the page that offers it. */

export const acts = [
  'rename',
  'changeQuantity',
  'suspend',
  'reactivate',
  'cancel',
  'schedule',
  'upgrade',
  'convert',
  'buyAddOn',
] as const
export type Act = (typeof acts)[number]

export const permissionOf = {
  rename: 'subscription.rename',
  changeQuantity: 'subscription.changeQuantity',
  suspend: 'subscription.suspend',
  reactivate: 'subscription.suspend',
  cancel: 'subscription.cancel',
  schedule: 'subscription.schedule',
  upgrade: 'order.create',
  convert: 'order.create',
  buyAddOn: 'order.create',
} as const satisfies Record<Act, Permission>

/** Resellers may not order or cancel (spec 0.6): these are for whoever sells the subscription. */
const selling: readonly Act[] = ['changeQuantity', 'cancel', 'schedule', 'upgrade', 'convert', 'buyAddOn']

export function isSelling(act: Act): boolean {
  return selling.includes(act)
}

export interface Ruled {
  providerId: string
  family: Family
  title: string
  status: Status
  isTrial: boolean
  termStartedAt: Date
  termEndsAt: Date
  parentId: string | null
  offer: { minQuantity: number; maxQuantity: number; upgradesTo: readonly string[]; convertsTo: string | null }
}

export interface Standing {
  /** Whether the actor's organization has a relationship with the customer. */
  serves: boolean
  /** Whether the customer gave the actor's organization delegated administration. */
  delegated: boolean
  /** Whether it may administer this subscription: for that reason, or as tenant owner of what is of Azure. */
  administers: boolean
}

export interface Circumstances {
  /** State of the subscription an add-on belongs to. */
  parentStatus: Status | null
  now: Date
}

/** Why this person cannot do it now; null when they can. First who, then what state. */
export function refusal(
  act: Act,
  subscription: Ruled,
  actor: Actor,
  circumstances: Standing & Circumstances,
): DomainError | null {
  return whoRefusal(act, subscription, actor, circumstances) ?? stateRefusal(act, subscription, circumstances)
}

export function whoRefusal(
  act: Act,
  subscription: Pick<Ruled, 'providerId' | 'family'>,
  actor: Actor,
  { serves, administers }: Standing,
): DomainError | null {
  const sells = subscription.providerId === actor.organizationId
  // Beside the tenant scope on purpose: others may read and administer it, but not sell.
  if (isSelling(act) && !sells) return new DomainError('not_found')
  const lacking = lackingPermission(act, subscription, actor)
  if (lacking) return new DomainError('role_missing', { permission: lacking })
  // Spec 0.7: without a relationship of its own a provider orders nothing.
  if (isSelling(act) && !serves) return new DomainError('relationship_missing')
  return sells || administers ? null : new DomainError('delegation_missing')
}

/** S2: for the Office 365 family one has to be more than a Helpdesk agent. */
export function lackingPermission(act: Act, { family }: Pick<Ruled, 'family'>, actor: Actor): Permission | null {
  if (!can(actor, permissionOf[act])) return permissionOf[act]
  const office365 = 'subscription.administerOffice365'
  return family === 'office365' && !can(actor, office365) ? office365 : null
}

/** What the state of the subscription and the moment stand against. */
export function stateRefusal(act: Act, subscription: Ruled, { parentStatus, now }: Circumstances): DomainError | null {
  const { status, isTrial, offer } = subscription
  const transition = () => new DomainError('transition_refused', { parameters: { from: status } })
  const active = status === 'active' ? null : new DomainError('subscription_not_active')
  switch (act) {
    case 'rename':
      return status === 'deleted' ? transition() : null
    case 'suspend':
      return after(status, 'suspend') ? null : transition()
    case 'reactivate':
      if (!after(status, 'reactivate')) return transition()
      return parentStatus && parentStatus !== 'active' ? new DomainError('add_on_parent_inactive') : null
    case 'cancel':
      if (!after(status, 'cancel')) return transition()
      return now < cancellableUntil(subscription) ? null : new DomainError('cancellation_window_passed')
    case 'changeQuantity':
      return active ?? (offer.minQuantity === offer.maxQuantity ? outOfRange(subscription) : null)
    case 'schedule':
      if (active) return active
      if (isTrial) return transition()
      return isLocked(subscription, now) ? new DomainError('renewal_locked') : null
    case 'upgrade':
      return active ?? (isTrial || offer.upgradesTo.length === 0 ? new DomainError('upgrade_not_offered') : null)
    case 'convert':
      return active ?? (isTrial && offer.convertsTo ? null : transition())
    case 'buyAddOn':
      return active ?? (subscription.parentId || isTrial ? transition() : null)
  }
}

/** Spec 3.8: what is decided about a renewal stands in the last 24 hours. */
export function isLocked({ termEndsAt }: { termEndsAt: Date }, now: Date): boolean {
  return now.getTime() > termEndsAt.getTime() - day
}

interface Ranged {
  title: string
  offer: { minQuantity: number; maxQuantity: number }
}

export function outOfRange({ title, offer }: Ranged): DomainError {
  const parameters = { title, min: offer.minQuantity, max: offer.maxQuantity }
  return new DomainError('quantity_out_of_range', { parameters })
}

/** @throws DomainError `quantity_out_of_range` */
export function assertInRange(ranged: Ranged, quantity: number): void {
  if (quantity < ranged.offer.minQuantity || quantity > ranged.offer.maxQuantity) throw outOfRange(ranged)
}

interface Reduced extends Ranged {
  quantity: number
  assigned: number
}

/**
 * What stands against having this many seats from now on, fewer than there are.
 * @throws DomainError `quantity_out_of_range`, `seats_assigned`, `seats_not_reducible`
 */
export function assertReducible(subscription: Reduced, quantity: number, reducible: number): void {
  assertInRange(subscription, quantity)
  const { assigned } = subscription
  if (quantity < assigned) throw new DomainError('seats_assigned', { parameters: { assigned } })
  if (subscription.quantity - quantity > reducible)
    throw new DomainError('seats_not_reducible', { parameters: { reducible } })
}
