import { getLocale, getTranslations } from 'next-intl/server'
import { currentActor } from '@/lib/auth/session'
import { DomainError } from '@/lib/core/errors'
import type { previewQuantity } from '@/lib/domain/subscriptions/queries'
import { lastDayText, moneyText } from '@/lib/i18n/days'
import { describeError } from './error-text'

type Previewed = Awaited<ReturnType<typeof previewQuantity>>

/** The price of another number of licenses in words, and the exact amount that is agreed to with them. */
export interface QuantityPreview {
  quantity: number
  lines: string[]
  amount: string | null
}

export async function showQuantityPreview(previewed: Previewed): Promise<{ shown: QuantityPreview; stay: true }> {
  const { quantity } = previewed
  if ('why' in previewed) {
    const { code, ...options } = previewed.why
    const line = await describeError(new DomainError(code, options), await currentActor())
    return { shown: { quantity, lines: code === 'input_invalid' ? [] : [line], amount: null }, stay: true }
  }
  return { shown: { quantity, lines: await inWords(previewed), amount: previewed.amount.list ?? null }, stay: true }
}

type Priced = Exclude<Previewed, { why: unknown }>

async function inWords({ quantity, before, currency, amount, later, periodEndsAt }: Priced): Promise<string[]> {
  const [t, locale] = await Promise.all([getTranslations('subscriptions.seats'), getLocale()])
  const money = (value: string) => moneyText(value.replace('-', ''), currency, locale)
  const added = quantity > before
  const count = Math.abs(quantity - before)
  const lastDay = lastDayText(periodEndsAt, locale)
  // Whoever may see no prices is told none.
  return [
    ...(amount.list ? [t(added ? 'costs' : 'brings', { count, amount: money(amount.list), lastDay })] : []),
    ...(amount.retail ? [t('retail', { amount: money(amount.retail) })] : []),
    ...(later.list ? [t('later', { quantity, amount: money(later.list) })] : []),
    ...(added ? [t('returnable')] : []),
  ]
}
