import { useLocale } from 'next-intl'

/** An exact amount, such as "12.50", as this reader writes money. */
export function Money({ amount, currency }: { amount: string; currency: string }) {
  const format = formatterOf(useLocale() === 'en' ? 'en-GB' : 'ru', currency)
  // The formatter takes decimal text as it is: no cent is lost on the way through a binary number.
  return <span className="whitespace-nowrap tabular-nums">{format.format(amount as `${number}`)}</span>
}

const formatters = new Map<string, Intl.NumberFormat>()

// Making one takes a hundred times as long as using it.
function formatterOf(locale: string, currency: string): Intl.NumberFormat {
  const known = formatters.get(locale + currency)
  if (known) return known
  const made = new Intl.NumberFormat(locale, { style: 'currency', currency })
  formatters.set(locale + currency, made)
  return made
}
