import { useTranslations } from 'next-intl'
import type { CountryForm } from '@/lib/web/new-customer'
import { Field } from './form/field'
import { FieldColumns } from './form/field-group'
import { Select } from './ui/select'
import { TextInput } from './ui/text-input'

export type KnownAddress = {
  addressLine1: string | null
  addressLine2: string | null
  city: string | null
  state: string | null
  postalCode: string | null
  registrationNumber: string | null
}

type AddressFieldsProps = {
  country: CountryForm
  address: Partial<KnownAddress> | null
  /** Whether it is the reader's own company, whose address the browser may know. */
  isOwn?: boolean
}

/** Where a company is registered: the fields its country asks. */
export function AddressFields({ country, address, isOwn = false }: AddressFieldsProps) {
  const t = useTranslations('onboarding.form')
  const known = (field: string) => (isOwn ? field : 'off')
  return (
    <>
      <Field label={t('addressLine1')} name="addressLine1" required>
        <TextInput maxLength={200} autoComplete={known('address-line1')} defaultValue={address?.addressLine1 ?? ''} />
      </Field>
      <Field label={t('addressLine2')} name="addressLine2" hint={t('optional')}>
        <TextInput maxLength={200} autoComplete={known('address-line2')} defaultValue={address?.addressLine2 ?? ''} />
      </Field>
      <FieldColumns>
        {country.hasPostalCode && (
          <Field
            label={t('postalCode')}
            name="postalCode"
            required={country.isPostalCodeRequired}
            hint={t('sample', { sample: country.postalCodeSample })}
          >
            <TextInput maxLength={20} autoComplete={known('postal-code')} defaultValue={address?.postalCode ?? ''} />
          </Field>
        )}
        <Field label={t('city')} name="city" required={country.isCityRequired}>
          <TextInput maxLength={100} autoComplete={known('address-level2')} defaultValue={address?.city ?? ''} />
        </Field>
      </FieldColumns>
      {country.states.length > 0 && (
        <Field label={t('state')} name="state" required={country.isStateRequired}>
          <Select options={country.states} placeholder={t('chooseState')} defaultValue={address?.state ?? ''} />
        </Field>
      )}
      {country.registrationNumber && (
        <Field
          label={country.registrationNumber.label}
          name="organizationRegistrationNumber"
          required={country.registrationNumber.isRequired}
          hint={t('sample', { sample: country.registrationNumber.sample })}
        >
          <TextInput maxLength={40} autoComplete="off" defaultValue={address?.registrationNumber ?? ''} />
        </Field>
      )}
    </>
  )
}
