import { useLocale, useTranslations } from 'next-intl'
import type { Actor } from '@/lib/access/permissions'
import { dayText, lastDayText } from '@/lib/i18n/days'
import type { SubscriptionView } from '@/lib/web/subscription-view'
import { CheckboxField } from './form/checkbox-field'
import { Field } from './form/field'
import { FieldColumns } from './form/field-group'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { SubscriptionAct } from './subscription-act'
import type { FormAction } from './subscription-state'
import { Card, CardHeader } from './ui/card'
import { LocalTime } from './ui/local-time'
import { Note } from './ui/note'
import { Select } from './ui/select'
import { TextInput } from './ui/text-input'

type SubscriptionRenewalProps = { subscription: SubscriptionView; actor: Actor; scheduleAction: FormAction }

const week = 7 * 86_400_000

/** What the end of the term brings, in plain words (complaints 2, 5 and 6), and a way to decide otherwise. */
export function SubscriptionRenewal({ subscription, actor, scheduleAction }: SubscriptionRenewalProps) {
  const t = useTranslations('subscriptions.renewal')
  const { outlook, quantity, assigned, possible, version } = subscription
  const unassigned = quantity - assigned
  return (
    <Card aria-labelledby="renewal">
      <CardHeader id="renewal" title={t('title')} />
      <div className="grid gap-3">
        <Note tone={outlook.renews ? 'info' : 'warning'}>
          <Outlook subscription={subscription} />
        </Note>
        {outlook.renews && unassigned > 0 && <p>{t('unassigned', { unassigned })}</p>}
        <SubscriptionAct actor={actor} possible={possible} act="schedule" label={t('change')}>
          <ScheduleForm key={version} {...{ subscription, actor, scheduleAction }} />
        </SubscriptionAct>
      </div>
    </Card>
  )
}

function Outlook({ subscription }: { subscription: SubscriptionView }) {
  const [t, terms] = [useTranslations('subscriptions.renewal'), useTranslations('terms')]
  const locale = useLocale()
  const { outlook, termEndsAt, isTrial } = subscription
  const lastDay = lastDayText(termEndsAt, locale)
  if (outlook.renews) {
    const { quantity, termDuration, billingCycle } = outlook.renewal
    const changeableUntil = lastDayText(new Date(termEndsAt.getTime() + week), locale)
    const term = terms(`term.${termDuration}`)
    return t('renews', { lastDay, quantity, term, cycle: billingCycle, changeableUntil })
  }
  const workUntil = outlook.workUntil ? lastDayText(outlook.workUntil, locale) : lastDay
  return isTrial
    ? t('trialEnds', { lastDay, workUntil })
    : t('ends', { lastDay, workUntil, deletedOn: dayText(outlook.deletedAt, locale) })
}

function ScheduleForm({ subscription, actor, scheduleAction }: SubscriptionRenewalProps) {
  const [t, terms, ui] = [useTranslations('subscriptions.renewal'), useTranslations('terms'), useTranslations('ui')]
  const locale = useLocale()
  const { id, version, autoRenew, outlook, minQuantity, maxQuantity, terms: offered } = subscription
  const durations = [...new Set([subscription.termDuration, ...offered.map(({ termDuration }) => termDuration)])]
  const cycles = [...new Set([subscription.billingCycle, ...offered.map(({ billingCycle }) => billingCycle)])]
  const { quantity, termDuration, billingCycle } = outlook.renewal
  return (
    <Form
      action={scheduleAction}
      hidden={{ subscriptionId: id, version: String(version) }}
      idPrefix="renewal"
      referenceLabel={ui('errorReference')}
    >
      <CheckboxField name="autoRenew" label={t('autoRenew')} hint={t('autoRenewHint')} defaultChecked={autoRenew} />
      <FieldColumns>
        <Field name="quantity" label={t('quantity')} hint={t('atLeastAssigned')}>
          <TextInput type="number" inputMode="numeric" min={minQuantity} max={maxQuantity} defaultValue={quantity} />
        </Field>
        <Field name="termDuration" label={t('term')}>
          <Select
            defaultValue={termDuration}
            options={durations.map((value) => ({ value, label: terms(`term.${value}`) }))}
          />
        </Field>
        <Field name="billingCycle" label={t('cycle')}>
          <Select
            defaultValue={billingCycle}
            options={cycles.map((value) => ({ value, label: terms(`billingCycle.${value}`) }))}
          />
        </Field>
      </FieldColumns>
      <p className="text-muted">
        {t.rich('locked', {
          locked: () => <LocalTime value={outlook.lockedFrom} locale={locale} timeZone={actor.timeZone} />,
        })}
      </p>
      <div>
        <SubmitButton variant="secondary">{t('submit')}</SubmitButton>
      </div>
    </Form>
  )
}
