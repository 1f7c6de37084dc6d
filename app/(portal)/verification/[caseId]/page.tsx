import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { PageHeader } from '@/components/page-header'
import { StatusBadge } from '@/components/status-badge'
import { Card, CardHeader } from '@/components/ui/card'
import { DialogButton } from '@/components/ui/dialog-button'
import { CheckReview } from '@/components/verification/check-review'
import { Conversation } from '@/components/verification/conversation'
import { approveDialog, DecisionDialogs, rejectDialog } from '@/components/verification/decision'
import { Declared } from '@/components/verification/declared'
import { EvidenceList } from '@/components/verification/evidence-list'
import { VerificationHistory } from '@/components/verification/history'
import { badgeOf } from '@/components/verification/own-verification'
import { getVerification } from '@/lib/domain/verification/queries'
import { isUndecided, mayJudge } from '@/lib/domain/verification/rules'
import { countryNames } from '@/lib/i18n/country-names'
import { read, requireActor } from '@/lib/web/page'
import {
  approveVerificationAction,
  judgeCheckAction,
  rejectVerificationAction,
  writeToApplicantAction,
} from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('verification'))('title') }
}

/** One verification as the operator decides it: what was declared, what was found, what was sent and said. */
export default async function VerificationCasePage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params
  const { timeZone } = await requireActor()
  const [found, t, locale] = await Promise.all([
    read(getVerification, { caseId }),
    getTranslations('verification'),
    getLocale(),
  ])
  const { declared, deeds, status, checks, entries } = found
  const zone = { locale, timeZone }
  const country = countryNames(locale).of(declared.country) ?? declared.country
  return (
    <>
      <PageHeader
        title={declared.name}
        description={t(`case.turn.${found.turn}`, { email: declared.contactEmail })}
        breadcrumbs={[{ href: '/verification', label: t('title') }]}
        badge={<StatusBadge status={badgeOf[status]} label={t(`statuses.${status}`)} />}
        actions={
          <>
            {deeds.reject ? <DialogButton dialogId={rejectDialog}>{t('case.reject')}</DialogButton> : null}
            {deeds.approve ? (
              <DialogButton dialogId={approveDialog} variant="primary">
                {t('case.approve')}
              </DialogButton>
            ) : null}
          </>
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <div className="grid gap-5">
          <Card>
            <CardHeader title={t('case.declared')} />
            <Declared declared={declared} country={country} />
          </Card>
          <Card>
            <CardHeader
              title={t('case.checks')}
              {...(isUndecided(status) && !deeds.approve ? { description: t('case.notYet') } : {})}
            />
            {checks.map((check) => (
              <CheckReview
                key={check.kind}
                caseId={caseId}
                check={check}
                action={mayJudge(status, check.kind) ? judgeCheckAction : null}
                {...zone}
              />
            ))}
          </Card>
        </div>
        <div className="grid gap-5">
          <Card>
            <CardHeader title={t('case.evidence')} />
            <EvidenceList evidence={found.evidence} none={t('case.noEvidence')} {...zone} />
          </Card>
          <Card>
            <CardHeader title={t('case.thread')} description={t('case.threadText')} />
            <Conversation entries={entries} action={writeToApplicantAction} hidden={{ caseId }} {...zone} />
          </Card>
          <Card>
            <CardHeader title={t('history.title')} />
            <VerificationHistory entries={entries} {...zone} />
          </Card>
        </div>
      </div>
      <DecisionDialogs
        caseId={caseId}
        name={declared.name}
        deeds={deeds}
        actions={{ approve: approveVerificationAction, reject: rejectVerificationAction }}
      />
    </>
  )
}
