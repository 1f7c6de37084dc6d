import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/data-table'
import { EmptyState } from '@/components/empty-state'
import { FilterBar } from '@/components/filter-bar'
import { NameCell } from '@/components/name-cell'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { PermittedLink } from '@/components/permitted-link'
import { StatusBadge } from '@/components/status-badge'
import { LocalTime } from '@/components/ui/local-time'
import { organizationKinds } from '@/lib/access/permissions'
import { listOrganizations } from '@/lib/domain/operator/queries'
import { countryNames } from '@/lib/i18n/country-names'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import { standingOf } from './standing'

const path = '/organizations'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operator'))('title') }
}

/** Everybody who takes part in the portal, for its operator. */
export default async function OrganizationsPage({ searchParams }: { searchParams: SearchParams }) {
  const filter = await pickParameters(searchParams, ['search', 'kind', 'after', 'before'])
  const actor = await requireActor()
  const [page, t, terms, locale] = await Promise.all([
    read(listOrganizations, filter as object),
    getTranslations('operator'),
    getTranslations('terms'),
    getLocale(),
  ])
  const countries = countryNames(locale)
  const kept = { search: filter.search, kind: filter.kind }
  const filtered = filter.search || filter.kind
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('hint')}
        actions={
          <PermittedLink
            actor={actor}
            permission="organization.create"
            href={`${path}/new`}
            label={t('add')}
            variant="primary"
          />
        }
      />
      <DataTable
        caption={t('title')}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        columns={[
          {
            key: 'name',
            header: t('name'),
            cell: (row) => <NameCell href={`${path}/${row.id}`} name={row.name} detail={terms(`kind.${row.kind}`)} />,
          },
          { key: 'domain', header: t('domain'), cell: (row) => row.domain },
          { key: 'country', header: t('country'), cell: (row) => countries.of(row.country) ?? row.country },
          {
            key: 'since',
            header: t('since'),
            cell: (row) => <LocalTime value={row.createdAt} locale={locale} timeZone={actor.timeZone} show="date" />,
          },
          {
            key: 'status',
            header: t('status'),
            cell: ({ vettingStatus }) => (
              <StatusBadge status={standingOf[vettingStatus]} label={t(`statuses.${vettingStatus}`)} />
            ),
          },
        ]}
        toolbar={
          <FilterBar
            action={path}
            search={{ label: t('search'), value: filter.search ?? '' }}
            filters={[
              {
                name: 'kind',
                label: t('kind'),
                value: filter.kind ?? '',
                options: [
                  { value: '', label: t('allKinds') },
                  ...organizationKinds.map((kind) => ({ value: kind, label: terms(`kind.${kind}`) })),
                ],
              },
            ]}
            {...(filtered ? { clearHref: path } : {})}
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
          filtered ? (
            <EmptyState illustration="search" title={t('noneMatch')} />
          ) : (
            <EmptyState illustration="partners" title={t('none')} description={t('noneHint')} />
          )
        }
      />
    </>
  )
}
