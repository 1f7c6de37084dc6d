import type { Decimal } from 'decimal.js'
import { day, hour } from '@/lib/core/clock'
import { decimal, moneyText, share } from '@/lib/core/money'

/** Terms, billing periods and what falls due in them. All days are UTC days, as the documents state. */

export type TermDuration = 'P1M' | 'P1Y' | 'P3Y'
export type BillingCycle = 'Monthly' | 'Annual' | 'None'

export const termMonths: Record<TermDuration, number> = { P1M: 1, P1Y: 12, P3Y: 36 }
export const trialDays = 30
/** Spec 3.8: seats and subscriptions can be given back for seven days. */
export const reductionWindow = 168 * hour
/** An unfinished cart is kept for this long after its last change. */
export const cartLife = 7 * day

/** What a customer, a reseller and the provider pay, as text. */
export interface Prices {
  list: string
  reseller: string
  retail: string
}

export function startOfDayUtc(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / day) * day)
}

/** The same day of the month, so many months on; the last day where a month is too short. */
export function addMonths(from: Date, months: number, anchorDay: number): Date {
  const month = from.getUTCMonth() + months
  const lastDay = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(from.getUTCFullYear(), month, Math.min(anchorDay, lastDay)))
}

/** First moment after a term that begins on this day. A trial takes thirty days whatever its term says. */
export function termEnd(start: Date, term: TermDuration, anchorDay: number, isTrial = false): Date {
  const from = startOfDayUtc(start)
  return isTrial ? new Date(from.getTime() + trialDays * day) : addMonths(from, termMonths[term], anchorDay)
}

/** First moment after the billing period that begins on this day, never behind the term's end. */
export function periodEnd(start: Date, cycle: BillingCycle, anchorDay: number, endOfTerm: Date): Date {
  const end = wholePeriodEnd(start, cycle, anchorDay)
  return end && end < endOfTerm ? end : endOfTerm
}

/** The same wherever the term ends: what the price of a period is for. Null for a trial, which is never billed. */
export function wholePeriodEnd(start: Date, cycle: BillingCycle, anchorDay: number): Date | null {
  return cycle === 'None' ? null : addMonths(startOfDayUtc(start), cycle === 'Monthly' ? 1 : 12, anchorDay)
}

interface Announced {
  termEndsAt: Date
  termDuration: TermDuration
  isTrial: boolean
  autoRenew: boolean
}

/**
 * When the customer is told that a term ends: a month ahead, for trials and monthly terms a week, at nine in the morning.
 * A month that renews by itself is no news; null.
 */
export function noticeAt({ termEndsAt, termDuration, isTrial, autoRenew }: Announced): Date | null {
  const short = isTrial || termDuration === 'P1M'
  if (short && autoRenew && !isTrial) return null
  return new Date(termEndsAt.getTime() - (short ? 7 : 30) * day + 9 * hour)
}

/** The next moment the worker has to look at a running subscription: the end of its period or term, or the notice of it. */
export function nextLook(running: Announced & { periodEndsAt: Date }, after: Date): Date {
  const notice = noticeAt(running)
  const end = new Date(Math.min(running.periodEndsAt.getTime(), running.termEndsAt.getTime()))
  return notice && notice > after && notice < end ? notice : end
}

export function daysBetween(from: Date, to: Date): number {
  return Math.round((startOfDayUtc(to).getTime() - startOfDayUtc(from).getTime()) / day)
}

export interface Period {
  periodStartedAt: Date
  periodEndsAt: Date
  billingCycle: BillingCycle
  anchorDay: number
}

/** What one seat costs from a moment to the end of the billing period, which the end of a term may have cut short. */
export function seatPrices(unit: Prices, moment: Date, period: Period): Prices {
  const { periodStartedAt, periodEndsAt, billingCycle, anchorDay } = period
  const remaining = Math.max(0, daysBetween(moment, periodEndsAt))
  const whole = daysBetween(periodStartedAt, wholePeriodEnd(periodStartedAt, billingCycle, anchorDay) ?? periodEndsAt)
  return mapPrices(unit, (price) => (remaining >= whole ? decimal(price) : share(price, remaining, whole)))
}

export function timesQuantity(prices: Prices, quantity: number): Prices {
  return mapPrices(prices, (price) => decimal(price).times(quantity))
}

export function addPrices(all: readonly Prices[]): Prices {
  const zero: Prices = { list: '0.00', reseller: '0.00', retail: '0.00' }
  return all.reduce(
    (total, one) => ({
      list: moneyText(decimal(total.list).plus(one.list)),
      reseller: moneyText(decimal(total.reseller).plus(one.reseller)),
      retail: moneyText(decimal(total.retail).plus(one.retail)),
    }),
    zero,
  )
}

export function mapPrices({ list, reseller, retail }: Prices, change: (price: string) => Decimal): Prices {
  return { list: moneyText(change(list)), reseller: moneyText(change(reseller)), retail: moneyText(change(retail)) }
}

/** The first day of the month a charge counts for. */
export function monthOf(moment: Date): Date {
  return new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), 1))
}

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Twelve characters in three groups, made of random bytes: read out easily, telling nothing about how much is sold. */
export function orderNumber(bytes: Uint8Array): string {
  const letters = [...bytes.slice(0, 12)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8, 12)}`
}
