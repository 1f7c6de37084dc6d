import type { Actor } from '@/lib/access/permissions'
import { DomainError } from '@/lib/core/errors'
import { visiblePrices } from '../catalog/rules'
import {
  addPrices,
  type BillingCycle,
  type Prices,
  periodEnd,
  seatPrices,
  startOfDayUtc,
  type TermDuration,
  termEnd,
  timesQuantity,
} from './rules'

/** What is bought together: how long each lasts, and what it costs until its next bill. */

export interface Purchased {
  isTrial: boolean
  termDuration: TermDuration
  billingCycle: BillingCycle
  unit: Prices
  quantity: number
  /** For an add-on: the subscription it joins, or where in this very purchase its base stands. */
  parent: string | number | null
  /** When the term of the subscription it joins ends. */
  parentEndsAt: Date | null
}

export type First<Item> = Item & {
  term: TermOfPurchase
  /** Whether the end of its base has cut its term short. */
  endsWithBase: boolean
  perSeat: Prices
  /** Whether that is less than a billing period costs, because the base ends before it. */
  isPart: boolean
}

export type TermOfPurchase = ReturnType<typeof termOfPurchase>

/** A term that begins now. */
export function termOfPurchase(
  { termDuration, billingCycle, isTrial }: Pick<Purchased, 'termDuration' | 'billingCycle' | 'isTrial'>,
  now: Date,
) {
  const anchorDay = now.getUTCDate()
  const termEndsAt = termEnd(now, termDuration, anchorDay, isTrial)
  const periodEndsAt = periodEnd(now, billingCycle, anchorDay, termEndsAt)
  return { termStartedAt: now, termEndsAt, anchorDay, periodStartedAt: startOfDayUtc(now), periodEndsAt }
}

/**
 * Each with its term and what a seat of it is billed now. An add-on ends with its base where that ends earlier (spec 3.6), and costs
 * as much less. What is shown before an order and what it then costs both come from here.
 */
export function firstPeriods<Item extends Purchased>(bought: readonly Item[], now: Date): First<Item>[] {
  return bought.map((item) => {
    const base = typeof item.parent === 'number' ? bought[item.parent] : undefined
    const end = base ? termOfPurchase(base, now).termEndsAt : item.parentEndsAt
    const own = termOfPurchase(item, now)
    const term = alignedTo(end, own, now)
    const perSeat = seatPrices(item.unit, now, { ...term, billingCycle: item.billingCycle })
    const endsWithBase = term !== own
    return { ...item, term, endsWithBase, perSeat, isPart: endsWithBase && perSeat.list !== item.unit.list }
  })
}

/** What is billed now for all of it. */
export function totalOfPurchase(bought: readonly Purchased[], now: Date): Prices {
  return addPrices(firstPeriods(bought, now).map(({ perSeat, quantity }) => timesQuantity(perSeat, quantity)))
}

/**
 * Nobody agrees to a price they have not seen; nothing comes to 0.00.
 * @param shown undefined where the page could not tell one
 * @throws DomainError `total_changed`, with the total as it is for whoever may see it
 */
export function assertSeen(actor: Actor, shown: string | undefined, total: string, currency?: string): void {
  if (shown === undefined || shown === total) return
  const seesIt = visiblePrices(actor).includes('list')
  throw new DomainError('total_changed', { parameters: seesIt ? { total, ...(currency ? { currency } : {}) } : {} })
}

function alignedTo(end: Date | null, own: TermOfPurchase, now: Date): TermOfPurchase {
  if (!end || end >= own.termEndsAt || end <= now) return own
  return { ...own, termEndsAt: end, periodEndsAt: own.periodEndsAt < end ? own.periodEndsAt : end }
}
