import { useLocale, useTranslations } from 'next-intl'
import { moneyText } from '@/lib/i18n/days'
import type { SubscriptionView } from '@/lib/web/subscription-view'
import { ConfirmDialog } from './confirm-dialog'
import { Field } from './form/field'
import type { StateActions } from './subscription-state'
import { LocalTime } from './ui/local-time'
import { TextArea } from './ui/text-area'

type SubscriptionEndingProps = { subscription: SubscriptionView; timeZone: string; actions: StateActions }

/** The dialogs of the status section: each says what happens before it happens. */
export function SubscriptionEnding({ subscription, timeZone, actions }: SubscriptionEndingProps) {
  const t = useTranslations('subscriptions.state')
  const { id, name, version, possible, shownRefund } = subscription
  const fields = { subscriptionId: id, version: String(version) }
  return (
    <>
      {possible.suspend?.possible && (
        <ConfirmDialog
          id="suspend"
          danger
          title={t('suspendTitle', { name })}
          confirmLabel={t('suspend')}
          action={actions.suspend}
          fields={fields}
        >
          <p>{t('suspendText')}</p>
          <Field name="reason" label={t('reasonLabel')} hint={t('reasonHint')}>
            <TextArea rows={2} maxLength={300} />
          </Field>
        </ConfirmDialog>
      )}
      {possible.reactivate?.possible && (
        <ConfirmDialog
          id="reactivate"
          title={t('reactivateTitle', { name })}
          confirmLabel={t('reactivate')}
          action={actions.reactivate}
          fields={fields}
        >
          <p>{t('reactivateText')}</p>
        </ConfirmDialog>
      )}
      {subscription.cancellation && (
        <ConfirmDialog
          id="cancel"
          danger
          title={t('cancelTitle', { name })}
          confirmLabel={t('cancel')}
          cancelLabel={t('keep')}
          action={actions.cancel}
          fields={{ ...fields, ...(shownRefund ? { amount: shownRefund } : {}) }}
        >
          <Refund cancellation={subscription.cancellation} timeZone={timeZone} />
        </ConfirmDialog>
      )}
    </>
  )
}

type RefundProps = { cancellation: NonNullable<SubscriptionView['cancellation']>; timeZone: string }

/** The refund to the cent, as it will be if one confirms now. */
function Refund({ cancellation, timeZone }: RefundProps) {
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
