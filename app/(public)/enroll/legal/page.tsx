import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AddressFields } from '@/components/address-fields'
import { StepButtons } from '@/components/enrollment/step-buttons'
import { StepCard } from '@/components/enrollment/step-card'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { Note } from '@/components/ui/note'
import { TextInput } from '@/components/ui/text-input'
import { enrollmentAt, readCountry } from '@/lib/web/enrollment'
import { keepLegalProfileAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enrollment'))('legal.title') }
}

/** S2, step 8: the legal business profile, with the fields of the company's country. */
export default async function EnrollLegalPage() {
  const { enrollment } = await enrollmentAt('legal')
  const [t, country] = await Promise.all([getTranslations('enrollment'), readCountry(enrollment.country)])
  const { legalKeptAt, profiles, mpnId } = enrollment.application
  const offered = legalKeptAt ? null : profiles.find((profile) => profile.mpnId === mpnId)
  return (
    <StepCard page="legal" steps={enrollment.steps} title={t('legal.title')} description={t('legal.text')}>
      <Form action={keepLegalProfileAction} hidden={{}} referenceLabel={t('reference')}>
        {offered ? <Note>{t('legal.fromProfile')}</Note> : null}
        <Field label={t('legal.legalName')} name="legalName" required>
          <TextInput maxLength={120} autoComplete="organization" defaultValue={offered?.name ?? enrollment.name} />
        </Field>
        <div>
          <p className="font-semibold">{t('review.country')}</p>
          <p>{country.label}</p>
        </div>
        <AddressFields country={country} address={offered ?? enrollment.legalProfile} isOwn />
        <StepButtons back="/enroll/profile" />
      </Form>
    </StepCard>
  )
}
