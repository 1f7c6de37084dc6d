import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CustomerMenu } from '@/components/customer-menu'
import { DataTable } from '@/components/data-table'
import { EmptyState } from '@/components/empty-state'
import { ExportMenu } from '@/components/export-menu'
import { FilterBar } from '@/components/filter-bar'
import { NameCell } from '@/components/name-cell'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { PermittedLink } from '@/components/permitted-link'
import { StatusBadge } from '@/components/status-badge'
import { TabRow } from '@/components/tab-row'
import { CopyButton } from '@/components/ui/copy-button'
import { DescriptionList } from '@/components/ui/description-list'
import { LocalTime } from '@/components/ui/local-time'
import { listCustomers } from '@/lib/domain/customers/queries'
import { customerTabs } from '@/lib/web/known-customers'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'

const path = '/customers'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customers'))('title') }
}

/** Customers of a provider or a reseller; with a partner chosen, those both serve. */
export default async function CustomersPage({ searchParams }: { searchParams: SearchParams }) {
  const { notice, ...filter } = await pickParameters(searchParams, ['search', 'partner', 'after', 'before', 'notice'])
  const actor = await requireActor()
  const [page, tabs, t, onboarding, locale] = await Promise.all([
    read(listCustomers, filter),
    customerTabs(actor, 'customers'),
    getTranslations('customers'),
    getTranslations('onboarding'),
    getLocale(),
  ])
  const country = new Intl.DisplayNames(locale, { type: 'region' })
  const date = (value: Date) => <LocalTime value={value} locale={locale} timeZone={actor.timeZone} show="date" />
  const provider = actor.organizationKind === 'provider'
  const partnerName = page.partners.find(({ id }) => id === filter.partner)?.name
  const kept = { search: filter.search, partner: filter.partner }
  const request = (
    <PermittedLink
      actor={actor}
      permission="customer.invite"
      href={`${path}/request-relationship`}
      label={t('request')}
      variant={provider ? 'secondary' : 'primary'}
    />
  )
  // Spec 0.6: resellers cannot create tenants.
  const add = provider ? (
    <PermittedLink
      actor={actor}
      permission="customer.add"
      href={`${path}/new`}
      label={onboarding('addCustomer')}
      variant="primary"
    />
  ) : null
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={t('title')}
        description={partnerName ? t('sharedWith', { partner: partnerName }) : t('hint')}
        actions={
          <>
            {add}
            {request}
          </>
        }
      />
      {tabs.length > 0 ? <TabRow label={t('tabs')} tabs={tabs} /> : null}
      <DataTable
        caption={t('title')}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.customerName}
        columns={[
          {
            key: 'name',
            header: t('company'),
            cell: (row) => (
              <NameCell name={row.customerName} detail={row.customerDomain} href={`${path}/${row.customerId}`} />
            ),
          },
          {
            key: 'partner',
            header: t(provider ? 'indirectReseller' : 'indirectProvider'),
            cell: (row) => row.partners.map((partner) => partner.partnerName).join(', ') || '–',
          },
          { key: 'since', header: t('relationshipSince'), cell: (row) => date(row.startedAt) },
          {
            key: 'delegated',
            header: t('delegatedAdministration'),
            cell: (row) => (
              <StatusBadge
                status={row.delegatedSince ? 'granted' : 'notGranted'}
                label={t(`delegation.${row.delegatedSince ? 'granted' : 'notGranted'}`)}
              />
            ),
          },
        ]}
        rowMenu={(row) => <CustomerMenu actor={actor} id={row.customerId} name={row.customerName} />}
        expansion={(row) => (
          <DescriptionList
            items={[
              {
                term: t('microsoftId'),
                details: (
                  <span className="inline-flex items-center gap-1 font-mono text-code">
                    {row.customerId}
                    <CopyButton text={row.customerId} iconOnly />
                  </span>
                ),
              },
              { term: t('country'), details: country.of(row.country) },
              {
                term: t('agreementDate'),
                details: row.agreementDate ? (
                  date(row.agreementDate)
                ) : (
                  <StatusBadge status="missing" label={t('agreementMissing')} />
                ),
              },
              {
                term: t('delegatedSince'),
                details: row.delegatedSince ? date(row.delegatedSince) : t('delegation.notGranted'),
              },
            ]}
          />
        )}
        toolbar={
          <FilterBar
            action={path}
            search={{ label: t('search'), value: filter.search ?? '' }}
            filters={
              page.partners.length === 0
                ? []
                : [
                    {
                      name: 'partner',
                      label: t(provider ? 'filterByReseller' : 'filterByProvider'),
                      value: filter.partner ?? '',
                      options: [
                        { value: '', label: t(provider ? 'allResellers' : 'allProviders') },
                        ...page.partners.map(({ id, name }) => ({ value: id, label: name })),
                      ],
                    },
                  ]
            }
            {...(filter.search || filter.partner ? { clearHref: path } : {})}
            actions={<ExportMenu path={`${path}/export`} filter={kept} label="customers" />}
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
          ) : partnerName ? (
            <EmptyState
              title={t('noShared', { partner: partnerName })}
              description={t(provider ? 'noSharedHintProvider' : 'noSharedHintReseller')}
            />
          ) : (
            <EmptyState illustration="partners" title={t('none')} description={t('noneHint')} />
          )
        }
      />
    </>
  )
}
