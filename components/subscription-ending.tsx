import { useTranslations } from 'next-intl'
import type { SubscriptionView } from '@/lib/web/subscription-view'
import { ConfirmDialog } from './confirm-dialog'
import { Field } from './form/field'
import { Refund } from './refund'
import type { StateActions } from './subscription-state'
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
