import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { StepCard } from '@/components/enrollment/step-card'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { currentActor } from '@/lib/auth/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enrollment'))('account.title') }
}

/** S2, step 3: the work account of the company, there already or made now. */
export default async function EnrollAccountPage() {
  if (await currentActor()) redirect('/enroll')
  const t = await getTranslations('enrollment')
  return (
    <StepCard page="account" title={t('account.title')} description={t('account.text')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <section className="flex flex-col items-start gap-3 rounded-control border border-border p-4">
          <div className="flex-1">
            <h2 className="font-semibold">{t('account.have')}</h2>
            <p className="text-muted">{t('account.haveText')}</p>
          </div>
          <ButtonLink href="/sign-in?returnTo=%2Fenroll" variant="primary" size="large">
            {t('signIn')}
          </ButtonLink>
        </section>
        <section className="flex flex-col items-start gap-3 rounded-control border border-border p-4">
          <div className="flex-1">
            <h2 className="font-semibold">{t('account.none')}</h2>
            <p className="text-muted">{t('account.noneText')}</p>
          </div>
          <ButtonLink href="/enroll/create" size="large">
            {t('account.create')}
          </ButtonLink>
        </section>
      </div>
      <ButtonRow className="mt-5">
        <ButtonLink href="/enroll" size="large" variant="subtle">
          {t('back')}
        </ButtonLink>
      </ButtonRow>
    </StepCard>
  )
}
