import { Decimal } from 'decimal.js'

/** Exact amounts with two decimals. Between operations and pages they travel as text, such as "12.50". */

export type Amount = Decimal | string | number

export function decimal(amount: Amount | { toString(): string }): Decimal {
  return new Decimal(amount.toString())
}

/** Rounded half up to cents, away from zero for what is given back. */
export function cents(amount: Amount): Decimal {
  return decimal(amount).toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
}

/** As it travels and as the database takes it. */
export function moneyText(amount: Amount | { toString(): string }): string {
  return decimal(amount).toFixed(2)
}

export function sum(amounts: readonly (Amount | { toString(): string })[]): Decimal {
  return amounts.reduce<Decimal>((total, amount) => total.plus(decimal(amount)), new Decimal(0))
}

/** The share of an amount that falls on some of its days, in whole cents. */
export function share(amount: Amount | { toString(): string }, days: number, ofDays: number): Decimal {
  return cents(decimal(amount).times(days).dividedBy(ofDays))
}
