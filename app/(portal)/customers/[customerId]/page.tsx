import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AskPartnerLink } from '@/components/ask-partner-link'
import { EmptyState } from '@/components/empty-state'
import { ExportMenu } from '@/components/export-menu'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { PermittedLink } from '@/components/permitted-link'
import { SubscriptionTable } from '@/components/subscription-table'
import { listCustomerSubscriptions } from '@/lib/domain/subscriptions/queries'
import { findCustomerRecord } from '@/lib/web/customer-record'
import { pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'

type SubscriptionsTabProps = { params: Promise<{ customerId: string }>; searchParams: SearchParams }

export async function generateMetadata({ params }: Pick<SubscriptionsTabProps, 'params'>): Promise<Metadata> {
  const [customer, t] = [await findCustomerRecord((await params).customerId), await getTranslations('subscriptions')]
  // The layout names the customer to the pages below this one only.
  return { title: [t('title'), customer?.name].filter(Boolean).join(' · ') }
}

/** The first page of a customer's record: what it has, add-ons below their base. */
export default async function CustomerSubscriptionsPage({ params, searchParams }: SubscriptionsTabProps) {
  const { customerId } = await params
  const { notice } = await pickParameters(searchParams, ['notice'])
  const actor = await requireActor()
  const [{ customer, rows, more }, t] = await Promise.all([
    read(listCustomerSubscriptions, { customerId }),
    getTranslations('subscriptions'),
  ])
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={t('title')}
        actions={
          <>
            <ExportMenu path={`/customers/${customerId}/export`} label="subscriptions" />
            {actor.organizationKind === 'provider' ? (
              <PermittedLink
                actor={actor}
                permission="order.create"
                href={`/customers/${customerId}/new-subscription`}
                label={t('add')}
                variant="primary"
              />
            ) : (
              <AskPartnerLink actor={actor} customerId={customerId} variant="primary" />
            )}
          </>
        }
      />
      <SubscriptionTable
        caption={t('ofCustomer', { customer: customer.name })}
        rows={rows}
        ofOneCustomer
        footer={
          more ? (
            <Pagination shown={rows.length} total={rows.length} totalIsCapped previousHref={null} nextHref={null} />
          ) : null
        }
        empty={<EmptyState title={t('none')} description={t('noneHint')} />}
      />
    </>
  )
}
