/** Days and amounts inside of sentences. Terms are counted in UTC days, so that is how they are written, for everybody. */

function written(locale: string): string {
  return locale === 'en' ? 'en-GB' : locale
}

/** The UTC day of a moment, such as "20 November 2026". */
export function dayText(moment: Date, locale: string): string {
  const style = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(written(locale), style).format(moment)
}

/** The last day of what ends at this midnight. */
export function lastDayText(midnight: Date, locale: string): string {
  return dayText(new Date(midnight.getTime() - 1), locale)
}

/** An exact amount, such as "12.50", as this reader writes money. */
export function moneyText(amount: string, currency: string, locale: string): string {
  // The formatter takes decimal text as it is: no cent is lost on the way through a binary number.
  return new Intl.NumberFormat(written(locale), { style: 'currency', currency }).format(amount as `${number}`)
}
