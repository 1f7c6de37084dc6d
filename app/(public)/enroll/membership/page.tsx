import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StepCard } from '@/components/enrollment/step-card'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { enrollmentAt } from '@/lib/web/enrollment'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enrollment'))('membership.title') }
}

/** S2, step 4: why the MPN ID is needed and where it comes from. */
export default async function EnrollMembershipPage() {
  await enrollmentAt('membership')
  const t = await getTranslations('enrollment')
  return (
    <StepCard page="membership" title={t('membership.title')} description={t('membership.text')}>
      <p>{t('membership.how')}</p>
      <ButtonRow className="mt-5">
        <ButtonLink href="/enroll/membership/sign-in" variant="primary" size="large">
          {t('signIn')}
        </ButtonLink>
      </ButtonRow>
    </StepCard>
  )
}
