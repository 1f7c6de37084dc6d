import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StepButtons } from '@/components/enrollment/step-buttons'
import { StepCard } from '@/components/enrollment/step-card'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { TextInput } from '@/components/ui/text-input'
import { enrollmentAt, readCountry } from '@/lib/web/enrollment'
import { keepContactAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enrollment'))('contact.title') }
}

/** S2, step 8: whom to reach about the application. */
export default async function EnrollContactPage() {
  const { enrollment } = await enrollmentAt('contact')
  const [t, form, country] = await Promise.all([
    getTranslations('enrollment'),
    getTranslations('onboarding.form'),
    readCountry(enrollment.country),
  ])
  return (
    <StepCard page="contact" steps={enrollment.steps} title={t('contact.title')} description={t('contact.text')}>
      <Form action={keepContactAction} hidden={{}} referenceLabel={t('reference')}>
        <Field label={t('contact.name')} name="contactName" required>
          <TextInput maxLength={100} autoComplete="name" defaultValue={enrollment.contactName} />
        </Field>
        <Field label={t('contact.email')} name="email" required hint={t('contact.emailHint')}>
          <TextInput type="email" maxLength={254} autoComplete="email" defaultValue={enrollment.contactEmail} />
        </Field>
        <Field
          label={form('phoneNumber')}
          name="phoneNumber"
          required={country.isPhoneRequired}
          hint={form('sample', { sample: country.phoneSample })}
        >
          <TextInput type="tel" maxLength={40} autoComplete="tel" defaultValue={enrollment.contactPhone ?? ''} />
        </Field>
        <StepButtons back="/enroll/legal" />
      </Form>
    </StepCard>
  )
}
