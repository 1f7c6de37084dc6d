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
import { RelativeTime } from '@/components/ui/local-time'
import { badgeOf } from '@/components/verification/own-verification'
import { can } from '@/lib/access/permissions'
import { listVerifications } from '@/lib/domain/verification/queries'
import { type ChangedData, verificationStatuses } from '@/lib/domain/verification/schema'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'

const path = '/verification'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('verification'))('title') }
}

/** The operator's queue: who waits, since when, for whom. */
export default async function VerificationQueuePage({ searchParams }: { searchParams: SearchParams }) {
  const { notice, ...filter } = await pickParameters(searchParams, ['status', 'after', 'before', 'notice'])
  const actor = await requireActor()
  const [page, t, terms, locale] = await Promise.all([
    read(listVerifications, filter as object),
    getTranslations('verification'),
    getTranslations('terms'),
    getLocale(),
  ])
  const opens = can(actor, 'verification.review')
  const about = (changed: readonly string[]) =>
    changed.length === 0
      ? t('enrollment')
      : t('changes', { what: changed.map((one) => t(`changed.${one as ChangedData}`)).join(', ') })
  return (
    <>
      <Notice code={notice} />
      <PageHeader title={t('title')} description={t('hint')} />
      <DataTable
        caption={t('title')}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.organization.name}
        columns={[
          {
            key: 'company',
            header: t('company'),
            cell: ({ id, organization }) => (
              <NameCell
                {...(opens ? { href: `${path}/${id}` } : {})}
                name={organization.name}
                detail={`${terms(`kind.${organization.kind}`)} · ${organization.country}`}
              />
            ),
          },
          { key: 'about', header: t('about'), cell: ({ changed }) => about(changed) },
          {
            key: 'checks',
            header: t('checksPassed'),
            cell: ({ checks }) =>
              t('passedOf', { passed: checks.filter(({ status }) => status === 'Passed').length, all: checks.length }),
          },
          {
            key: 'since',
            header: t('since'),
            cell: (row) => (
              <RelativeTime value={row.statusSince} now={page.now} locale={locale} timeZone={actor.timeZone} />
            ),
          },
          {
            key: 'opened',
            header: t('opened'),
            cell: (row) => (
              <RelativeTime value={row.openedAt} now={page.now} locale={locale} timeZone={actor.timeZone} />
            ),
          },
          {
            key: 'status',
            header: t('status'),
            cell: ({ status }) => <StatusBadge status={badgeOf[status]} label={t(`statuses.${status}`)} />,
          },
        ]}
        toolbar={
          <FilterBar
            action={path}
            filters={[
              {
                name: 'status',
                label: t('status'),
                value: filter.status ?? '',
                options: [
                  { value: '', label: t('allOpen') },
                  ...verificationStatuses.map((status) => ({ value: status, label: t(`statuses.${status}`) })),
                ],
              },
            ]}
            {...(filter.status ? { clearHref: path } : {})}
          />
        }
        footer={
          <Pagination
            shown={page.rows.length}
            previousHref={page.previous && hrefWith(path, { status: filter.status }, { before: page.previous })}
            nextHref={page.next && hrefWith(path, { status: filter.status }, { after: page.next })}
          />
        }
        empty={
          filter.status ? (
            <EmptyState illustration="search" title={t('noneMatch')} />
          ) : (
            <EmptyState illustration="mail" title={t('none')} description={t('noneHint')} />
          )
        }
      />
    </>
  )
}
