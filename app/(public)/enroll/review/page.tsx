import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReviewSection } from '@/components/enrollment/review-section'
import { StepCard } from '@/components/enrollment/step-card'
import { Form } from '@/components/form/form'
import { SubmitButton } from '@/components/form/submit-button'
import { Note } from '@/components/ui/note'
import { type EnrollmentView, enrollmentAt, readCountry } from '@/lib/web/enrollment'
import type { CountryForm } from '@/lib/web/new-customer'
import { enrollNowAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enrollment'))('review.title') }
}

/** S2, step 8: everything once more, and Enroll now. */
export default async function EnrollReviewPage() {
  const { enrollment } = await enrollmentAt('review')
  const [t, country] = await Promise.all([getTranslations('enrollment'), readCountry(enrollment.country)])
  const { inProgram } = enrollment.application
  return (
    <StepCard page="review" steps={enrollment.steps} title={t('review.title')} description={t('review.text')}>
      <div className="grid gap-6">
        <Membership enrollment={enrollment} />
        {inProgram ? null : <Declared enrollment={enrollment} country={country} />}
        <Support enrollment={enrollment} />
        <Note>{inProgram ? t('review.inProgramNote') : t('review.mailNote', { email: enrollment.contactEmail })}</Note>
        <Form action={enrollNowAction} hidden={{}} referenceLabel={t('reference')}>
          <div>
            <SubmitButton size="large">{t('review.submit')}</SubmitButton>
          </div>
        </Form>
      </div>
    </StepCard>
  )
}

type SectionProps = { enrollment: EnrollmentView }

async function Membership({ enrollment: { application, name } }: SectionProps) {
  const t = await getTranslations('enrollment')
  const chosen = application.profiles.find(({ mpnId }) => mpnId === application.mpnId)
  return (
    <ReviewSection
      title={t('review.mpn')}
      href="/enroll/profile"
      items={[
        { term: t('review.profile'), details: chosen?.name ?? name },
        { term: t('review.mpnId'), details: application.mpnId },
      ]}
    />
  )
}

async function Declared({ enrollment, country }: SectionProps & { country: CountryForm }) {
  const t = await getTranslations('enrollment')
  const { name, legalProfile: legal, contactName, contactEmail, contactPhone } = enrollment
  const state = country.states.find(({ value }) => value === legal?.state)?.label ?? legal?.state
  const place = [legal?.postalCode, legal?.city].filter(Boolean).join(' ')
  const address = [legal?.addressLine1, legal?.addressLine2, place, state].filter(Boolean).join(', ')
  const number = country.registrationNumber
    ? [{ term: country.registrationNumber.label, details: legal?.registrationNumber ?? t('review.none') }]
    : []
  return (
    <>
      <ReviewSection
        title={t('legal.title')}
        href="/enroll/legal"
        items={[
          { term: t('review.name'), details: name },
          { term: t('review.address'), details: address },
          { term: t('review.country'), details: country.label },
          ...number,
        ]}
      />
      <ReviewSection
        title={t('contact.title')}
        href="/enroll/contact"
        items={[
          { term: t('review.contactName'), details: contactName },
          { term: t('review.contactEmail'), details: contactEmail },
          { term: t('review.contactPhone'), details: contactPhone ?? t('review.none') },
        ]}
      />
    </>
  )
}

async function Support({ enrollment: { supportProfile: support } }: SectionProps) {
  const t = await getTranslations('enrollment')
  return (
    <ReviewSection
      title={t('support.title')}
      href="/enroll/support"
      items={[
        { term: t('review.supportEmail'), details: support?.email },
        { term: t('review.supportPhone'), details: support?.phone },
        { term: t('review.website'), details: support?.website ?? t('review.none') },
      ]}
    />
  )
}
