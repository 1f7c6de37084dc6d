import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError, isDomainError } from '@/lib/core/errors'
import { agreementStands } from '../agreements/steps'
import { visibleOf } from '../catalog/rules'
import { firstPeriods } from '../orders/first-periods'
import { agreementMissing } from '../orders/guard-steps'
import { assertPurchasable } from '../orders/purchase-steps'
import { timesQuantity } from '../orders/rules'
import { against, attempt, cancellationOf, pricesOf } from '../subscriptions/details'
import { readSubscription } from '../subscriptions/reading-steps'
import { refusal } from '../subscriptions/rules'
import { planSeats } from '../subscriptions/steps'
import { readWish } from './approval-steps'
import { seatsAfter } from './rules'
import { type Request, subscriptionOf } from './steps'

type Wish = Pick<Request, 'kind' | 'customerId' | 'subscriptionId' | 'availabilityId'>

export type Forecast = Awaited<ReturnType<typeof forecast>>

/**
 * What an approval would do at this moment, or why it cannot be had, so that nobody approves at a price they have not seen.
 * Nothing is locked.
 * @param quantity as it would be approved: seats more or fewer, or those of a new subscription
 */
export async function forecast(db: Database, actor: Actor, wish: Wish, quantity: number) {
  try {
    if (wish.kind === 'newSubscription') return await ofPurchase(db, actor, wish, quantity)
    return wish.kind === 'cancel' ? await ofEnd(db, actor, wish) : await ofSeats(db, actor, wish, quantity)
  } catch (error) {
    if (isDomainError(error)) return refused(quantity, error)
    throw error
  }
}

async function ofPurchase(db: Database, actor: Actor, wish: Wish, quantity: number) {
  const checked = await readWish(db, actor, wish, quantity)
  if (!(await agreementStands(db, wish.customerId))) throw agreementMissing(wish.customerId)
  const [bought] = firstPeriods(assertPurchasable(checked), clock.now())
  if (!bought) throw new DomainError('offer_unavailable')
  return {
    kind: 'purchase' as const,
    quantity,
    before: 0,
    after: quantity,
    currency: bought.currency,
    amount: visibleOf(actor, timesQuantity(bought.perSeat, quantity)),
    later: visibleOf(actor, timesQuantity(bought.unit, quantity)),
    periodEndsAt: bought.term.periodEndsAt,
  }
}

async function ofSeats(db: Database, actor: Actor, wish: Wish, quantity: number) {
  const { held, circumstances } = await readSubscription(db, actor, subscriptionOf(wish))
  const error = refusal('changeQuantity', held, actor, circumstances)
  if (error) throw error
  const after = seatsAfter(wish.kind, held.quantity, quantity)
  const outcome = attempt(() => planSeats(held, after, circumstances.now))
  if ('why' in outcome) return { kind: 'refused' as const, quantity, why: outcome.why, after }
  return {
    kind: 'seats' as const,
    quantity,
    before: held.quantity,
    after,
    currency: held.currency,
    amount: visibleOf(actor, outcome.planned.amount),
    later: pricesOf({ ...held, quantity: after }, actor).total,
    periodEndsAt: held.periodEndsAt,
  }
}

async function ofEnd(db: Database, actor: Actor, wish: Wish) {
  const { held, tree, circumstances } = await readSubscription(db, actor, subscriptionOf(wish))
  const error = refusal('cancel', held, actor, circumstances)
  if (error) throw error
  return { kind: 'end' as const, cancellation: cancellationOf(tree, held, actor, circumstances.now) }
}

function refused(quantity: number, error: DomainError) {
  return { kind: 'refused' as const, quantity, why: against(error), after: null }
}
