import { cents, decimal, moneyText, sum } from '@/lib/core/money'

/**
 * What a reseller of record is credited with: a share of what it pays for the subscription, by product family. The
 * documents name no rates (spec 3.14: credit follows the MPN ID on the subscription); these are the portal's own. Online
 * services and everything that has to be set up at the customer earn more than plain consumption.
 */
export const incentiveRates = {
  office365: '0.06',
  azure: '0.04',
  businessApplications: '0.10',
  security: '0.08',
  deviceManagement: '0.07',
  voice: '0.05',
} as const

export type IncentiveFamily = keyof typeof incentiveRates

/** The credit for what was billed in a month, rounded half up; negative where more was given back than billed. */
export function creditOf(family: IncentiveFamily, billed: string): string {
  return moneyText(cents(decimal(billed).times(incentiveRates[family])))
}

export interface Credited {
  currency: string
  billed: string
  credit: string
}

/** One sum per currency, in the order of their codes. */
export function totalsOf(rows: readonly Credited[]): Credited[] {
  const currencies = [...new Set(rows.map(({ currency }) => currency))].sort()
  return currencies.map((currency) => {
    const own = rows.filter((row) => row.currency === currency)
    const total = (what: 'billed' | 'credit') => moneyText(sum(own.map((row) => row[what])))
    return { currency, billed: total('billed'), credit: total('credit') }
  })
}

/** A month as it stands in addresses, such as 2026-11. Months are UTC months, as charges have them. */
export function monthName(moment: Date): string {
  return moment.toISOString().slice(0, 7)
}

/** The first day of a named month, as charges have it. */
export function firstDayOf(month: string): Date {
  return new Date(`${month}-01T00:00:00Z`)
}

/** The months one can choose from, newest first: a year back from now. */
export function recentMonths(now: Date): string[] {
  return Array.from({ length: 12 }, (_, back) =>
    monthName(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back))),
  )
}

/** Why nobody is credited for a subscription, or why whoever stands on it will not be. */
export const missingReasons = ['missing', 'partnershipEnded', 'relationshipEnded', 'agreementMissing'] as const
export type MissingReason = (typeof missingReasons)[number]
