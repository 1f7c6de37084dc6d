import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { EnrollmentReady } from '@/components/enrollment/ready'
import { ErrorState } from '@/components/error-state'
import { Notice } from '@/components/notice'
import { OwnVerificationView } from '@/components/verification/own-verification'
import { can } from '@/lib/access/permissions'
import { evidenceLimit } from '@/lib/domain/verification/evidence-file'
import { findOwnVerification } from '@/lib/domain/verification/queries'
import { decisionState, stepStates } from '@/lib/domain/verification/rules'
import { pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import {
  askForReviewAction,
  changeVerificationContactAction,
  resendContactLetterAction,
  sendEvidenceAction,
  writeToOperatorAction,
} from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enrollment'))('status.title') }
}

/** Where the verification of one's own company stands: after Enroll now, and after its data were changed. */
export default async function EnrollmentStatusPage({ searchParams }: { searchParams: SearchParams }) {
  const { notice } = await pickParameters(searchParams, ['notice'])
  const actor = await requireActor()
  const partner = actor.organizationKind === 'reseller' || actor.organizationKind === 'provider'
  if (!partner || actor.vettingStatus === 'None') redirect('/enroll')
  const answers = can(actor, 'verification.answer')
  const verification = answers ? await read(findOwnVerification, {}) : null
  if (actor.vettingStatus === 'Authorized' && verification?.status !== 'InReview' && verification?.turn !== 'contact')
    return <EnrollmentReady organization={actor.organizationName} />
  if (!verification) return <ColleagueActs rejected={actor.vettingStatus === 'Rejected'} />
  return (
    <>
      <Notice code={notice} />
      <OwnVerificationView
        verification={verification}
        states={stepStates(verification.checks)}
        decision={decisionState(verification.status, verification.checks)}
        actions={{
          resend: resendContactLetterAction,
          change: changeVerificationContactAction,
          send: sendEvidenceAction,
          write: writeToOperatorAction,
          ask: askForReviewAction,
        }}
        limit={evidenceLimit}
        locale={await getLocale()}
        timeZone={actor.timeZone}
      />
    </>
  )
}

/** Whoever may not answer for the company is told how it stands and who does. */
async function ColleagueActs({ rejected }: { rejected: boolean }) {
  const [t, verification] = await Promise.all([
    getTranslations('enrollment.status'),
    getTranslations('verification.own'),
  ])
  return (
    <ErrorState
      illustration={rejected ? 'locked' : 'mail'}
      title={t(rejected ? 'rejectedTitle' : 'pendingTitle')}
      reason={t(rejected ? 'rejectedText' : 'pendingText')}
      remedy={verification('colleague')}
    />
  )
}
