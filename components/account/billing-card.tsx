import { useTranslations } from 'next-intl'
import type { AccountView } from '@/lib/web/account'
import type { FormState } from '@/lib/web/form-state'
import { ConfirmDialog } from '../confirm-dialog'
import { Field } from '../form/field'
import { FieldColumns } from '../form/field-group'
import { fill } from '../new-customer/words'
import { Card, CardHeader } from '../ui/card'
import { CopyButton } from '../ui/copy-button'
import { DescriptionList } from '../ui/description-list'
import { DialogButton } from '../ui/dialog-button'
import { Select } from '../ui/select'
import { TextInput } from '../ui/text-input'

type Action = (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>
type BillingCardProps = { view: AccountView; mayEdit: boolean; action: Action }

/** Which company the customer is, where, and under which number it is registered. */
export function BillingCard({ view, mayEdit, action }: BillingCardProps) {
  const t = useTranslations('onboarding.account')
  const terms = useTranslations('terms')
  const { customer, account, country } = view
  const state = country.states.find(({ value }) => value === account.state)?.label ?? account.state
  const place = [account.postalCode, account.city].filter(Boolean).join(' ')
  const address = [account.addressLine1, account.addressLine2, place, state].filter(Boolean)
  return (
    <Card>
      <CardHeader
        title={t('billingTitle')}
        action={mayEdit && <DialogButton dialogId="edit-billing">{t('editBilling')}</DialogButton>}
      />
      <DescriptionList
        look="rows"
        items={[
          { term: t('company'), details: customer.name },
          { term: t('domain'), details: customer.domain },
          {
            term: t('microsoftId'),
            details: (
              <span className="inline-flex items-center gap-1 font-mono text-code">
                {customer.id}
                <CopyButton text={customer.id} iconOnly />
              </span>
            ),
          },
          { term: t('country'), details: country.label },
          { term: t('address'), details: address.length > 0 ? address.join(', ') : t('unknown') },
          ...(country.registrationNumber
            ? [{ term: country.registrationNumber.label, details: account.registrationNumber ?? t('unknown') }]
            : []),
          { term: t('segment'), details: terms(`segment.${account.segment}`) },
        ]}
      />
      {mayEdit && (
        <ConfirmDialog
          id="edit-billing"
          title={t('editBilling')}
          confirmLabel={t('save')}
          action={action}
          fields={{ customerId: customer.id }}
        >
          <AddressFields view={view} />
        </ConfirmDialog>
      )}
    </Card>
  )
}

function AddressFields({ view: { account, country, texts } }: { view: AccountView }) {
  const words = texts.form
  return (
    <div className="grid gap-4">
      <Field label={words.addressLine1} name="addressLine1" required>
        <TextInput maxLength={200} defaultValue={account.addressLine1 ?? ''} />
      </Field>
      <Field label={words.addressLine2} name="addressLine2" hint={words.optional}>
        <TextInput maxLength={200} defaultValue={account.addressLine2 ?? ''} />
      </Field>
      <FieldColumns>
        {country.hasPostalCode && (
          <Field
            label={words.postalCode}
            name="postalCode"
            required={country.isPostalCodeRequired}
            hint={fill(words.sample, { sample: country.postalCodeSample })}
          >
            <TextInput maxLength={20} defaultValue={account.postalCode ?? ''} />
          </Field>
        )}
        <Field label={words.city} name="city" required={country.isCityRequired}>
          <TextInput maxLength={100} defaultValue={account.city ?? ''} />
        </Field>
      </FieldColumns>
      {country.states.length > 0 && (
        <Field label={words.state} name="state" required={country.isStateRequired}>
          <Select options={country.states} placeholder={words.chooseState} defaultValue={account.state ?? ''} />
        </Field>
      )}
      {country.registrationNumber && (
        <Field
          label={country.registrationNumber.label}
          name="organizationRegistrationNumber"
          required={country.registrationNumber.isRequired}
          hint={fill(words.sample, { sample: country.registrationNumber.sample })}
        >
          <TextInput maxLength={40} defaultValue={account.registrationNumber ?? ''} />
        </Field>
      )}
    </div>
  )
}
