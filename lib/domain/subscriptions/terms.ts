import {
  type BillingCycle,
  nextLook,
  noticeAt,
  periodEnd,
  startOfDayUtc,
  type TermDuration,
  termEnd,
} from '../orders/rules'
import { after, disabledTime, graceTime, isRunning, type LifeEvent, type Status } from './life-cycle'

/** What time does to a subscription. Pure: the moment comes from outside. */

export interface Timed {
  status: Status
  statusSince: Date
  isTrial: boolean
  autoRenew: boolean
  termDuration: TermDuration
  billingCycle: BillingCycle
  anchorDay: number
  termEndsAt: Date
  periodStartedAt: Date
  periodEndsAt: Date
  dueAt: Date | null
  quantity: number
  assigned: number
  nextQuantity: number | null
  nextTermDuration: TermDuration | null
  nextBillingCycle: BillingCycle | null
}

export interface Renewal {
  quantity: number
  termDuration: TermDuration
  billingCycle: BillingCycle
}

export type Step =
  | { kind: 'announce'; at: Date }
  | { kind: 'bill'; at: Date; periodEndsAt: Date }
  | { kind: 'renew'; at: Date; renewal: Renewal }
  | { kind: 'move'; at: Date; event: LifeEvent; to: Status }
  /** It was looked at too early. */
  | { kind: 'wait'; until: Date | null }

/** The next thing that is due, or null. Taken again and again until nothing is: then no time is left out. */
export function advance(subscription: Timed, now: Date): Step | null {
  const { status, dueAt } = subscription
  if (!dueAt || dueAt > now) return null
  if (isRunning(status)) return running(subscription, dueAt, now)
  const until = lookAgain(subscription, now)
  if (!until || until > now) return { kind: 'wait', until }
  const event = status === 'expired' ? 'graceEnds' : 'disabledEnds'
  return { kind: 'move', at: until, event, to: after(status, event) ?? status }
}

function running(subscription: Timed, dueAt: Date, now: Date): Step {
  const { status, periodEndsAt, termEndsAt, billingCycle, anchorDay } = subscription
  const notice = status === 'active' ? noticeAt(subscription) : null
  if (notice && dueAt <= notice && notice <= now && notice < periodEndsAt && notice < termEndsAt)
    return { kind: 'announce', at: notice }
  if (periodEndsAt < termEndsAt && periodEndsAt <= now)
    return {
      kind: 'bill',
      at: periodEndsAt,
      periodEndsAt: periodEnd(periodEndsAt, billingCycle, anchorDay, termEndsAt),
    }
  if (termEndsAt > now) return { kind: 'wait', until: lookAgain(subscription, now) }
  const event = subscription.autoRenew && !subscription.isTrial ? 'termEndsRenewing' : 'termEndsFinally'
  const to = after(status, event) ?? status
  if (to === 'active') return { kind: 'renew', at: termEndsAt, renewal: renewalOf(subscription) }
  return { kind: 'move', at: termEndsAt, event, to }
}

/** When the worker has to look next, after it has looked at this moment; null: never again. */
export function lookAgain(subscription: Omit<Timed, 'dueAt'>, moment: Date): Date | null {
  const { status, statusSince } = subscription
  if (isRunning(status)) return nextLook(subscription, moment)
  if (status === 'expired') return new Date(statusSince.getTime() + graceTime)
  if (status === 'disabled') return new Date(statusSince.getTime() + disabledTime)
  return null
}

/** As scheduled, and never fewer than are in people's hands: nobody loses a license because a month turned. */
export function renewalOf(subscription: Timed): Renewal {
  const { nextQuantity, nextTermDuration, nextBillingCycle, quantity, assigned } = subscription
  return {
    quantity: Math.max(nextQuantity ?? quantity, assigned),
    termDuration: nextTermDuration ?? subscription.termDuration,
    billingCycle: nextBillingCycle ?? subscription.billingCycle,
  }
}

/** Whether a subscription begins another term by itself when this one ends; an add-on does not where its base ends first. */
export function renewsByItself(subscription: Ending, base: Ending | null): boolean {
  const renews = subscription.status === 'active' && subscription.autoRenew && !subscription.isTrial
  return renews && (!base || renewsByItself(base, null) || base.termEndsAt > subscription.termEndsAt)
}

type Ending = Pick<Timed, 'status' | 'autoRenew' | 'isTrial' | 'termEndsAt'>

interface Anchored {
  termEndsAt: Date
  anchorDay: number
}

/** The term that follows; that of an add-on ends with its base where that ends earlier (spec 3.6). */
export function nextTerm(subscription: Timed, renewal: Omit<Renewal, 'quantity'>, base: Anchored | null) {
  const start = startOfDayUtc(subscription.termEndsAt)
  const anchorDay = [subscription.anchorDay, base?.anchorDay ?? 0].find((day) => fallsOn(start, day))
  const anchor = anchorDay ?? start.getUTCDate()
  const own = termEnd(start, renewal.termDuration, anchor)
  const termEndsAt = base && base.termEndsAt > start && base.termEndsAt < own ? base.termEndsAt : own
  const periodEndsAt = periodEnd(start, renewal.billingCycle, anchor, termEndsAt)
  return { termStartedAt: start, termEndsAt, anchorDay: anchor, periodStartedAt: start, periodEndsAt }
}

/** Whether terms that begin on this day of the month begin here: on it, or on the last day of a shorter month. */
function fallsOn(start: Date, anchorDay: number): boolean {
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate()
  return start.getUTCDate() === Math.min(anchorDay, lastDay)
}

/** Until when people can work if the subscription is not renewed: through the days of grace. */
export function workableUntil({
  status,
  statusSince,
  termEndsAt,
}: Pick<Timed, 'status' | 'statusSince' | 'termEndsAt'>) {
  if (status === 'expired') return new Date(statusSince.getTime() + graceTime)
  return new Date(termEndsAt.getTime() + graceTime)
}
