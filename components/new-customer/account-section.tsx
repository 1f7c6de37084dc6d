'use client'

import type { CountryForm, NewCustomerForm } from '@/lib/web/new-customer'
import { Field } from '../form/field'
import { FieldColumns } from '../form/field-group'
import { LinkBox } from '../link-box'
import { Note } from '../ui/note'
import { Select } from '../ui/select'
import { TextInput } from '../ui/text-input'
import { DomainField } from './domain-field'
import { fill } from './words'

type AccountSectionProps = {
  form: NewCustomerForm
  country: CountryForm
  onCountry: (code: string) => void
  resellerId: string
  onReseller: (id: string) => void
}

/** P4: who the customer is, where, whom to reach there, and which reseller shall manage its account. */
export function AccountSection(props: AccountSectionProps) {
  const { form, country, onCountry } = props
  const { texts } = form
  return (
    <>
      <ResellerFields {...props} />
      <fieldset className="grid gap-4">
        <legend className="mb-3 font-semibold">{texts.company}</legend>
        <FieldColumns>
          <Field label={texts.companyName} name="companyName" required hint={texts.companyNameHint}>
            <TextInput maxLength={120} autoComplete="off" />
          </Field>
          <DomainField texts={texts} country={country.value} />
        </FieldColumns>
        <FieldColumns>
          <Field label={texts.country} name="country" required>
            <Select
              options={form.countries}
              value={country.value}
              onChange={(event) => onCountry(event.target.value)}
            />
          </Field>
          <Field label={texts.segment} name="segment" hint={texts.segmentHint}>
            <Select options={form.segments} defaultValue="Commercial" />
          </Field>
          {country.registrationNumber && (
            <Field
              key={country.value}
              label={country.registrationNumber.label}
              name="organizationRegistrationNumber"
              required={country.registrationNumber.isRequired}
              hint={fill(texts.sample, { sample: country.registrationNumber.sample })}
            >
              <TextInput maxLength={40} autoComplete="off" />
            </Field>
          )}
        </FieldColumns>
      </fieldset>
      <AddressFields country={country} texts={texts} />
      <ContactFields country={country} texts={texts} />
    </>
  )
}

function ResellerFields({ form, resellerId, onReseller }: AccountSectionProps) {
  const { texts, reseller, resellers } = form
  if (reseller)
    return (
      <div>
        <p className="mb-1 font-semibold">{texts.reseller}</p>
        <LinkBox>{reseller.name}</LinkBox>
        <input type="hidden" name="resellerId" value={reseller.id} />
        <p className="mt-1 text-caption text-muted">
          {texts.resellerLocked} {texts.associatedHint}
        </p>
      </div>
    )
  return (
    <div className="grid gap-3">
      <Field label={texts.reseller} name="resellerId" hint={resellerId ? texts.associatedHint : undefined}>
        <Select
          options={[
            { value: '', label: texts.noReseller },
            ...resellers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={resellerId}
          onChange={(event) => onReseller(event.target.value)}
        />
      </Field>
      {resellerId === '' && (
        <Note tone="warning" title={texts.directTitle}>
          {texts.directHint}
        </Note>
      )}
    </div>
  )
}

type CountryFieldsProps = { country: CountryForm; texts: NewCustomerForm['texts'] }

/** The key makes what belongs to another country begin anew. */
function AddressFields({ country, texts }: CountryFieldsProps) {
  return (
    <fieldset key={country.value} className="grid gap-4">
      <legend className="mb-3 font-semibold">{texts.address}</legend>
      <FieldColumns>
        <Field label={texts.addressLine1} name="addressLine1" required>
          <TextInput maxLength={200} autoComplete="off" />
        </Field>
        <Field label={texts.addressLine2} name="addressLine2" hint={texts.optional}>
          <TextInput maxLength={200} autoComplete="off" />
        </Field>
      </FieldColumns>
      <FieldColumns>
        {country.hasPostalCode && (
          <Field
            label={texts.postalCode}
            name="postalCode"
            required={country.isPostalCodeRequired}
            hint={fill(texts.sample, { sample: country.postalCodeSample })}
          >
            <TextInput maxLength={20} autoComplete="off" />
          </Field>
        )}
        <Field label={texts.city} name="city" required={country.isCityRequired}>
          <TextInput maxLength={100} autoComplete="off" />
        </Field>
        {country.states.length > 0 && (
          <Field label={texts.state} name="state" required={country.isStateRequired}>
            <Select options={country.states} placeholder={texts.chooseState} />
          </Field>
        )}
      </FieldColumns>
    </fieldset>
  )
}

function ContactFields({ country, texts }: CountryFieldsProps) {
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 font-semibold">{texts.contact}</legend>
      <p className="text-caption text-muted">{texts.contactHint}</p>
      <FieldColumns>
        <Field label={texts.firstName} name="firstName" required>
          <TextInput maxLength={50} autoComplete="off" />
        </Field>
        <Field label={texts.lastName} name="lastName" required>
          <TextInput maxLength={50} autoComplete="off" />
        </Field>
      </FieldColumns>
      <FieldColumns>
        <Field label={texts.email} name="email" required>
          <TextInput type="email" maxLength={254} autoComplete="off" />
        </Field>
        <Field
          label={texts.phoneNumber}
          name="phoneNumber"
          required={country.isPhoneRequired}
          hint={fill(texts.sample, { sample: country.phoneSample })}
        >
          <TextInput type="tel" maxLength={40} autoComplete="off" />
        </Field>
        <Field label={texts.culture} name="culture">
          <Select key={country.value} options={country.cultures} />
        </Field>
      </FieldColumns>
    </fieldset>
  )
}
