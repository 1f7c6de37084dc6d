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
import { LocalTime } from '@/components/ui/local-time'
import { listInvitations } from '@/lib/domain/invitations/queries'
import { invitationStates } from '@/lib/domain/invitations/schema'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'

const path = '/invitations'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('invitations'))('title') }
}

/** Every invitation of one's organization and how far it has come. */
export default async function InvitationsPage({ searchParams }: { searchParams: SearchParams }) {
  const { notice, ...filter } = await pickParameters(searchParams, ['state', 'kind', 'after', 'before', 'notice'])
  const actor = await requireActor()
  const [page, t, locale] = await Promise.all([
    read(listInvitations, filter as object),
    getTranslations('invitations'),
    getLocale(),
  ])
  const date = (value: Date) => <LocalTime value={value} locale={locale} timeZone={actor.timeZone} show="date" />
  const kinds =
    actor.organizationKind === 'provider'
      ? (['partnership', 'customer'] as const)
      : (['customer', 'customerTwoParty'] as const)
  const kept = { state: filter.state, kind: filter.kind }
  return (
    <>
      <Notice code={notice} />
      <PageHeader title={t('title')} description={t('hint')} />
      <DataTable
        caption={t('title')}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.addressee ?? t('openLink')}
        columns={[
          {
            key: 'to',
            header: t('to'),
            cell: (row) => (
              <NameCell
                href={`${path}/${row.id}`}
                name={row.addressee ?? t('openLink')}
                detail={
                  row.second
                    ? t('kindWith', { kind: t(`kind.${row.kind}`), partner: row.second.name })
                    : t(`kind.${row.kind}`)
                }
              />
            ),
          },
          { key: 'by', header: t('by'), cell: (row) => row.issuerUserName },
          { key: 'created', header: t('created'), cell: (row) => date(row.createdAt) },
          {
            key: 'delivery',
            header: t('delivery'),
            cell: (row) =>
              row.openedAt ? (
                <>
                  {t('openedOn')} {date(row.openedAt)}
                </>
              ) : row.delivery ? (
                t(`mail.${row.delivery.status}`)
              ) : (
                t('notMailed')
              ),
          },
          { key: 'expires', header: t('expires'), cell: (row) => date(row.expiresAt) },
          {
            key: 'state',
            header: t('status'),
            cell: (row) => (
              <StatusBadge
                status={row.state === 'active' ? 'pending' : row.state}
                label={
                  row.maxUses > 1
                    ? t('stateUses', { state: t(`state.${row.state}`), uses: row.uses, max: row.maxUses })
                    : t(`state.${row.state}`)
                }
              />
            ),
          },
        ]}
        toolbar={
          <FilterBar
            action={path}
            filters={[
              {
                name: 'state',
                label: t('status'),
                value: filter.state ?? '',
                options: [
                  { value: '', label: t('allStates') },
                  ...invitationStates.map((state) => ({ value: state, label: t(`state.${state}`) })),
                ],
              },
              {
                name: 'kind',
                label: t('kindLabel'),
                value: filter.kind ?? '',
                options: [
                  { value: '', label: t('allKinds') },
                  ...kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
                ],
              },
            ]}
            {...(filter.state || filter.kind ? { clearHref: path } : {})}
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
          <EmptyState
            illustration="mail"
            title={t(filter.state || filter.kind ? 'noneMatch' : 'none')}
            description={t(actor.organizationKind === 'provider' ? 'noneHintProvider' : 'noneHintReseller')}
          />
        }
      />
    </>
  )
}
