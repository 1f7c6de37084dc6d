import { day } from '@/lib/core/clock'
import { decimal, share } from '@/lib/core/money'
import {
  addPrices,
  daysBetween,
  mapPrices,
  type Period,
  type Prices,
  reductionWindow,
  seatPrices,
  timesQuantity,
} from '../orders/rules'

/** What can be given back, until when and for how much (spec 3.8). Days are UTC days, as everywhere. */

export interface Batch {
  id: string
  /** Seats of the batch that are still there. */
  quantity: number
  addedAt: Date
  reducibleUntil: Date
  /** What one seat was billed when it was added, until the end of that billing period. */
  paid: Prices
}

export interface Billed extends Period {
  unit: Prices
}

/** Seats of one batch that go, and what one of them is credited with. */
export interface GivenBack {
  batchId: string
  quantity: number
  perSeat: Prices
}

/** Everything in the first 24 hours, then what is left of the billing period, by day. */
export function refundPerSeat(batch: Batch, billed: Billed, now: Date): Prices {
  const sincePeriod = batch.addedAt >= billed.periodStartedAt
  if (now.getTime() < batch.addedAt.getTime() + day)
    return sincePeriod ? batch.paid : addPrices([batch.paid, billed.unit])
  if (!sincePeriod) return seatPrices(billed.unit, latest(now, billed.periodStartedAt), billed)
  const paidDays = daysBetween(batch.addedAt, billed.periodEndsAt)
  const remaining = Math.max(0, daysBetween(now, billed.periodEndsAt))
  return mapPrices(batch.paid, (price) => (paidDays > 0 ? share(price, remaining, paidDays) : decimal(0)))
}

export function openBatches<Window extends { quantity: number; reducibleUntil: Date }>(
  batches: readonly Window[],
  now: Date,
): Window[] {
  return batches.filter(({ quantity, reducibleUntil }) => quantity > 0 && now < reducibleUntil)
}

export function reducibleSeats(batches: readonly Batch[], now: Date): number {
  return openBatches(batches, now).reduce((seats, { quantity }) => seats + quantity, 0)
}

/**
 * Which seats go when so many are given back: those that bring the most; among equals those whose window closes first, so
 * that the longer ones stay open. Null when fewer can go.
 */
export function chooseSeats(batches: readonly Batch[], billed: Billed, count: number, now: Date): GivenBack[] | null {
  const offered = openBatches(batches, now)
    .map((batch) => ({ batch, perSeat: refundPerSeat(batch, billed, now) }))
    .sort(
      (one, other) =>
        decimal(other.perSeat.list).comparedTo(one.perSeat.list) ||
        one.batch.reducibleUntil.getTime() - other.batch.reducibleUntil.getTime() ||
        (one.batch.id < other.batch.id ? -1 : 1),
    )
  const chosen: GivenBack[] = []
  let missing = count
  for (const { batch, perSeat } of offered) {
    const quantity = Math.min(batch.quantity, missing)
    if (quantity > 0) chosen.push({ batchId: batch.id, quantity, perSeat })
    missing -= quantity
  }
  return missing === 0 ? chosen : null
}

/** All seats, as a cancellation or an upgrade gives them back. */
export function allSeats(batches: readonly Batch[], billed: Billed, now: Date): GivenBack[] {
  return batches
    .filter(({ quantity }) => quantity > 0)
    .map((batch) => ({ batchId: batch.id, quantity: batch.quantity, perSeat: refundPerSeat(batch, billed, now) }))
}

export function refundOf(seats: readonly GivenBack[]): Prices {
  return addPrices(seats.map(({ perSeat, quantity }) => timesQuantity(perSeat, quantity)))
}

/** Seven days from purchase, renewal, upgrade or conversion. */
export function cancellableUntil({ termStartedAt }: { termStartedAt: Date }): Date {
  return new Date(termStartedAt.getTime() + reductionWindow)
}

function latest(one: Date, other: Date): Date {
  return one > other ? one : other
}
