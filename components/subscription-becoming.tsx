import { useLocale, useTranslations } from 'next-intl'
import type { Actor } from '@/lib/access/permissions'
import { moneyText } from '@/lib/i18n/days'
import type { SubscriptionView } from '@/lib/web/subscription-view'
import { SubscriptionAct } from './subscription-act'
import { SubscriptionChoiceForm } from './subscription-choice-form'
import type { FormAction } from './subscription-state'
import { Card, CardHeader } from './ui/card'

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
  const locale = useLocale()
  const { id, version, quantity, currency, upgrades, conversions } = subscription
  const choices = useChoices(subscription, convert ? conversions : upgrades)
  if (choices.length === 0) return <p className="text-muted">{t('none')}</p>
  const texts = {
    offer: t('offer'),
    quantity: t('quantity'),
    explained: convert ? null : t('upgradeText'),
    costs: t.raw('costs') as string,
    brings: t.raw('brings') as string,
    submit: t(convert ? 'convert' : 'upgrade'),
    reference: ui('errorReference'),
  }
  return (
    <SubscriptionChoiceForm
      action={convert ? convertAction : upgradeAction}
      {...{ subscriptionId: id, version, currency, choices, texts }}
      quantity={convert ? quantity : null}
      locale={locale}
    />
  )
}

function useChoices({ currency }: SubscriptionView, offers: SubscriptionView['upgrades']) {
  const [t, terms] = [useTranslations('subscriptions.become'), useTranslations('terms')]
  const locale = useLocale()
  return offers.map(({ availabilityId, title, termDuration, billingCycle, unit, becoming }) => {
    const price = moneyText(unit.list ?? unit.retail ?? '0.00', currency, locale)
    const words = {
      title,
      term: terms(`term.${termDuration}`),
      cycle: terms(`billingCycle.${billingCycle}`),
      price: `${price} ${terms(`perPeriod.${billingCycle}`)}`,
    }
    const { perSeat, total } = becoming
    return {
      value: availabilityId,
      label: t('choice', words),
      perSeat: perSeat.list ?? null,
      total: total.list ?? null,
    }
  })
}
