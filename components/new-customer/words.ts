/** Puts values into a message that has places for them: "from {min} to {max}". */
export function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}

/** An exact amount, such as "12.50", as this reader writes money. */
export function moneyIn(locale: string, amount: string, currency: string): string {
  const format = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale, { style: 'currency', currency })
  // The formatter takes decimal text as it is: no cent is lost on the way through a binary number.
  return format.format(amount as `${number}`)
}

/** A calendar day (yyyy-mm-dd) as this reader writes it. */
export function dayIn(locale: string, calendarDay: string): string {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'medium', timeZone: 'UTC' })
  return calendarDay ? format.format(new Date(`${calendarDay}T00:00:00Z`)) : ''
}

/** A price with two decimals times a quantity, exactly. */
export function times(price: string, quantity: number): string {
  return fromCents(toCents(price) * BigInt(quantity))
}

export function plus(one: string, other: string): string {
  return fromCents(toCents(one) + toCents(other))
}

function toCents(amount: string): bigint {
  const [whole = '0', decimals = ''] = amount.split('.')
  return BigInt(whole + decimals.padEnd(2, '0'))
}

function fromCents(cents: bigint): string {
  const digits = cents.toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
