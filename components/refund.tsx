import { useLocale, useTranslations } from 'next-intl'
import { moneyText } from '@/lib/i18n/days'
import type { SubscriptionView } from '@/lib/web/subscription-view'
import { LocalTime } from './ui/local-time'

type RefundProps = { cancellation: NonNullable<SubscriptionView['cancellation']>; timeZone: string }

/** The refund to the cent, as it will be if one confirms now. */
export function Refund({ cancellation, timeZone }: RefundProps) {
  const t = useTranslations('subscriptions')
  const locale = useLocale()
  const { refund, currency, isFull, until, alsoEnds } = cancellation
  const money = (amount: string) => moneyText(amount, currency, locale)
  return (
    <>
      <p>{t('state.cancelText')}</p>
      {alsoEnds.length > 0 && <p>{t('state.cancelAlso', { names: alsoEnds.join(', ') })}</p>}
      {refund.list && (
        <p className="font-semibold">
          {t(isFull ? 'state.cancelFull' : 'state.cancelByDay', { amount: money(refund.list) })}
        </p>
      )}
      {refund.retail && <p className="text-muted">{t('seats.retail', { amount: money(refund.retail) })}</p>}
      <p className="text-muted">
        {t.rich('state.cancelUntilWhen', {
          until: () => <LocalTime value={until} locale={locale} timeZone={timeZone} />,
        })}
      </p>
    </>
  )
}
