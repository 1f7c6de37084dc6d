import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { EnrollmentReady } from '@/components/enrollment/ready'
import { ErrorState } from '@/components/error-state'
import { requireActor } from '@/lib/web/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enrollment'))('status.title') }
}

/** Where an enrollment stands after Enroll now. */
export default async function EnrollmentStatusPage() {
  const actor = await requireActor()
  if (actor.organizationKind !== 'reseller' || actor.vettingStatus === 'None') redirect('/enroll')
  if (actor.vettingStatus === 'Authorized') return <EnrollmentReady organization={actor.organizationName} />
  const t = await getTranslations('enrollment.status')
  const rejected = actor.vettingStatus === 'Rejected'
  return (
    <ErrorState
      illustration={rejected ? 'locked' : 'mail'}
      title={t(rejected ? 'rejectedTitle' : 'pendingTitle')}
      reason={t(rejected ? 'rejectedText' : 'pendingText')}
    />
  )
}
