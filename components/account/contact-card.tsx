import { useTranslations } from 'next-intl'
import { type Actor, can } from '@/lib/access/permissions'
import type { AccountView } from '@/lib/web/account'
import type { FormState } from '@/lib/web/form-state'
import { ConfirmDialog } from '../confirm-dialog'
import { Field } from '../form/field'
import { FieldColumns } from '../form/field-group'
import { fill } from '../new-customer/words'
import { Refused } from '../permitted-link'
import { Card, CardHeader } from '../ui/card'
import { DescriptionList } from '../ui/description-list'
import { DialogButton } from '../ui/dialog-button'
import { Select } from '../ui/select'
import { TextInput } from '../ui/text-input'
import { TextLink } from '../ui/text-link'

type Action = (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>
type ContactCardProps = { view: AccountView; actor: Actor; mayEdit: boolean; action: Action }

/** Whom to reach at the customer. */
export function ContactCard({ view, actor, mayEdit, action }: ContactCardProps) {
  const t = useTranslations('onboarding.account')
  const { account, country, customer } = view
  const culture = country.cultures.find(({ value }) => value === account.culture)?.label ?? account.culture
  return (
    <Card>
      <CardHeader
        title={t('contactTitle')}
        action={
          mayEdit ? (
            <DialogButton dialogId="edit-contact">{t('editContact')}</DialogButton>
          ) : can(actor, 'customer.editContact') ? null : (
            <Refused actor={actor} permission="customer.editContact" label={t('editContact')} />
          )
        }
      />
      <DescriptionList
        look="rows"
        items={[
          { term: t('name'), details: `${account.firstName} ${account.lastName}`.trim() },
          {
            term: t('email'),
            details: <TextLink href={`mailto:${account.contactEmail}`}>{account.contactEmail}</TextLink>,
          },
          { term: t('phone'), details: account.phoneNumber ?? t('unknown') },
          { term: t('culture'), details: culture },
        ]}
      />
      {mayEdit && (
        <ConfirmDialog
          id="edit-contact"
          title={t('editContact')}
          confirmLabel={t('save')}
          action={action}
          fields={{ customerId: customer.id, version: view.versions.contact }}
          reloadLabel={t('reload')}
        >
          <ContactFields view={view} />
        </ConfirmDialog>
      )}
    </Card>
  )
}

function ContactFields({ view: { account, country, texts } }: { view: AccountView }) {
  const words = texts.form
  return (
    <div className="grid gap-4">
      <FieldColumns>
        <Field label={words.firstName} name="firstName" required>
          <TextInput maxLength={50} defaultValue={account.firstName} />
        </Field>
        <Field label={words.lastName} name="lastName" required>
          <TextInput maxLength={50} defaultValue={account.lastName} />
        </Field>
      </FieldColumns>
      <Field label={words.email} name="email" required>
        <TextInput type="email" maxLength={254} defaultValue={account.contactEmail} />
      </Field>
      <Field
        label={words.phoneNumber}
        name="phoneNumber"
        required={country.isPhoneRequired}
        hint={fill(words.sample, { sample: country.phoneSample })}
      >
        <TextInput type="tel" maxLength={40} defaultValue={account.phoneNumber ?? ''} />
      </Field>
      <Field label={words.culture} name="culture">
        <Select options={country.cultures} defaultValue={account.culture} />
      </Field>
    </div>
  )
}
