import { useLocale, useTranslations } from 'next-intl'
import type { Actor } from '@/lib/access/permissions'
import { moneyText } from '@/lib/i18n/days'
import type { SubscriptionView } from '@/lib/web/subscription-view'
import { Field } from './form/field'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { SubscriptionAct } from './subscription-act'
import type { FormAction } from './subscription-state'
import { Card, CardHeader } from './ui/card'
import { Select } from './ui/select'
import { TextInput } from './ui/text-input'

type SubscriptionBecomingProps = {
  subscription: SubscriptionView
  actor: Actor
  upgradeAction: FormAction
  convertAction: FormAction
}

/** Upgrade now, or trial to paid: what the subscription can become. Nothing where there is no such offer. */
export function SubscriptionBecoming(props: SubscriptionBecomingProps) {
  const t = useTranslations('subscriptions.become')
  const { subscription, actor } = props
  const { possible, isTrial, offersUpgrade, version } = subscription
  if (isTrial) {
    if (!possible.convert) return null
    return (
      <Card aria-labelledby="become">
        <CardHeader id="become" title={t('convertTitle')} description={t('convertHint')} />
        <SubscriptionAct actor={actor} possible={possible} act="convert" label={t('convert')}>
          <ChoiceForm key={version} {...props} convert />
        </SubscriptionAct>
      </Card>
    )
  }
  if (!offersUpgrade || !possible.upgrade) return null
  return (
    <Card aria-labelledby="become">
      <CardHeader id="become" title={t('upgradeTitle')} description={t('upgradeHint')} />
      <SubscriptionAct actor={actor} possible={possible} act="upgrade" label={t('upgrade')}>
        <ChoiceForm key={version} {...props} />
      </SubscriptionAct>
    </Card>
  )
}

function ChoiceForm({
  subscription,
  upgradeAction,
  convertAction,
  convert = false,
}: SubscriptionBecomingProps & { convert?: boolean }) {
  const [t, ui] = [useTranslations('subscriptions.become'), useTranslations('ui')]
  const { id, version, quantity, upgrades, conversions } = subscription
  const offers = useOfferOptions(subscription, convert ? conversions : upgrades)
  if (offers.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <Form
      action={convert ? convertAction : upgradeAction}
      hidden={{ subscriptionId: id, version: String(version) }}
      idPrefix="become"
      referenceLabel={ui('errorReference')}
    >
      <Field name="availabilityId" label={t('offer')}>
        <Select options={offers} />
      </Field>
      {convert ? (
        <Field name="quantity" label={t('quantity')}>
          <TextInput type="number" inputMode="numeric" min={1} defaultValue={quantity} className="max-w-40" />
        </Field>
      ) : (
        <p className="text-muted">{t('upgradeText')}</p>
      )}
      <div>
        <SubmitButton variant="secondary">{t(convert ? 'convert' : 'upgrade')}</SubmitButton>
      </div>
    </Form>
  )
}

function useOfferOptions({ currency }: SubscriptionView, offers: SubscriptionView['upgrades']) {
  const [t, terms] = [useTranslations('subscriptions.become'), useTranslations('terms')]
  const locale = useLocale()
  return offers.map(({ availabilityId, title, termDuration, billingCycle, unit }) => {
    const price = moneyText(unit.list ?? unit.retail ?? '0.00', currency, locale)
    const words = {
      title,
      term: terms(`term.${termDuration}`),
      cycle: terms(`billingCycle.${billingCycle}`),
      price: `${price} ${terms(`perPeriod.${billingCycle}`)}`,
    }
    return { value: availabilityId, label: t('choice', words) }
  })
}
