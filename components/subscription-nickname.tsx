import { useTranslations } from 'next-intl'
import type { Actor } from '@/lib/access/permissions'
import type { SubscriptionView } from '@/lib/web/subscription-view'
import { Field } from './form/field'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { SubscriptionAct } from './subscription-act'
import type { FormAction } from './subscription-state'
import { Card, CardHeader } from './ui/card'
import { TextInput } from './ui/text-input'

type NicknameProps = { subscription: SubscriptionView; actor: Actor; renameAction: FormAction }

/** The name a provider, or a reseller that administers the customer, gives a subscription to tell it from others. */
export function SubscriptionNickname({ subscription, actor, renameAction }: NicknameProps) {
  const [t, ui] = [useTranslations('subscriptions.nickname'), useTranslations('ui')]
  const { id, version, friendlyName, possible, title } = subscription
  if (actor.organizationKind === 'customer') return null
  return (
    <Card aria-labelledby="nickname">
      <CardHeader id="nickname" title={t('title')} />
      <SubscriptionAct actor={actor} possible={possible} act="rename" label={t('save')}>
        <Form
          key={version}
          action={renameAction}
          hidden={{ subscriptionId: id, version: String(version) }}
          idPrefix="nickname"
          referenceLabel={ui('errorReference')}
        >
          <Field name="name" label={t('label')} hint={t('hint')}>
            <TextInput defaultValue={friendlyName ?? ''} placeholder={title} maxLength={100} />
          </Field>
          <div>
            <SubmitButton variant="secondary">{t('save')}</SubmitButton>
          </div>
        </Form>
      </SubscriptionAct>
    </Card>
  )
}
