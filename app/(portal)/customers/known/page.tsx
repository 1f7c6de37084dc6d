import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ConfirmDialog } from '@/components/confirm-dialog'
import { DataTable } from '@/components/data-table'
import { EmptyState } from '@/components/empty-state'
import { ExportMenu } from '@/components/export-menu'
import { FilterBar } from '@/components/filter-bar'
import { NameCell } from '@/components/name-cell'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { RowMenu } from '@/components/row-menu'
import { TabRow } from '@/components/tab-row'
import { ButtonLink } from '@/components/ui/button'
import { DescriptionList } from '@/components/ui/description-list'
import { DialogButton } from '@/components/ui/dialog-button'
import { MailPlus, Trash2 } from '@/components/ui/icons'
import { LocalTime } from '@/components/ui/local-time'
import { MenuDialogButton, MenuLink } from '@/components/ui/menu-entries'
import { listKnownCustomers } from '@/lib/domain/known-customers/queries'
import { customerTabs } from '@/lib/web/known-customers'
import { hrefWith, pickParameters, read, requirePermission, type SearchParams } from '@/lib/web/page'
import { clearKnownCustomersAction, removeKnownCustomerAction } from './actions'

const path = '/customers/known'
const requestHref = (id: string) => `/customers/request-relationship?known=${id}`

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('knownCustomers'))('title') }
}

/** R8: customers a reseller has elsewhere, each with the way to a relationship. */
export default async function KnownCustomersPage({ searchParams }: { searchParams: SearchParams }) {
  const { notice, ...filter } = await pickParameters(searchParams, ['search', 'after', 'before', 'notice'])
  const actor = await requirePermission('knownCustomer.manage')
  const [page, tabs, t, customers, locale] = await Promise.all([
    read(listKnownCustomers, filter),
    customerTabs(actor, 'known'),
    getTranslations('knownCustomers'),
    getTranslations('customers'),
    getLocale(),
  ])
  const kept = { search: filter.search }
  const importLink = (
    <ButtonLink href={`${path}/import`} variant="primary">
      {t('import')}
    </ButtonLink>
  )
  return (
    <>
      <Notice code={notice} />
      <PageHeader title={customers('title')} description={t('hint')} actions={importLink} />
      <TabRow label={t('tabs')} tabs={tabs} />
      <DataTable
        caption={t('title')}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.name}
        columns={[
          { key: 'name', header: t('company'), cell: (row) => <NameCell name={row.name} detail={row.domain} /> },
          {
            key: 'contact',
            header: t('contact'),
            cell: (row) =>
              row.contactName ? (
                <NameCell name={row.contactName} detail={row.contactEmail} />
              ) : (
                (row.contactEmail ?? '–')
              ),
          },
          {
            key: 'request',
            header: t('next'),
            onCard: 'plain',
            cell: (row) => (
              <ButtonLink href={requestHref(row.id)} aria-label={`${t('request')}: ${row.name}`}>
                {t('request')}
              </ButtonLink>
            ),
          },
        ]}
        rowMenu={(row) => (
          <RowMenu name={row.name}>
            <MenuLink href={requestHref(row.id)} icon={<MailPlus />}>
              {t('request')}
            </MenuLink>
            <MenuDialogButton dialogId={`remove-${row.id}`} icon={<Trash2 />} danger>
              {t('remove')}
            </MenuDialogButton>
          </RowMenu>
        )}
        expansion={(row) => (
          <DescriptionList
            items={[
              { term: t('microsoftId'), details: row.microsoftId ?? '–' },
              { term: t('relationship'), details: row.relationship ?? '–' },
              {
                term: t('imported'),
                details: <LocalTime value={row.importedAt} locale={locale} timeZone={actor.timeZone} show="date" />,
              },
              { term: t('importedBy'), details: row.importedByName },
            ]}
          />
        )}
        toolbar={
          <FilterBar
            action={path}
            search={{ label: t('search'), value: filter.search ?? '' }}
            {...(filter.search ? { clearHref: path } : {})}
            actions={
              <>
                <ExportMenu path={`${path}/export`} filter={kept} label="known" />
                {page.rows.length > 0 ? (
                  <DialogButton dialogId="clear" variant="subtle">
                    {t('clear')}
                  </DialogButton>
                ) : null}
              </>
            }
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
          filter.search ? (
            <EmptyState illustration="search" title={t('nothingFound', { search: filter.search })} />
          ) : (
            <EmptyState illustration="partners" title={t('none')} description={t('noneHint')} />
          )
        }
      />
      {page.rows.map((row) => (
        <ConfirmDialog
          key={row.id}
          id={`remove-${row.id}`}
          danger
          title={t('removeTitle', { name: row.name })}
          confirmLabel={t('remove')}
          action={removeKnownCustomerAction}
          fields={{ knownCustomerId: row.id }}
        >
          <p>{t('removeText')}</p>
        </ConfirmDialog>
      ))}
      <ConfirmDialog
        id="clear"
        danger
        title={t('clearTitle')}
        confirmLabel={t('clear')}
        action={clearKnownCustomersAction}
      >
        <p>{t('clearText')}</p>
      </ConfirmDialog>
    </>
  )
}
