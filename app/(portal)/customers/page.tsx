import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CustomerTable } from '@/components/customer-table'
import { EmptyState } from '@/components/empty-state'
import { ExportMenu } from '@/components/export-menu'
import { FilterBar } from '@/components/filter-bar'
import { Notice } from '@/components/notice'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { PermittedLink } from '@/components/permitted-link'
import { TabRow } from '@/components/tab-row'
import { writeTime } from '@/components/ui/local-time'
import { can } from '@/lib/access/permissions'
import { listCustomers } from '@/lib/domain/customers/queries'
import { customerTableWords } from '@/lib/web/customer-words'
import { customerTabs } from '@/lib/web/known-customers'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'

const path = '/customers'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customers'))('title') }
}

/** Customers of a provider or a reseller; with a partner chosen, those both serve. */
export default async function CustomersPage({ searchParams }: { searchParams: SearchParams }) {
  const { notice, open, ...filter } = await pickParameters(searchParams, [
    'search',
    'partner',
    'after',
    'before',
    'notice',
    'open',
  ])
  const actor = await requireActor()
  const [page, tabs, words, t, onboarding, locale] = await Promise.all([
    read(listCustomers, filter),
    customerTabs(actor, 'customers'),
    customerTableWords(actor),
    getTranslations('customers'),
    getTranslations('onboarding'),
    getLocale(),
  ])
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
      <CustomerTable
        words={words}
        reader={{ locale, timeZone: actor.timeZone }}
        rows={page.rows.map((row) => ({
          id: row.id,
          customerId: row.customerId,
          name: row.customerName,
          domain: row.customerDomain,
          partners: row.partners.map((partner) => partner.partnerName).join(', ') || '–',
          since: writeTime(row.startedAt, locale, actor.timeZone, 'date'),
          delegatedSince: row.delegatedSince?.toISOString() ?? null,
          agreementDate: row.agreementDate?.toISOString() ?? null,
          country: row.country,
        }))}
        mayOrder={can(actor, 'order.create')}
        page={{ path, kept: { ...kept, after: filter.after, before: filter.before } }}
        openId={open}
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
          page.rows.length > 0 ? null : filter.search ? (
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
