import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/data-table'
import { EmptyState } from '@/components/empty-state'
import { FilterBar } from '@/components/filter-bar'
import { NameCell } from '@/components/name-cell'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { StatusBadge } from '@/components/status-badge'
import { TabRow } from '@/components/tab-row'
import { RelativeTime } from '@/components/ui/local-time'
import { listPurchaseRequests } from '@/lib/domain/purchase-requests/queries'
import { requestStatuses } from '@/lib/domain/purchase-requests/schema'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import { partnerKind, summaryOf } from './words'

const path = '/requests'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests'))('title') }
}

/** What one is asked, and what one has asked. */
export default async function RequestsPage({ searchParams }: { searchParams: SearchParams }) {
  const { notice, ...filter } = await pickParameters(searchParams, ['box', 'status', 'after', 'before', 'notice'])
  const actor = await requireActor()
  const [page, t, locale] = await Promise.all([
    read(listPurchaseRequests, filter as object),
    getTranslations('requests'),
    getLocale(),
  ])
  const kind = partnerKind(actor)
  const kept = { box: page.box, status: filter.status }
  const received = page.box === 'toAnswer'
  const tab = (box: 'toAnswer' | 'sent') => ({ href: `${path}?box=${box}`, label: t(box), current: page.box === box })
  return (
    <>
      <Notice code={notice} />
      <PageHeader title={t('title')} description={t(`hint.${kind}`)} />
      {kind === 'reseller' ? <TabRow label={t('boxes')} tabs={[tab('toAnswer'), tab('sent')]} /> : null}
      <DataTable
        caption={t(page.box)}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowName={(row) => summaryOf(t, row)}
        columns={[
          {
            key: 'what',
            header: t('what'),
            cell: (row) => (
              <NameCell href={`${path}/${row.id}`} name={summaryOf(t, row)} detail={t(`kind.${row.kind}`)} />
            ),
          },
          { key: 'customer', header: t('customer'), cell: (row) => row.customerName },
          {
            key: 'other',
            header: t(received ? 'from' : 'to'),
            cell: (row) => (received ? row.fromName : row.toName),
          },
          {
            key: 'age',
            header: t('age'),
            cell: (row) => (
              <RelativeTime value={row.createdAt} now={page.now} locale={locale} timeZone={actor.timeZone} />
            ),
          },
          {
            key: 'status',
            header: t('status'),
            cell: (row) => <StatusBadge status={row.status} label={t(`statuses.${row.status}`)} />,
          },
        ]}
        toolbar={
          <FilterBar
            action={path}
            keep={{ box: page.box }}
            filters={[
              {
                name: 'status',
                label: t('status'),
                value: filter.status ?? '',
                options: [
                  { value: '', label: t('allStatuses') },
                  ...requestStatuses.map((status) => ({ value: status, label: t(`statuses.${status}`) })),
                ],
              },
            ]}
            {...(filter.status ? { clearHref: `${path}?box=${page.box}` } : {})}
          />
        }
        footer={
          <Pagination
            shown={page.rows.length}
            previousHref={page.previous && hrefWith(path, kept, { before: page.previous })}
            nextHref={page.next && hrefWith(path, kept, { after: page.next })}
          />
        }
        empty={
          filter.status ? (
            <EmptyState illustration="search" title={t('noneMatch')} />
          ) : (
            <EmptyState
              illustration="mail"
              title={t(`none.${page.box}`)}
              description={t(`noneHint.${kind === 'reseller' && page.box === 'toAnswer' ? 'resellerAnswers' : kind}`)}
            />
          )
        }
      />
    </>
  )
}
