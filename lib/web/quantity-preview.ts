import { getLocale, getTranslations } from 'next-intl/server'
import { currentActor } from '@/lib/auth/session'
import { DomainError } from '@/lib/core/errors'
import type { Forecast } from '@/lib/domain/purchase-requests/forecast-steps'
import type { Against } from '@/lib/domain/subscriptions/details'
import type { previewQuantity } from '@/lib/domain/subscriptions/queries'
import { lastDayText, moneyText } from '@/lib/i18n/days'
import { describeError } from './error-text'
import { type WayOut, wayOutOf } from './way-out'

type Previewed = Awaited<ReturnType<typeof previewQuantity>>

/** The price of a number of licenses in words, and the exact amount that is agreed to with them. */
export interface QuantityPreview {
  quantity: number
  lines: string[]
  amount: string | null
  /** It cannot be had as things stand. */
  refused?: true
  /** Where what stands against it can be removed. */
  wayOut?: WayOut
}

type Shown = { shown: QuantityPreview; stay: true }

export async function showQuantityPreview(previewed: Previewed): Promise<Shown> {
  const { quantity } = previewed
  if ('why' in previewed) return { shown: await refusedInWords(quantity, previewed.why), stay: true }
  const lines = await pricedInWords({ ...previewed, after: quantity, bought: false })
  return { shown: { quantity, lines, amount: previewed.amount.list ?? null }, stay: true }
}

export async function showApprovalPreview(forecast: Forecast): Promise<Shown> {
  return { shown: await approvalInWords(forecast), stay: true }
}

/** What an approval costs or brings; what ends has no quantity and is shown otherwise. */
export async function approvalInWords(forecast: Forecast): Promise<QuantityPreview> {
  if (forecast.kind === 'refused') {
    const refused = await refusedInWords(forecast.quantity, forecast.why)
    if (forecast.after === null || forecast.after < 0) return refused
    const t = await getTranslations('subscriptions.seats')
    return { ...refused, lines: [t('afterwards', { after: forecast.after }), ...refused.lines] }
  }
  if (forecast.kind === 'end') return { quantity: 0, lines: [], amount: forecast.cancellation.refund.list ?? null }
  const lines = await pricedInWords({ ...forecast, bought: forecast.kind === 'purchase' })
  return { quantity: forecast.quantity, lines, amount: forecast.amount.list ?? null }
}

async function refusedInWords(quantity: number, { code, ...options }: Against): Promise<QuantityPreview> {
  // The number that stands there already needs no words.
  if (code === 'input_invalid') return { quantity, lines: [], amount: null, refused: true }
  const [error, actor] = [new DomainError(code, options), await currentActor()]
  const wayOut = await wayOutOf(error, actor)
  return {
    quantity,
    lines: [await describeError(error, actor)],
    amount: null,
    refused: true,
    ...(wayOut ? { wayOut } : {}),
  }
}

type Seen = Partial<Record<'list' | 'retail', string>>

interface Priced {
  before: number
  after: number
  currency: string
  amount: Seen
  /** For each billing period that follows. */
  later: Seen
  periodEndsAt: Date
  /** All of it is new, not only the difference. */
  bought: boolean
}

async function pricedInWords({ before, after, currency, amount, later, periodEndsAt, bought }: Priced) {
  const [t, locale] = await Promise.all([getTranslations('subscriptions.seats'), getLocale()])
  const money = (value: string) => moneyText(value.replace('-', ''), currency, locale)
  const added = after > before
  const count = Math.abs(after - before)
  const lastDay = lastDayText(periodEndsAt, locale)
  // Whoever may see no prices is told none, and what is free stays free until its term ends.
  const free = later.list === '0.00'
  return [
    ...(amount.list && free && added ? [t('free', { count, lastDay })] : []),
    ...(amount.list && !free ? [t(costsOf(added, bought), { count, amount: money(amount.list), lastDay })] : []),
    ...(amount.retail && !free ? [t('retail', { amount: money(amount.retail) })] : []),
    ...(later.list && !free ? [t('later', { quantity: after, amount: money(later.list) })] : []),
    ...(added ? [t(bought ? 'cancellable' : 'returnable')] : []),
  ]
}

function costsOf(added: boolean, bought: boolean) {
  if (bought) return 'costsNew'
  return added ? 'costs' : 'brings'
}
