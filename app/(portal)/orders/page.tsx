import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
import { ExportMenu } from '@/components/export-menu'
import { FilterBar } from '@/components/filter-bar'
import { OrderList } from '@/components/order-list'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { listOrders } from '@/lib/domain/orders/queries'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'

const path = '/orders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('orders'))('title') }
}

/** Spec 1.D: the order history of an organization, all customers together. */
export default async function OrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const filter = await pickParameters(searchParams, ['search', 'after', 'before'])
  const actor = await requireActor()
  const [page, t] = await Promise.all([read(listOrders, filter), getTranslations('orders')])
  const { search } = filter
  return (
    <>
      <PageHeader title={t('title')} description={t(`hint.${actor.organizationKind}`)} />
      <OrderList
        rows={page.rows}
        timeZone={actor.timeZone}
        toolbar={
          <FilterBar
            action={path}
            search={{ label: t('search'), value: search ?? '' }}
            {...(search ? { clearHref: path } : {})}
            actions={<ExportMenu path={`${path}/export`} filter={{ search }} label="orders" />}
          />
        }
        footer={
          <Pagination
            shown={page.rows.length}
            previousHref={page.previous && hrefWith(path, { search }, { before: page.previous })}
            nextHref={page.next && hrefWith(path, { search }, { after: page.next })}
          />
        }
        empty={
          search ? (
            <EmptyState illustration="search" title={t('nothingFound', { search })} />
          ) : (
            <EmptyState title={t('none')} description={t(`noneHint.${actor.organizationKind}`)} />
          )
        }
      />
    </>
  )
}
