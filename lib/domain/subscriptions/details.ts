import { type Actor, type Permission, rolesThatMay } from '@/lib/access/permissions'
import { day } from '@/lib/core/clock'
import { type DomainError, type ErrorCode, type ErrorParameters, isDomainError } from '@/lib/core/errors'
import { visibleOf } from '../catalog/rules'
import { timesQuantity } from '../orders/rules'
import { disabledTime, isRunning } from './life-cycle'
import { type Act, acts, type Circumstances, refusal, type Standing } from './rules'
import { nameOf, planCancellation } from './steps'
import { renewalOf, renewsByItself, workableUntil } from './terms'
import type { Held, Tree } from './tree-steps'
import { cancellableUntil, openBatches, refundOf, refundPerSeat } from './windows'

/** What the page of one subscription shows of it, computed from what is held. */

/** Why something cannot be done now, as a page can say it. */
export interface Against {
  code: ErrorCode
  parameters: ErrorParameters
  permission?: Permission
}

export function against(error: DomainError): Against {
  const { code, parameters, permission } = error
  return { code, parameters, ...(permission ? { permission } : {}) }
}

/** For each act: possible, impossible for a reason, or (null) nothing this organization ever does. */
export type Possible = Record<Act, { possible: true } | { possible: false; why: Against } | null>

export function possibleActs(held: Held, actor: Actor, circumstances: Standing & Circumstances): Possible {
  const entries = acts.map((act) => {
    const error = refusal(act, held, actor, circumstances)
    if (!error) return [act, { possible: true }]
    return [act, isNeverDone(error, actor) ? null : { possible: false, why: against(error) }]
  })
  return Object.fromEntries(entries)
}

/** No role of a customer suspends its subscriptions, for example: it asks its partner. */
function isNeverDone({ code, permission }: DomainError, { organizationKind }: Actor): boolean {
  return code === 'not_found' || (permission !== undefined && rolesThatMay(permission, organizationKind).length === 0)
}

/** Seats that can still be given back, each batch with its own window, and what one of them would bring. */
export function windowsOf(held: Held, actor: Actor, now: Date) {
  return openBatches(held.batches, now).map((batch) => ({
    id: batch.id,
    quantity: batch.quantity,
    addedAt: batch.addedAt,
    reducibleUntil: batch.reducibleUntil,
    perSeat: visibleOf(actor, refundPerSeat(batch, held, now)),
  }))
}

/** What comes next by itself, in days: so that nobody is surprised by a term nobody wanted. */
export function outlookOf(held: Held, tree: Tree) {
  const { status, statusSince, termEndsAt } = held
  const workUntil = workableUntil(held)
  const disabledFrom = status === 'suspended' ? termEndsAt : status === 'disabled' ? statusSince : workUntil
  return {
    renews: renewsByItself(held, held === tree.base ? null : tree.base),
    renewal: renewalOf(held),
    workUntil: status === 'active' || status === 'expired' ? workUntil : null,
    deletedAt: status === 'deleted' ? statusSince : new Date(disabledFrom.getTime() + disabledTime),
    lockedFrom: new Date(termEndsAt.getTime() - day),
    running: isRunning(status),
  }
}

/** What a cancellation would end and give back, to the last cent. */
export function cancellationOf(tree: Tree, held: Held, actor: Actor, now: Date) {
  const ended = planCancellation(tree, held, now)
  const refund = refundOf(ended.flatMap(({ givenBack }) => givenBack))
  return {
    refund: visibleOf(actor, refund),
    isFull: now.getTime() < held.termStartedAt.getTime() + day,
    until: cancellableUntil(held),
    alsoEnds: ended.slice(1).map(({ held: addOn }) => nameOf(addOn)),
    currency: held.currency,
  }
}

/** What all seats cost, for each billing period. */
export function pricesOf(held: Held, actor: Actor) {
  return { unit: visibleOf(actor, held.unit), total: visibleOf(actor, timesQuantity(held.unit, held.quantity)) }
}

/** What `plan` gives, or why it cannot be. Other errors are thrown on. */
export function attempt<Planned>(plan: () => Planned): { planned: Planned } | { why: Against } {
  try {
    return { planned: plan() }
  } catch (error) {
    if (isDomainError(error)) return { why: against(error) }
    throw error
  }
}
