import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DelegationMissing } from '@/components/delegation-missing'
import { EmptyState } from '@/components/empty-state'
import { ExportMenu } from '@/components/export-menu'
import { FilterBar } from '@/components/filter-bar'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { PeopleTable } from '@/components/people-table'
import { PermittedLink, Refused } from '@/components/permitted-link'
import { SelectionBar } from '@/components/selection-bar'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { KeyRound, Upload, UserPlus } from '@/components/ui/icons'
import { can } from '@/lib/access/permissions'
import { listCustomerUsers } from '@/lib/domain/customer-users/queries'
import { readDelegated } from '@/lib/web/customer-people'
import { hrefWith, pickParameters, requireActor, type SearchParams } from '@/lib/web/page'
import { restoreCustomerUserAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customerUsers'))('title') }
}

type Props = { params: Promise<{ customerId: string }>; searchParams: SearchParams }

const selection = 'selected-users'

/** Spec 1.D, Users and licenses: everybody of a customer. */
export default async function CustomerUsersPage({ params, searchParams }: Props) {
  const { customerId } = await params
  const asked = await pickParameters(searchParams, ['search', 'filter', 'after', 'before', 'notice'])
  const { notice, filter: given, ...place } = asked
  const filter = narrowed(given)
  const actor = await requireActor()
  const [page, t, locale] = await Promise.all([
    readDelegated(listCustomerUsers, { customerId, ...place, filter }),
    getTranslations('customerUsers'),
    getLocale(),
  ])
  if (!page) return <DelegationMissing actor={actor} />
  const path = `/customers/${customerId}/users`
  const kept = { search: place.search, filter }
  const deletedOnly = filter === 'deleted'
  const mayAssign = !deletedOnly && can(actor, 'license.assign')
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={t('title')}
        description={deletedOnly ? t('deletedHint') : t('hint', { customer: page.customer.name })}
        actions={
          <>
            <PermittedLink
              actor={actor}
              permission="customerUser.manage"
              href={`${path}/new`}
              label={t('addUser')}
              variant="primary"
              icon={<UserPlus />}
            />
            <PermittedLink
              actor={actor}
              permission="customerUser.import"
              href={`${path}/upload`}
              label={t('uploadUsers')}
              icon={<Upload />}
            />
          </>
        }
      />
      {mayAssign && <form id={selection} action={`${path}/licenses`} />}
      <PeopleTable
        people={page.rows}
        path={path}
        customerId={customerId}
        locale={locale}
        timeZone={actor.timeZone}
        selectionForm={mayAssign ? selection : null}
        restore={deletedOnly && can(actor, 'customerUser.manage') ? restoreCustomerUserAction : null}
        toolbar={
          <>
            <FilterBar
              action={path}
              search={{ label: t('search'), value: place.search ?? '' }}
              keep={deletedOnly ? { filter: 'deleted' } : {}}
              filters={
                deletedOnly
                  ? []
                  : [
                      {
                        name: 'filter',
                        label: t('filterBy'),
                        value: filter ?? '',
                        options: [
                          { value: '', label: t('filter.all') },
                          { value: 'licensed', label: t('filter.licensed') },
                          { value: 'unlicensed', label: t('filter.unlicensed') },
                        ],
                      },
                    ]
              }
              chips={
                <>
                  <Chip href={path} active={!deletedOnly}>
                    {t('users')}
                  </Chip>
                  <Chip href={`${path}?filter=deleted`} active={deletedOnly}>
                    {t(page.moreDeleted ? 'manyDeletedUsers' : 'deletedUsers', { count: page.deleted })}
                  </Chip>
                </>
              }
              actions={<ExportMenu path={`${path}/export`} filter={kept} label="users" />}
              {...(place.search || (filter && !deletedOnly) ? { clearHref: path } : {})}
            />
            {mayAssign && page.rows.length > 0 && (
              <SelectionBar formId={selection} selectAllLabel={t('selectAll')} countLabel={t('selectedUsers')}>
                <Button type="submit" form={selection} icon={<KeyRound />}>
                  {t('manageLicenses')}
                </Button>
              </SelectionBar>
            )}
            {!deletedOnly && !mayAssign && (
              <div className="border-border border-b px-3 py-2">
                <Refused actor={actor} permission="license.assign" label={t('manageLicenses')} />
              </div>
            )}
          </>
        }
        footer={
          <Pagination
            shown={page.rows.length}
            previousHref={page.previous && hrefWith(path, kept, { before: page.previous })}
            nextHref={page.next && hrefWith(path, kept, { after: page.next })}
          />
        }
        empty={
          place.search ? (
            <EmptyState illustration="search" title={t('nothingFound', { search: place.search })} />
          ) : deletedOnly ? (
            <EmptyState title={t('noneDeleted')} />
          ) : filter ? (
            <EmptyState title={t('noneFiltered')} />
          ) : (
            <EmptyState title={t('none')} description={t('noneHint')} />
          )
        }
      />
    </>
  )
}

function narrowed(filter: string | undefined) {
  return filter === 'licensed' || filter === 'unlicensed' || filter === 'deleted' ? filter : undefined
}
