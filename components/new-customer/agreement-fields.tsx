'use client'

import type { NewCustomerTexts } from '@/lib/web/new-customer'
import { CheckboxField } from '../form/checkbox-field'
import { Field } from '../form/field'
import { FieldColumns } from '../form/field-group'
import { Note } from '../ui/note'
import { TextInput } from '../ui/text-input'

type AgreementFieldsProps = { texts: NewCustomerTexts; mayAttest: boolean; today: string }

/** That the customer agreed to the customer agreement: when, and who did (spec 3.12). */
export function AgreementFields({ texts, mayAttest, today }: AgreementFieldsProps) {
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 font-semibold">{texts.agreement}</legend>
      <p className="text-caption text-muted">{texts.agreementHint}</p>
      {mayAttest ? (
        <>
          <CheckboxField name="attested" label={texts.attested} />
          <SignerFields texts={texts} today={today} />
        </>
      ) : (
        <Note>{texts.mayNotAttest}</Note>
      )}
    </fieldset>
  )
}

export function SignerFields({ texts, today }: { texts: SignerTexts; today: string }) {
  return (
    <FieldColumns>
      <Field label={texts.agreedOn} name="agreedOn">
        <TextInput type="date" max={today} />
      </Field>
      <Field label={texts.signerFirstName} name="signerFirstName">
        <TextInput maxLength={50} autoComplete="off" />
      </Field>
      <Field label={texts.signerLastName} name="signerLastName">
        <TextInput maxLength={50} autoComplete="off" />
      </Field>
      <Field label={texts.signerEmail} name="signerEmail">
        <TextInput type="email" maxLength={254} autoComplete="off" />
      </Field>
    </FieldColumns>
  )
}

export type SignerTexts = Pick<NewCustomerTexts, 'agreedOn' | 'signerFirstName' | 'signerLastName' | 'signerEmail'>
