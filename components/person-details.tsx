import { useTranslations } from 'next-intl'
import { type Actor, can } from '@/lib/access/permissions'
import type { FormState } from '@/lib/web/form-state'
import { Field } from './form/field'
import { Form } from './form/form'
import { SubmitButton } from './form/submit-button'
import type { CustomerPerson } from './people-table'
import { Refused } from './permitted-link'
import { PersonRoleField, SignInField, UsageLocationField } from './person-fields'
import { Card, CardHeader } from './ui/card'
import type { SelectOption } from './ui/select'
import { TextInput } from './ui/text-input'

type PersonDetailsProps = {
  actor: Actor
  customerId: string
  person: CustomerPerson
  countries: readonly SelectOption[]
  action: (previous: FormState<never>, formData: FormData) => Promise<FormState<never>>
}

/** Name, location, role and sign-in of somebody, to be changed. */
export function PersonDetails({ actor, customerId, person, countries, action }: PersonDetailsProps) {
  const t = useTranslations('customerUsers')
  return (
    <Card>
      <CardHeader title={t('person.details')} />
      {can(actor, 'customerUser.manage') ? (
        <Form
          action={action}
          hidden={{ customerId, userId: person.id }}
          idPrefix="details"
          referenceLabel={t('form.reference')}
        >
          <Field label={t('form.displayName')} name="displayName" required>
            <TextInput autoComplete="off" maxLength={100} defaultValue={person.fullName} />
          </Field>
          <UsageLocationField options={countries} chosen={person.usageLocation} />
          <PersonRoleField chosen={person.isAdministrator ? 'administrator' : 'user'} />
          <SignInField blocked={person.isBlocked} />
          <div>
            <SubmitButton>{t('form.save')}</SubmitButton>
          </div>
        </Form>
      ) : (
        <Refused actor={actor} permission="customerUser.manage" label={t('form.save')} />
      )}
    </Card>
  )
}
