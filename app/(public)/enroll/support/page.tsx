import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StepButtons } from '@/components/enrollment/step-buttons'
import { StepCard } from '@/components/enrollment/step-card'
import { Field } from '@/components/form/field'
import { Form } from '@/components/form/form'
import { TextInput } from '@/components/ui/text-input'
import { enrollmentAt } from '@/lib/web/enrollment'
import { keepSupportAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enrollment'))('support.title') }
}

/** S2, step 8: how customers reach support. The only question to a company that is in the programme already. */
export default async function EnrollSupportPage() {
  const { enrollment } = await enrollmentAt('support')
  const [t, form] = await Promise.all([getTranslations('enrollment'), getTranslations('onboarding.form')])
  const { supportProfile: known, application } = enrollment
  return (
    <StepCard page="support" steps={enrollment.steps} title={t('support.title')} description={t('support.text')}>
      <Form action={keepSupportAction} hidden={{}} referenceLabel={t('reference')}>
        <Field label={t('support.email')} name="email" required>
          <TextInput type="email" maxLength={254} autoComplete="off" defaultValue={known?.email ?? ''} />
        </Field>
        <Field label={t('support.phone')} name="phone" required>
          <TextInput type="tel" maxLength={40} autoComplete="off" defaultValue={known?.phone ?? ''} />
        </Field>
        <Field label={t('support.website')} name="website" hint={form('optional')}>
          <TextInput inputMode="url" maxLength={200} autoComplete="off" defaultValue={known?.website ?? ''} />
        </Field>
        <StepButtons back={application.inProgram ? '/enroll/profile' : '/enroll/contact'} />
      </Form>
    </StepCard>
  )
}
