import { useTranslations } from 'next-intl'
import type { FormState } from '@/lib/web/form-state'
import type { OwnCard } from '@/lib/web/provider-directory'
import { Field } from './form/field'
import { FieldColumns, FieldGroup } from './form/field-group'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import { Card, CardHeader } from './ui/card'
import { Checkbox } from './ui/checkbox'
import type { SelectOption } from './ui/select'
import { TextArea } from './ui/text-area'
import { TextInput } from './ui/text-input'

type Choices = Record<'services' | 'languages' | 'countries', readonly SelectOption[]>

type ProviderCardFormProps = {
  card: OwnCard
  choices: Choices
  action: (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>
}

/** Everything on the card but its logo. */
export function ProviderCardForm({ card, choices, action }: ProviderCardFormProps) {
  const t = useTranslations('directory.card')
  const ui = useTranslations('ui')
  return (
    <Form action={action} className="grid gap-5" idPrefix="card" referenceLabel={ui('errorReference')}>
      <Card>
        <CardHeader title={t('texts')} description={t('textsHint')} />
        <div className="grid gap-4 md:grid-cols-2">
          {(['description', 'programmes', 'support'] as const).flatMap((text) =>
            (['En', 'Ru'] as const).map((language) => (
              <Field
                key={text + language}
                name={`${text}${language}`}
                label={t(`${text}${language}`)}
                {...(text === 'description' ? { hint: t('textHint') } : {})}
              >
                <TextArea rows={4} maxLength={2500} defaultValue={card[`${text}${language}`]} />
              </Field>
            )),
          )}
        </div>
      </Card>
      <Card>
        <CardHeader title={t('found')} />
        <div className="grid gap-5">
          <Ticks name="services" chosen={card.services} options={choices.services} />
          <Ticks name="languages" chosen={card.languages} options={choices.languages} />
          <Ticks name="countries" chosen={card.countries} options={choices.countries} />
        </div>
      </Card>
      <Card>
        <CardHeader title={t('contact')} description={t('contactHint')} />
        <ContactFields card={card} />
      </Card>
      <SubmitButton variant="primary" className="justify-self-start">
        {t('save')}
      </SubmitButton>
    </Form>
  )
}

type TicksProps = { name: keyof Choices; chosen: readonly string[]; options: readonly SelectOption[] }

/** Many choices: long lists scroll within themselves. */
function Ticks({ name, chosen, options }: TicksProps) {
  const t = useTranslations('directory')
  return (
    <FieldGroup legend={t(`${name}Title`)} name={name}>
      <div className="grid max-h-64 grid-cols-[repeat(auto-fill,minmax(min(100%,13rem),1fr))] gap-x-4 gap-y-1.5 overflow-y-auto rounded-control border border-border p-3">
        {options.map(({ value, label }) => (
          <Checkbox
            key={value}
            name={`${name}[]`}
            value={value}
            label={label}
            defaultChecked={chosen.includes(value)}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

function ContactFields({ card }: { card: OwnCard }) {
  const t = useTranslations('directory')
  return (
    <FieldColumns>
      <Field name="contactName" label={t('contactName')} required>
        <TextInput defaultValue={card.contactName} maxLength={100} />
      </Field>
      <Field name="contactEmail" label={t('contactEmail')} required>
        <TextInput type="email" defaultValue={card.contactEmail} maxLength={254} />
      </Field>
      <Field name="contactPhone" label={t('contactPhone')}>
        <TextInput type="tel" defaultValue={card.contactPhone ?? ''} maxLength={40} />
      </Field>
      <Field name="website" label={t('website')}>
        <TextInput defaultValue={card.website ?? ''} maxLength={200} />
      </Field>
    </FieldColumns>
  )
}
