import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { DataTable } from '@/components/data-table'
import { EmptyState } from '@/components/empty-state'
import { FilterBar } from '@/components/filter-bar'
import { NameCell } from '@/components/name-cell'
import { Notice } from '@/components/notice'
import { OrganizationMark } from '@/components/organization-mark'
import { SupportDetails } from '@/components/organization-profile/support-details'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { RowMenu } from '@/components/row-menu'
import { StatusBadge } from '@/components/status-badge'
import { ButtonLink } from '@/components/ui/button'
import { Info, MailPlus, ShieldOff, Users } from '@/components/ui/icons'
import { LocalTime } from '@/components/ui/local-time'
import { MenuDialogButton, MenuLink } from '@/components/ui/menu-entries'
import { can } from '@/lib/access/permissions'
import { listProviders } from '@/lib/domain/partnerships/queries'
import { countryNames } from '@/lib/i18n/country-names'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'
import { revokeAdminAccessAction } from './actions'

const path = '/indirect-providers'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partnerships'))('providersTitle') }
}

/** S2, R4: the reseller's indirect providers. */
export default async function IndirectProvidersPage({ searchParams }: { searchParams: SearchParams }) {
  const { notice, ...filter } = await pickParameters(searchParams, ['search', 'after', 'before', 'notice'])
  const actor = await requireActor()
  const [page, t, locale] = await Promise.all([
    read(listProviders, filter),
    getTranslations('partnerships'),
    getLocale(),
  ])
  const country = countryNames(locale)
  const find = <ButtonLink href="/find-a-provider">{t('findProvider')}</ButtonLink>
  const revocable = page.rows.filter((row) => row.adminAccess?.revokedAt === null && can(actor, 'adminAccess.revoke'))
  return (
    <>
      <Notice code={notice} />
      <PageHeader title={t('providersTitle')} description={t('providersHint')} actions={find} />
      <DataTable
        caption={t('providersTitle')}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.providerName}
        columns={[
          {
            key: 'name',
            header: t('provider'),
            cell: (row) => (
              <NameCell
                name={row.providerName}
                detail={row.provider.domain}
                href={`/customers?partner=${row.providerId}`}
                mark={<OrganizationMark id={row.providerId} name={row.providerName} size="small" />}
              />
            ),
          },
          { key: 'mpn', header: t('mpnId'), cell: (row) => row.provider.mpnId ?? '–' },
          { key: 'country', header: t('country'), cell: (row) => country.of(row.provider.country) },
          {
            key: 'since',
            header: t('partnerSince'),
            cell: (row) => <LocalTime value={row.startedAt} locale={locale} timeZone={actor.timeZone} show="date" />,
          },
          {
            key: 'access',
            header: t('adminAccessOwn'),
            cell: (row) => {
              const granted = row.adminAccess?.revokedAt === null ? 'granted' : 'notGranted'
              return <StatusBadge status={granted} label={t(`access.${granted}`)} />
            },
          },
        ]}
        expansion={({ provider: { supportProfile } }) =>
          supportProfile ? <SupportDetails support={supportProfile} look="columns" /> : null
        }
        rowMenu={(row) => (
          <RowMenu name={row.providerName}>
            <MenuLink href={`/customers?partner=${row.providerId}`} icon={<Users />}>
              {t('viewCustomers')}
            </MenuLink>
            {can(actor, 'customer.inviteWithProvider') ? (
              <MenuLink href={`${path}/${row.providerId}/invite-customers`} icon={<MailPlus />}>
                {t('inviteCustomers')}
              </MenuLink>
            ) : (
              <MenuLink href="/no-access?permission=customer.inviteWithProvider" icon={<Info />}>
                {t('whoMayInvite')}
              </MenuLink>
            )}
            {row.adminAccess?.revokedAt !== null ? null : can(actor, 'adminAccess.revoke') ? (
              <MenuDialogButton dialogId={`revoke-${row.id}`} icon={<ShieldOff />} danger>
                {t('revokeAccess')}
              </MenuDialogButton>
            ) : (
              <MenuLink href="/no-access?permission=adminAccess.revoke" icon={<Info />}>
                {t('whoMayRevoke')}
              </MenuLink>
            )}
          </RowMenu>
        )}
        toolbar={
          <FilterBar
            action={path}
            search={{ label: t('searchProviders'), value: filter.search ?? '' }}
            {...(filter.search ? { clearHref: path } : {})}
          />
        }
        footer={
          <Pagination
            shown={page.rows.length}
            previousHref={page.previous && hrefWith(path, { search: filter.search }, { before: page.previous })}
            nextHref={page.next && hrefWith(path, { search: filter.search }, { after: page.next })}
          />
        }
        empty={
          filter.search ? (
            <EmptyState illustration="search" title={t('nothingFound', { search: filter.search })} />
          ) : (
            <EmptyState
              illustration="partners"
              title={t('noProviders')}
              description={t('noProvidersHint')}
              action={find}
            />
          )
        }
      />
      {revocable.map((row) => (
        <ConfirmDialog
          key={row.id}
          id={`revoke-${row.id}`}
          danger
          title={t('revokeTitle', { provider: row.providerName })}
          confirmLabel={t('revokeAccess')}
          action={revokeAdminAccessAction}
          fields={{ partnershipId: row.id }}
        >
          <p>{t('revokeText', { provider: row.providerName })}</p>
        </ConfirmDialog>
      ))}
    </>
  )
}
