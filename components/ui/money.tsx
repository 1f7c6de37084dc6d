import { useLocale } from 'next-intl'

/** An exact amount, such as "12.50", as this reader writes money. */
export function Money({ amount, currency }: { amount: string; currency: string }) {
  const format = new Intl.NumberFormat(useLocale() === 'en' ? 'en-GB' : 'ru', { style: 'currency', currency })
  // The formatter takes decimal text as it is: no cent is lost on the way through a binary number.
  return <span className="whitespace-nowrap tabular-nums">{format.format(amount as `${number}`)}</span>
}
