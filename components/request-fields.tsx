import { useTranslations } from 'next-intl'
import type { PurchaseRequestDraft } from '@/lib/web/purchase-request'
import { Field } from './form/field'
import { FieldGroup } from './form/field-group'
import { RadioGroup } from './ui/radio-group'
import { Select } from './ui/select'
import { TextArea } from './ui/text-area'
import { TextInput } from './ui/text-input'

type RequestFieldsProps = { draft: PurchaseRequestDraft; locale: string }

/** What one asks for: seats or the end of a subscription, or a new one. */
export function RequestFields({ draft, locale }: RequestFieldsProps) {
  const t = useTranslations('requests')
  const { subscription, recipients } = draft
  return (
    <>
      {subscription ? (
        <SubscriptionFields subscription={subscription} />
      ) : (
        <OfferFields offers={draft.offers} locale={locale} />
      )}
      {recipients.length > 1 ? (
        <Field name="recipientId" label={t('recipient')}>
          <Select options={recipients.map(({ id, name }) => ({ value: id, label: name }))} />
        </Field>
      ) : null}
      <Field name="comment" label={t('comment')} hint={t('commentHint')}>
        <TextArea rows={3} />
      </Field>
    </>
  )
}

type Subscription = NonNullable<PurchaseRequestDraft['subscription']>

function SubscriptionFields({ subscription }: { subscription: Subscription }) {
  const t = useTranslations('requests')
  const { id, title, friendlyName, quantity, assigned } = subscription
  const kinds = ['addSeats', 'removeSeats', 'cancel'] as const
  return (
    <>
      <input type="hidden" name="subscriptionId" value={id} />
      <p className="font-semibold">{friendlyName ?? title}</p>
      <FieldGroup name="kind" legend={t('wish')} required>
        <RadioGroup
          options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          defaultValue="addSeats"
        />
      </FieldGroup>
      <Field name="quantity" label={t('seatsDifference')} hint={t('seatsDifferenceHint', { quantity, assigned })}>
        <TextInput type="number" min={1} defaultValue={1} />
      </Field>
    </>
  )
}

function OfferFields({ offers, locale }: { offers: PurchaseRequestDraft['offers']; locale: string }) {
  const t = useTranslations('requests')
  const terms = useTranslations('terms')
  const label = ({ title, termDuration, billingCycle, currency, price }: (typeof offers)[number]) => {
    const money = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale, { style: 'currency', currency })
    const cost = price === null ? [] : [`${money.format(Number(price))} ${t(`perPeriod.${billingCycle}`)}`]
    return [title, terms(`term.${termDuration}`), ...cost].join(' · ')
  }
  return (
    <>
      <input type="hidden" name="kind" value="newSubscription" />
      <Field name="availabilityId" label={t('offer')} required>
        <Select
          {...(offers.length > 1 ? { placeholder: t('chooseOffer') } : {})}
          options={offers.map((offer) => ({ value: offer.availabilityId, label: label(offer) }))}
        />
      </Field>
      <Field name="quantity" label={t('quantity')} required>
        <TextInput type="number" min={1} defaultValue={1} />
      </Field>
    </>
  )
}
