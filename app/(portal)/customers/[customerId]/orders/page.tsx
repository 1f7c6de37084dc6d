import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
import { ExportMenu } from '@/components/export-menu'
import { OrderList } from '@/components/order-list'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { PermittedLink } from '@/components/permitted-link'
import { listOrders } from '@/lib/domain/orders/queries'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'

type OrdersTabProps = { params: Promise<{ customerId: string }>; searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('orders'))('history') }
}

/** Spec 1.D: `Order history` of one customer. */
export default async function CustomerOrdersPage({ params, searchParams }: OrdersTabProps) {
  const { customerId } = await params
  const keys = await pickParameters(searchParams, ['after', 'before'])
  const actor = await requireActor()
  const [page, t] = await Promise.all([read(listOrders, { customerId, ...keys }), getTranslations('orders')])
  const path = `/customers/${customerId}/orders`
  return (
    <>
      <PageHeader
        title={t('history')}
        actions={
          <>
            <ExportMenu path={`${path}/export`} label="orders" />
            {actor.organizationKind === 'provider' ? (
              <PermittedLink
                actor={actor}
                permission="order.create"
                href={`/customers/${customerId}/new-subscription`}
                label={t('addSubscription')}
                variant="primary"
              />
            ) : null}
          </>
        }
      />
      <OrderList
        rows={page.rows}
        timeZone={actor.timeZone}
        ofOneCustomer
        footer={
          <Pagination
            shown={page.rows.length}
            previousHref={page.previous && hrefWith(path, {}, { before: page.previous })}
            nextHref={page.next && hrefWith(path, {}, { after: page.next })}
          />
        }
        empty={<EmptyState title={t('none')} description={t('noneOfCustomer')} />}
      />
    </>
  )
}
