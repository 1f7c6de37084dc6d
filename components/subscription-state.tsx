import { useLocale, useTranslations } from 'next-intl'
import type { Actor } from '@/lib/access/permissions'
import { dayText, lastDayText } from '@/lib/i18n/days'
import type { FormState } from '@/lib/web/form-state'
import type { SubscriptionView } from '@/lib/web/subscription-view'
import { StatusBadge } from './status-badge'
import { SubscriptionAct } from './subscription-act'
import { SubscriptionEnding } from './subscription-ending'
import { ButtonRow } from './ui/button-row'
import { Card, CardHeader } from './ui/card'
import { DialogButton } from './ui/dialog-button'

export type FormAction = (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>

export interface StateActions {
  suspend: FormAction
  reactivate: FormAction
  cancel: FormAction
}

type SubscriptionStateProps = { subscription: SubscriptionView; actor: Actor; actions: StateActions }

/** Spec 1.D, `Status`: what it is, since when, what follows by itself, and what can be done about it. */
export function SubscriptionState({ subscription, actor, actions }: SubscriptionStateProps) {
  const [t, terms] = [useTranslations('subscriptions.state'), useTranslations('terms')]
  const { possible, status } = subscription
  const act = { actor, possible }
  return (
    <Card aria-labelledby="state">
      <CardHeader
        id="state"
        title={t('title')}
        action={<StatusBadge status={status} label={terms(`subscriptionStatus.${status}`)} />}
      />
      <StateInWords subscription={subscription} />
      <div className="mt-4">
        <ButtonRow>
          {status === 'suspended' ? (
            <SubscriptionAct {...act} act="reactivate" label={t('reactivate')}>
              <DialogButton dialogId="reactivate">{t('reactivate')}</DialogButton>
            </SubscriptionAct>
          ) : null}
          {status === 'active' ? (
            <SubscriptionAct {...act} act="suspend" label={t('suspend')}>
              <DialogButton dialogId="suspend">{t('suspend')}</DialogButton>
            </SubscriptionAct>
          ) : null}
          {status === 'active' || status === 'suspended' ? (
            <SubscriptionAct {...act} act="cancel" label={t('cancel')}>
              <DialogButton dialogId="cancel" variant="subtle">
                {t('cancel')}
              </DialogButton>
            </SubscriptionAct>
          ) : null}
        </ButtonRow>
      </div>
      <SubscriptionEnding subscription={subscription} timeZone={actor.timeZone} actions={actions} />
    </Card>
  )
}

/** Plain words instead of a term one has to look up (complaints 2 and 6). */
function StateInWords({ subscription }: { subscription: SubscriptionView }) {
  const t = useTranslations('subscriptions.state')
  const locale = useLocale()
  const { status, statusSince, suspensionReason, termEndsAt, outlook } = subscription
  const days = {
    since: dayText(statusSince, locale),
    lastDay: lastDayText(termEndsAt, locale),
    deletedOn: dayText(outlook.deletedAt, locale),
    workUntil: outlook.workUntil ? lastDayText(outlook.workUntil, locale) : '',
  }
  return (
    <div className="grid gap-2">
      <p>{t(status, days)}</p>
      {status === 'active' && <p className="text-muted">{t('activeUntil', days)}</p>}
      {status === 'suspended' && suspensionReason && <p>{t('reason', { reason: suspensionReason })}</p>}
      {status === 'suspended' && <p className="text-muted">{t('autoExpiry', days)}</p>}
    </div>
  )
}
