import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
import { FilterBar } from '@/components/filter-bar'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { PermittedLink } from '@/components/permitted-link'
import { Upload, UserPlus } from '@/components/ui/icons'
import { UserTable } from '@/components/user-table'
import { rolesOf } from '@/lib/access/permissions'
import { listPartnerUsers } from '@/lib/domain/partner-users/queries'
import { userStates } from '@/lib/domain/partner-users/schema'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'

const path = '/user-management'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('partnerUsers'))('title') }
}

/** S2, Account settings > User management: the people of one's own organization. */
export default async function UserManagementPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = await pickParameters(searchParams, ['search', 'role', 'state', 'after', 'before', 'notice'])
  const { notice, after, before, ...kept } = asked
  const actor = await requireActor()
  const [page, t, terms, locale] = await Promise.all([
    read(listPartnerUsers, { ...kept, after, before } as object),
    getTranslations('partnerUsers'),
    getTranslations('terms'),
    getLocale(),
  ])
  const filtered = Boolean(kept.role || kept.state)
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={t('title')}
        description={t('hint', { organization: actor.organizationName })}
        actions={
          <>
            <PermittedLink
              actor={actor}
              permission="user.manage"
              href={`${path}/new`}
              label={t('addUser')}
              variant="primary"
              icon={<UserPlus />}
            />
            <PermittedLink
              actor={actor}
              permission="user.manage"
              href={`${path}/upload`}
              label={t('addUsers')}
              icon={<Upload />}
            />
          </>
        }
      />
      <UserTable
        users={page.rows}
        path={path}
        locale={locale}
        timeZone={actor.timeZone}
        toolbar={
          <FilterBar
            action={path}
            search={{ label: t('search'), value: kept.search ?? '' }}
            filters={[
              {
                name: 'role',
                label: t('filterRole'),
                value: kept.role ?? '',
                options: [
                  { value: '', label: t('anyRole') },
                  ...rolesOf(actor.organizationKind).map((role) => ({ value: role, label: terms(`role.${role}`) })),
                  { value: 'none', label: t('withoutRole') },
                ],
              },
              {
                name: 'state',
                label: t('filterState'),
                value: kept.state ?? '',
                options: [
                  { value: '', label: t('anyState') },
                  ...userStates.map((state) => ({ value: state, label: t(`state.${state}`) })),
                ],
              },
            ]}
            {...(kept.search || filtered ? { clearHref: path } : {})}
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
          kept.search ? (
            <EmptyState illustration="search" title={t('nothingFound', { search: kept.search })} />
          ) : (
            <EmptyState title={t(filtered ? 'noneFiltered' : 'none')} />
          )
        }
      />
    </>
  )
}
