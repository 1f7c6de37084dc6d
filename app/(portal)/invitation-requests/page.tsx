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
import { ButtonLink } from '@/components/ui/button'
import { RelativeTime } from '@/components/ui/local-time'
import { listInvitationRequests } from '@/lib/domain/directory/queries'
import { requestStatuses } from '@/lib/domain/directory/schema'
import { countryNames } from '@/lib/i18n/country-names'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'

const path = '/invitation-requests'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('directory'))('requests.title') }
}

/** R0: who asks a provider for an invitation, or whom a reseller has asked. */
export default async function InvitationRequestsPage({ searchParams }: { searchParams: SearchParams }) {
  const filter = await pickParameters(searchParams, ['status', 'after', 'before'])
  const actor = await requireActor()
  const [page, t, locale] = await Promise.all([
    read(listInvitationRequests, filter as object),
    getTranslations('directory.requests'),
    getLocale(),
  ])
  const side = actor.organizationKind === 'provider' ? ('provider' as const) : ('reseller' as const)
  const country = countryNames(locale)
  const kept = { status: filter.status }
  const find = <ButtonLink href="/find-a-provider">{t('find')}</ButtonLink>
  return (
    <>
      <PageHeader title={t('title')} description={t(`hint.${side}`)} actions={side === 'reseller' ? find : null} />
      <DataTable
        caption={t('title')}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowName={(row) => (side === 'provider' ? row.resellerName : row.providerName)}
        columns={[
          {
            key: 'name',
            header: t(side === 'provider' ? 'reseller' : 'provider'),
            cell: (row) =>
              side === 'provider' ? (
                <NameCell name={row.resellerName} detail={row.resellerDomain} href={`${path}/${row.id}`} />
              ) : (
                <NameCell name={row.providerName} href={`${path}/${row.id}`} />
              ),
          },
          ...(side === 'provider'
            ? [
                {
                  key: 'country',
                  header: t('country'),
                  cell: (row: (typeof page.rows)[number]) => country.of(row.resellerCountry),
                },
              ]
            : []),
          { key: 'who', header: t('askedBy'), cell: (row) => row.askedByName },
          {
            key: 'age',
            header: t('asked'),
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
            {...(filter.status ? { clearHref: path } : {})}
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
              title={t(`none.${side}`)}
              description={t(`noneHint.${side}`)}
              action={
                side === 'reseller' ? (
                  find
                ) : (
                  <PermittedLink
                    actor={actor}
                    permission="providerCard.edit"
                    href="/provider-card"
                    label={t('openCard')}
                  />
                )
              }
            />
          )
        }
      />
    </>
  )
}
