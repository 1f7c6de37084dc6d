import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NotForYou } from '@/components/enrollment/not-for-you'
import { StepCard } from '@/components/enrollment/step-card'
import { ButtonLink } from '@/components/ui/button'
import { ButtonRow } from '@/components/ui/button-row'
import { Note } from '@/components/ui/note'
import { can } from '@/lib/access/permissions'
import { currentActor } from '@/lib/auth/session'
import { viewEnrollment } from '@/lib/domain/enrollment/queries'
import { explainPermission } from '@/lib/domain/users/queries'
import { pathOf } from '@/lib/web/enrollment'
import { read, requireActor } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enrollment'))('title') }
}

/** S2, steps 1 and 2: what enrolling takes. Whoever has begun goes on where they left it. */
export default async function EnrollPage() {
  if (!(await currentActor())) return <Welcome next="/enroll/account" />
  const actor = await requireActor()
  const { organizationKind: kind, organizationName: organization } = actor
  if (kind !== 'reseller') return <NotForYou kind={kind} />
  if (actor.vettingStatus !== 'None') redirect('/enroll/status')
  if (!can(actor, 'enrollment.submit')) return <NotAdmin organization={organization} />
  return <GoOn />
}

async function GoOn() {
  const { currentStep } = await read(viewEnrollment, {})
  if (currentStep !== 'membership') redirect(pathOf(currentStep))
  return <Welcome next={pathOf('membership')} />
}

async function NotAdmin({ organization }: { organization: string }) {
  const { people } = await read(explainPermission, { permission: 'enrollment.submit' })
  return <NotForYou kind="reseller" organization={organization} admins={people} />
}

const items = ['credentials', 'membership', 'details'] as const

async function Welcome({ next }: { next: string }) {
  const t = await getTranslations('enrollment')
  return (
    <StepCard page="welcome" title={t('welcome.title')} description={t('welcome.text')}>
      <h2 className="mb-2 font-semibold text-subtitle">{t('welcome.have')}</h2>
      <ul className="mb-5 grid gap-3">
        {items.map((item) => (
          <li key={item} className="rounded-control border border-border px-3.5 py-3">
            <b>{t(`welcome.${item}.title`)}</b>
            <p className="text-muted">{t(`welcome.${item}.text`)}</p>
          </li>
        ))}
      </ul>
      <Note>{t('welcome.review')}</Note>
      <ButtonRow className="mt-5">
        <ButtonLink href={next} variant="primary" size="large">
          {t('next')}
        </ButtonLink>
      </ButtonRow>
    </StepCard>
  )
}
