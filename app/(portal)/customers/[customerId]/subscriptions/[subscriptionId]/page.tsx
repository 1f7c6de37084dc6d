import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AskPartnerLink } from '@/components/ask-partner-link'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { StatusBadge } from '@/components/status-badge'
import { SubscriptionAddOns } from '@/components/subscription-add-ons'
import { SubscriptionBecoming } from '@/components/subscription-becoming'
import { SubscriptionFacts } from '@/components/subscription-facts'
import { SubscriptionHistory } from '@/components/subscription-history'
import { SubscriptionNickname } from '@/components/subscription-nickname'
import { SubscriptionRenewal } from '@/components/subscription-renewal'
import { SubscriptionSeats } from '@/components/subscription-seats'
import { SubscriptionState } from '@/components/subscription-state'
import { getSubscription } from '@/lib/domain/subscriptions/queries'
import { findCustomerRecord } from '@/lib/web/customer-record'
import { pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import {
  cancelSubscriptionAction,
  changeQuantityAction,
  convertTrialAction,
  previewQuantityAction,
  reactivateSubscriptionAction,
  renameSubscriptionAction,
  scheduleRenewalAction,
  suspendSubscriptionAction,
  upgradeSubscriptionAction,
} from './actions'
import { PartnersCard } from './partners-card'

type Props = { params: Promise<{ customerId: string; subscriptionId: string }>; searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('subscriptions'))('one') }
}

/** Spec 1.D, Subscription details. */
export default async function SubscriptionPage({ params, searchParams }: Props) {
  const { customerId, subscriptionId } = await params
  const { notice } = await pickParameters(searchParams, ['notice'])
  const actor = await requireActor()
  const [subscription, record, t, terms] = await Promise.all([
    read(getSubscription, { subscriptionId }),
    findCustomerRecord(customerId),
    getTranslations('subscriptions'),
    getTranslations('terms'),
  ])
  if (subscription.customerId !== customerId) notFound()
  const { status, parentId, outlook } = subscription
  const shown = { subscription, actor }
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={subscription.name}
        description={subscription.friendlyName ? subscription.title : undefined}
        breadcrumbs={[{ href: record ? `/customers/${customerId}` : '/subscriptions', label: t('title') }]}
        badge={<StatusBadge status={status} label={terms(`subscriptionStatus.${status}`)} />}
        actions={
          record && outlook.running ? (
            <AskPartnerLink actor={actor} customerId={customerId} subscriptionId={subscriptionId} />
          ) : null
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <div className="grid gap-5">
          <SubscriptionState
            {...shown}
            actions={{
              suspend: suspendSubscriptionAction,
              reactivate: reactivateSubscriptionAction,
              cancel: cancelSubscriptionAction,
            }}
          />
          {outlook.running ? (
            <SubscriptionSeats {...shown} changeAction={changeQuantityAction} previewAction={previewQuantityAction} />
          ) : null}
          {status === 'active' ? <SubscriptionRenewal {...shown} scheduleAction={scheduleRenewalAction} /> : null}
          {parentId ? null : <SubscriptionAddOns {...shown} />}
          <SubscriptionBecoming
            {...shown}
            upgradeAction={upgradeSubscriptionAction}
            convertAction={convertTrialAction}
          />
          <PartnersCard recordId={record?.id ?? null} subscriptionId={subscriptionId} />
        </div>
        <div className="grid gap-5">
          <SubscriptionFacts {...shown} />
          <SubscriptionNickname {...shown} renameAction={renameSubscriptionAction} />
          <SubscriptionHistory history={subscription.history} timeZone={actor.timeZone} />
        </div>
      </div>
    </>
  )
}
