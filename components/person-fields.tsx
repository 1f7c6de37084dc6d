import { useTranslations } from 'next-intl'
import { Field } from './form/field'
import { FieldGroup } from './form/field-group'
import { RadioGroup } from './ui/radio-group'
import { Select, type SelectOption } from './ui/select'

/** Where somebody works. */
export function UsageLocationField({ options, chosen }: { options: readonly SelectOption[]; chosen: string | null }) {
  const t = useTranslations('customerUsers.form')
  return (
    <Field label={t('usageLocation')} name="usageLocation" hint={t('usageLocationHint')}>
      <Select options={options} placeholder={t('chooseLocation')} defaultValue={chosen ?? ''} autoComplete="off" />
    </Field>
  )
}

/** What somebody is to the customer. */
export function PersonRoleField({ chosen }: { chosen: 'user' | 'administrator' }) {
  const t = useTranslations('customerUsers')
  return (
    <FieldGroup legend={t('form.role')} name="role" required>
      <RadioGroup
        defaultValue={chosen}
        options={[
          { value: 'user', label: t('role.user'), hint: t('role.userHint') },
          { value: 'administrator', label: t('role.administrator'), hint: t('role.administratorHint') },
        ]}
      />
    </FieldGroup>
  )
}

export function SignInField({ blocked }: { blocked: boolean }) {
  const t = useTranslations('customerUsers.form')
  return (
    <FieldGroup legend={t('signIn')} name="signIn" required>
      <RadioGroup
        defaultValue={blocked ? 'blocked' : 'allowed'}
        options={[
          { value: 'allowed', label: t('allowed') },
          { value: 'blocked', label: t('blocked'), hint: t('blockedHint') },
        ]}
      />
    </FieldGroup>
  )
}
