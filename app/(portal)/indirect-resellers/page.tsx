import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/data-table'
import { EmptyState } from '@/components/empty-state'
import { FilterBar } from '@/components/filter-bar'
import { NameCell } from '@/components/name-cell'
import { Notice } from '@/components/notice'
import { OrganizationMark } from '@/components/organization-mark'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { PermittedLink } from '@/components/permitted-link'
import { RowMenu } from '@/components/row-menu'
import { StatusBadge } from '@/components/status-badge'
import { Building2, Trash2, UserCog, UserPlus, Users } from '@/components/ui/icons'
import { LocalTime } from '@/components/ui/local-time'
import { MenuLink } from '@/components/ui/menu-entries'
import { can } from '@/lib/access/permissions'
import { listResellers } from '@/lib/domain/partnerships/queries'
import { countryNames } from '@/lib/i18n/country-names'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'

const path = '/indirect-resellers'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partnerships'))('resellersTitle') }
}

/** S1, P2: the provider's indirect resellers. */
export default async function IndirectResellersPage({ searchParams }: { searchParams: SearchParams }) {
  const { notice, ...filter } = await pickParameters(searchParams, ['search', 'after', 'before', 'notice'])
  const actor = await requireActor()
  const [page, t, onboarding, locale] = await Promise.all([
    read(listResellers, filter),
    getTranslations('partnerships'),
    getTranslations('onboarding'),
    getLocale(),
  ])
  const country = countryNames(locale)
  const access = (revoked: boolean) => (revoked ? 'notGranted' : 'granted')
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={t('resellersTitle')}
        description={t('resellersHint')}
        actions={
          <PermittedLink
            actor={actor}
            permission="partnership.invite"
            href={`${path}/request-partnership`}
            label={t('request')}
            variant="primary"
          />
        }
      />
      <DataTable
        caption={t('resellersTitle')}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.resellerName}
        columns={[
          {
            key: 'name',
            header: t('reseller'),
            cell: (row) => (
              <NameCell
                name={row.resellerName}
                detail={row.reseller.domain}
                href={`/customers?partner=${row.resellerId}`}
                mark={<OrganizationMark id={row.resellerId} name={row.resellerName} size="small" />}
              />
            ),
          },
          { key: 'mpn', header: t('mpnId'), cell: (row) => row.reseller.mpnId ?? '–' },
          { key: 'country', header: t('country'), cell: (row) => country.of(row.reseller.country) },
          {
            key: 'since',
            header: t('partnerSince'),
            cell: (row) => <LocalTime value={row.startedAt} locale={locale} timeZone={actor.timeZone} show="date" />,
          },
          {
            key: 'access',
            header: t('adminAccess'),
            cell: (row) => (
              <StatusBadge
                status={access(row.adminAccess?.revokedAt !== null)}
                label={t(`access.${access(row.adminAccess?.revokedAt !== null)}`)}
              />
            ),
          },
          {
            key: 'agreement',
            header: t('agreement.label'),
            cell: (row) => {
              const state = row.reseller.partnerAgreements.length > 0 ? 'signed' : 'missing'
              return (
                <StatusBadge status={state === 'signed' ? 'accepted' : 'missing'} label={t(`agreement.${state}`)} />
              )
            },
          },
        ]}
        rowMenu={(row) => (
          <RowMenu name={row.resellerName}>
            <MenuLink href={`/customers?partner=${row.resellerId}`} icon={<Users />}>
              {t('viewCustomers')}
            </MenuLink>
            {can(actor, 'customer.add') ? (
              <MenuLink href={`/customers/new?reseller=${row.resellerId}`} icon={<UserPlus />}>
                {onboarding('addNewCustomer')}
              </MenuLink>
            ) : null}
            <MenuLink href={`${path}/${row.resellerId}`} icon={<UserCog />}>
              {t(can(actor, 'adminAccess.use') ? 'workAccount' : 'profile')}
            </MenuLink>
            {can(actor, 'partnership.remove') ? (
              <MenuLink href={`${path}/remove/${row.id}`} icon={<Trash2 />} danger>
                {t('remove')}
              </MenuLink>
            ) : null}
            {can(actor, 'partnership.remove') ? null : (
              <MenuLink href="/no-access?permission=partnership.remove" icon={<Building2 />}>
                {t('whoMayRemove')}
              </MenuLink>
            )}
          </RowMenu>
        )}
        toolbar={
          <FilterBar
            action={path}
            search={{ label: t('searchResellers'), value: filter.search ?? '' }}
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
              title={t('noResellers')}
              description={t('noResellersHint')}
              action={
                <PermittedLink
                  actor={actor}
                  permission="partnership.invite"
                  href={`${path}/request-partnership`}
                  label={t('request')}
                />
              }
            />
          )
        }
      />
    </>
  )
}
