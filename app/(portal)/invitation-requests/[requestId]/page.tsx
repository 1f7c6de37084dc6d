import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { InvitationRequestAnswer } from '@/components/invitation-request-answer'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { StatusBadge } from '@/components/status-badge'
import { ButtonLink } from '@/components/ui/button'
import { Card, CardHeader } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { DialogButton } from '@/components/ui/dialog-button'
import { LocalTime } from '@/components/ui/local-time'
import { Note } from '@/components/ui/note'
import { getInvitationRequest } from '@/lib/domain/directory/queries'
import { countryNames } from '@/lib/i18n/country-names'
import { pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import {
  answerInvitationRequestAction,
  declineInvitationRequestAction,
  withdrawInvitationRequestAction,
} from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('directory'))('requests.facts') }
}

type Props = { params: Promise<{ requestId: string }>; searchParams: SearchParams }

/** One request for an invitation: who asks, what they write, and the answer. */
export default async function InvitationRequestPage({ params, searchParams }: Props) {
  const { requestId } = await params
  const { notice } = await pickParameters(searchParams, ['notice'])
  const { organizationKind, timeZone } = await requireActor()
  const [request, t] = await Promise.all([
    read(getInvitationRequest, { requestId }),
    getTranslations('directory.requests'),
  ])
  const asked = organizationKind === 'provider'
  const { deeds, status } = request
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={asked ? request.resellerName : request.providerName}
        breadcrumbs={[{ href: '/invitation-requests', label: t('title') }]}
        badge={<StatusBadge status={status} label={t(`statuses.${status}`)} />}
        actions={
          deeds.withdraw ? (
            <DialogButton dialogId="withdraw" variant="subtle">
              {t('withdraw')}
            </DialogButton>
          ) : null
        }
      />
      {!asked && status === 'invited' ? (
        <div className="mb-5">
          <Note tone="info">{t('invitedReseller', { address: request.askedByEmail })}</Note>
        </div>
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1fr)]">
        <RequestFacts request={request} asked={asked} timeZone={timeZone} />
        {deeds.answer ? (
          <InvitationRequestAnswer
            requestId={requestId}
            address={request.askedByEmail}
            reseller={request.resellerName}
            invite={answerInvitationRequestAction}
            decline={declineInvitationRequestAction}
          />
        ) : null}
      </div>
      {deeds.withdraw ? (
        <ConfirmDialog
          id="withdraw"
          danger
          title={t('withdrawTitle')}
          confirmLabel={t('withdraw')}
          action={withdrawInvitationRequestAction}
          fields={{ requestId }}
        >
          <p>{t('withdrawText')}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}

type FactsProps = {
  request: Awaited<ReturnType<typeof getInvitationRequest>>
  /** Read by the provider that is asked. */
  asked: boolean
  timeZone: string
}

async function RequestFacts({ request, asked, timeZone }: FactsProps) {
  const [t, directory, locale] = await Promise.all([
    getTranslations('directory.requests'),
    getTranslations('directory'),
    getLocale(),
  ])
  const lines = (text: string) => <span className="whitespace-pre-line">{text}</span>
  const time = (value: Date) => <LocalTime value={value} locale={locale} timeZone={timeZone} />
  const country = countryNames(locale)
  const aboutReseller = [
    { term: t('domain'), details: request.resellerDomain },
    { term: t('country'), details: country.of(request.resellerCountry) },
    { term: directory('mpnId'), details: request.resellerMpnId ?? '–' },
    { term: directory('contactEmail'), details: request.askedByEmail },
  ]
  return (
    <Card>
      <CardHeader
        title={t('facts')}
        action={
          asked && request.invitationId ? (
            <ButtonLink href={`/invitations/${request.invitationId}`}>{t('openInvitation')}</ButtonLink>
          ) : null
        }
      />
      <DescriptionList
        look="rows"
        items={[
          { term: t('askedBy'), details: request.askedByName },
          { term: t('asked'), details: time(request.createdAt) },
          { term: t('message'), details: request.message ? lines(request.message) : t('noMessage') },
          ...(asked ? aboutReseller : []),
          ...(request.answeredAt ? [{ term: t('answered'), details: time(request.answeredAt) }] : []),
          ...(request.answeredByName ? [{ term: t('answeredBy'), details: request.answeredByName }] : []),
          ...(request.answer ? [{ term: t('reason'), details: lines(request.answer) }] : []),
        ]}
      />
    </Card>
  )
}
