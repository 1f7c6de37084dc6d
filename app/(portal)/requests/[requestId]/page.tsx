import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { Refused } from '@/components/permitted-link'
import { RequestAnswer } from '@/components/request-answer'
import { RequestConversation } from '@/components/request-conversation'
import { RequestDetails } from '@/components/request-details'
import { RequestImpact } from '@/components/request-impact'
import { StatusBadge } from '@/components/status-badge'
import { Card, CardHeader } from '@/components/ui/card'
import { DialogButton } from '@/components/ui/dialog-button'
import { getPurchaseRequest } from '@/lib/domain/purchase-requests/queries'
import { pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import { approvalInWords } from '@/lib/web/quantity-preview'
import { summaryOf } from '../words'
import {
  approvePurchaseRequestAction,
  commentOnPurchaseRequestAction,
  declinePurchaseRequestAction,
  forwardPurchaseRequestAction,
  previewApprovalAction,
  withdrawPurchaseRequestAction,
} from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests'))('what') }
}

type Props = { params: Promise<{ requestId: string }>; searchParams: SearchParams }

/** One request: what is asked, what it means, what was said, and what one may answer. */
export default async function RequestPage({ params, searchParams }: Props) {
  const { requestId } = await params
  const { notice } = await pickParameters(searchParams, ['notice'])
  const actor = await requireActor()
  const { timeZone } = actor
  const [request, t, locale] = await Promise.all([
    read(getPurchaseRequest, { requestId }),
    getTranslations('requests'),
    getLocale(),
  ])
  const { deeds, status } = request
  const zone = { locale, timeZone }
  const pending = status === 'open' || status === 'forwarded'
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={summaryOf(t, request)}
        description={request.customerName}
        breadcrumbs={[{ href: '/requests', label: t('title') }]}
        badge={<StatusBadge status={status} label={t(`statuses.${status}`)} />}
        actions={
          deeds.withdraw ? (
            <DialogButton dialogId="withdraw" variant="subtle">
              {t('withdraw')}
            </DialogButton>
          ) : null
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <div className="grid gap-5">
          <Card>
            <CardHeader title={t('facts')} />
            <RequestDetails request={request} {...zone} />
          </Card>
          <Card>
            <CardHeader title={t('conversation')} description={t('conversationHint')} />
            <RequestConversation
              requestId={requestId}
              comments={request.comments}
              action={commentOnPurchaseRequestAction}
              {...zone}
            />
          </Card>
        </div>
        <div className="grid gap-5">
          {pending ? (
            <Card>
              <CardHeader title={t('impact')} />
              <RequestImpact impact={request.impact} {...zone} />
            </Card>
          ) : null}
          {status === 'open' && request.toOrganizationId === actor.organizationId && !deeds.decline ? (
            <Card>
              <CardHeader title={t('decide')} />
              <Refused actor={actor} permission="purchaseRequest.decide" label={t('approve')} />
            </Card>
          ) : null}
          {deeds.decline ? (
            <RequestAnswer
              request={request}
              price={request.approval && (await approvalInWords(request.approval))}
              timeZone={timeZone}
              actions={{
                preview: previewApprovalAction,
                approve: approvePurchaseRequestAction,
                forward: forwardPurchaseRequestAction,
                decline: declinePurchaseRequestAction,
              }}
            />
          ) : null}
        </div>
      </div>
      {deeds.withdraw ? (
        <ConfirmDialog
          id="withdraw"
          danger
          title={t('withdrawTitle')}
          confirmLabel={t('withdraw')}
          action={withdrawPurchaseRequestAction}
          fields={{ requestId }}
        >
          <p>{t('withdrawText')}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
