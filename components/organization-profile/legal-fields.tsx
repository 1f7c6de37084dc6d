import { useTranslations } from 'next-intl'
import type { ProfileView } from '@/lib/web/organization-profile'
import { Field } from '../form/field'
import { FieldColumns } from '../form/field-group'
import { fill } from '../new-customer/words'
import { DescriptionList } from '../ui/description-list'
import { Select } from '../ui/select'
import { TextInput } from '../ui/text-input'
import { Fixed } from './legal-card'

/** Name, address and registration number, as the country has them. */
export function LegalFields({ view }: { view: ProfileView }) {
  const t = useTranslations('organizationProfile.legal')
  const { legal, country, words } = view
  return (
    <>
      {view.mayRename ? (
        <Field label={t('name')} name="name" required hint={t('hint')}>
          <TextInput maxLength={120} autoComplete="organization" defaultValue={legal.name} />
        </Field>
      ) : (
        <DescriptionList
          items={[{ term: t('name'), details: <Fixed text={legal.name} reason={t('nameFixed')} /> }]}
          look="wide"
        />
      )}
      <Field label={words.addressLine1} name="addressLine1" required>
        <TextInput maxLength={200} autoComplete="address-line1" defaultValue={legal.addressLine1 ?? ''} />
      </Field>
      <Field label={words.addressLine2} name="addressLine2" hint={words.optional}>
        <TextInput maxLength={200} autoComplete="address-line2" defaultValue={legal.addressLine2 ?? ''} />
      </Field>
      <FieldColumns>
        {country.hasPostalCode && (
          <Field
            label={words.postalCode}
            name="postalCode"
            required={country.isPostalCodeRequired}
            hint={fill(words.sample, { sample: country.postalCodeSample })}
          >
            <TextInput maxLength={20} autoComplete="postal-code" defaultValue={legal.postalCode ?? ''} />
          </Field>
        )}
        <Field label={words.city} name="city" required={country.isCityRequired}>
          <TextInput maxLength={100} autoComplete="address-level2" defaultValue={legal.city ?? ''} />
        </Field>
      </FieldColumns>
      {country.states.length > 0 && (
        <Field label={words.state} name="state" required={country.isStateRequired}>
          <Select options={country.states} placeholder={words.chooseState} defaultValue={legal.state ?? ''} />
        </Field>
      )}
      {country.registrationNumber && (
        <Field
          label={country.registrationNumber.label}
          name="organizationRegistrationNumber"
          required={country.registrationNumber.isRequired}
          hint={fill(words.sample, { sample: country.registrationNumber.sample })}
        >
          <TextInput maxLength={40} defaultValue={legal.registrationNumber ?? ''} />
        </Field>
      )}
    </>
  )
}
