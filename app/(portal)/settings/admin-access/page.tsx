import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { DataTable } from '@/components/data-table'
import { EmptyState } from '@/components/empty-state'
import { NameCell } from '@/components/name-cell'
import { Notice } from '@/components/notice'
import { OrganizationMark } from '@/components/organization-mark'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { Refused } from '@/components/permitted-link'
import { StatusBadge } from '@/components/status-badge'
import { DialogButton } from '@/components/ui/dialog-button'
import { LocalTime } from '@/components/ui/local-time'
import { can } from '@/lib/access/permissions'
import { listAdminAccess } from '@/lib/domain/organization-profile/queries'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import { withdrawAdminAccessAction } from './actions'

const path = '/settings/admin-access'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organizationProfile'))('access.title') }
}

/** S2 note, spec 0.4: which providers may administer the reseller's own account, and taking it back from one. */
export default async function AdminAccessPage({ searchParams }: { searchParams: SearchParams }) {
  const { notice, ...position } = await pickParameters(searchParams, ['after', 'before', 'notice'])
  const actor = await requireActor()
  const [page, t, partnerships, locale] = await Promise.all([
    read(listAdminAccess, position),
    getTranslations('organizationProfile'),
    getTranslations('partnerships'),
    getLocale(),
  ])
  const mayRevoke = can(actor, 'adminAccess.revoke')
  const standing = page.rows.filter(({ adminAccess }) => adminAccess?.revokedAt === null)
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={t('access.title')}
        description={t('access.hint')}
        breadcrumbs={[{ href: '/settings', label: t('title') }]}
      />
      <DataTable
        caption={t('access.title')}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.providerName}
        columns={[
          {
            key: 'name',
            header: t('access.provider'),
            cell: (row) => (
              <NameCell
                name={row.providerName}
                detail={row.provider.domain}
                mark={<OrganizationMark id={row.providerId} name={row.providerName} size="small" />}
              />
            ),
          },
          {
            key: 'since',
            header: t('access.since'),
            cell: (row) =>
              row.adminAccess ? (
                <LocalTime value={row.adminAccess.grantedAt} locale={locale} timeZone={actor.timeZone} show="date" />
              ) : (
                '–'
              ),
          },
          { key: 'by', header: t('access.by'), cell: (row) => row.adminAccess?.grantedByName ?? '–' },
          {
            key: 'state',
            header: t('access.state'),
            cell: (row) => {
              const state = row.adminAccess?.revokedAt === null ? 'granted' : 'notGranted'
              return <StatusBadge status={state} label={partnerships(`access.${state}`)} />
            },
          },
          {
            key: 'withdraw',
            header: partnerships('revokeAccess'),
            onCard: 'plain',
            cell: (row) =>
              mayRevoke && row.adminAccess?.revokedAt === null ? (
                <DialogButton dialogId={`revoke-${row.id}`}>{partnerships('revokeAccess')}</DialogButton>
              ) : null,
          },
        ]}
        footer={
          <Pagination
            shown={page.rows.length}
            previousHref={page.previous && hrefWith(path, {}, { before: page.previous })}
            nextHref={page.next && hrefWith(path, {}, { after: page.next })}
          />
        }
        empty={<EmptyState illustration="partners" title={t('access.none')} description={t('access.noneHint')} />}
      />
      {standing.length > 0 && !mayRevoke ? (
        <div className="mt-4">
          <Refused actor={actor} permission="adminAccess.revoke" label={partnerships('revokeAccess')} />
        </div>
      ) : null}
      {standing
        .filter(() => mayRevoke)
        .map((row) => (
          <ConfirmDialog
            key={row.id}
            id={`revoke-${row.id}`}
            danger
            title={partnerships('revokeTitle', { provider: row.providerName })}
            confirmLabel={partnerships('revokeAccess')}
            action={withdrawAdminAccessAction}
            fields={{ partnershipId: row.id }}
          >
            <p>{partnerships('revokeText', { provider: row.providerName })}</p>
          </ConfirmDialog>
        ))}
    </>
  )
}
