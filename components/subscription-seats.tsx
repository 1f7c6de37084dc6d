import { useLocale, useTranslations } from 'next-intl'
import type { Actor } from '@/lib/access/permissions'
import { moneyText } from '@/lib/i18n/days'
import type { FormState } from '@/lib/web/form-state'
import type { QuantityPreview } from '@/lib/web/quantity-preview'
import type { SubscriptionView } from '@/lib/web/subscription-view'
import { PricedQuantityForm } from './priced-quantity-form'
import { SubscriptionAct } from './subscription-act'
import type { FormAction } from './subscription-state'
import { Card, CardHeader } from './ui/card'
import { LocalTime } from './ui/local-time'

type SubscriptionSeatsProps = {
  subscription: SubscriptionView
  actor: Actor
  changeAction: FormAction
  previewAction: (previous: FormState<QuantityPreview>, formData: FormData) => Promise<FormState<QuantityPreview>>
}

/** How many licenses there are, how many of them can still be given back and until when (complaint 4). */
export function SubscriptionSeats({ subscription, actor, changeAction, previewAction }: SubscriptionSeatsProps) {
  const locale = useLocale()
  const [t, list, ui] = [
    useTranslations('subscriptions.seats'),
    useTranslations('subscriptions'),
    useTranslations('ui'),
  ]
  const { id, version, quantity, assigned, possible, minQuantity: min, maxQuantity: max } = subscription
  const texts = {
    label: t('label'),
    hint: t('range', { min, max }),
    submit: t('submit'),
    looking: t('looking'),
    reference: ui('errorReference'),
    reload: t('showPrice'),
    now: t('comesTo'),
    wrong: t('enterNumber', { min, max }),
  }
  const scheduled = subscription.nextQuantity ?? subscription.nextTermDuration ?? subscription.nextBillingCycle
  return (
    <Card aria-labelledby="seats">
      <CardHeader id="seats" title={t('title')} description={list('assignedOf', { assigned, quantity })} />
      <SubscriptionAct actor={actor} possible={possible} act="changeQuantity" label={t('label')}>
        <PricedQuantityForm
          key={version}
          subject={{ subscriptionId: id }}
          hidden={{ version: String(version) }}
          idPrefix="seats"
          action={changeAction}
          locale={locale}
          {...{ quantity, min, max, texts, previewAction }}
        >
          {scheduled === null ? null : <p className="text-muted">{t('dropsSchedule')}</p>}
        </PricedQuantityForm>
      </SubscriptionAct>
      {subscription.outlook.running && subscription.windows && (
        <Windows subscription={subscription} windows={subscription.windows} timeZone={actor.timeZone} />
      )}
    </Card>
  )
}

type WindowsProps = {
  subscription: SubscriptionView
  windows: NonNullable<SubscriptionView['windows']>
  timeZone: string
}

function Windows({ subscription, windows, timeZone }: WindowsProps) {
  const t = useTranslations('subscriptions.seats')
  const locale = useLocale()
  const { now, currency, possible } = subscription
  const time = (value: Date) => <LocalTime value={value} locale={locale} timeZone={timeZone} />
  return (
    <div className="mt-5 border-border border-t pt-4">
      <h3 className="mb-2 font-semibold">{t('windows')}</h3>
      {windows.length === 0 ? (
        <p className="text-muted">{t('noWindow')}</p>
      ) : (
        <ul className="grid gap-2">
          {windows.map((window) => (
            <li key={window.id}>
              {t.rich('window', {
                quantity: window.quantity,
                added: () => time(window.addedAt),
                until: () => time(window.reducibleUntil),
              })}
              <span className="block text-caption text-muted">
                {t('left', leftUntil(window.reducibleUntil, now))}
                {possible.changeQuantity && window.perSeat.list
                  ? ` · ${t('worth', { amount: moneyText(window.perSeat.list, currency, locale) })}`
                  : null}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Whole hours, the last one begun counted. */
function leftUntil(until: Date, now: Date): { days: number; hours: number } {
  const hours = Math.ceil((until.getTime() - now.getTime()) / 3_600_000)
  return { days: Math.floor(hours / 24), hours: hours % 24 }
}
