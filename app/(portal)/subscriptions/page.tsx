import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/empty-state'
import { ExportMenu } from '@/components/export-menu'
import { FilterBar } from '@/components/filter-bar'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { SubscriptionTable } from '@/components/subscription-table'
import { subscriptionStatuses } from '@/lib/domain/subscriptions/life-cycle'
import { listSubscriptions } from '@/lib/domain/subscriptions/queries'
import { families } from '@/lib/domain/subscriptions/schema'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'

const path = '/subscriptions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('subscriptions'))('title') }
}

/** Everything one's own organization sells, is reseller of record of, or has bought. */
export default async function SubscriptionsPage({ searchParams }: { searchParams: SearchParams }) {
  const { after, before, ...filter } = await pickParameters(searchParams, [
    'search',
    'status',
    'family',
    'reseller',
    'after',
    'before',
  ])
  const actor = await requireActor()
  const [page, t] = await Promise.all([
    read(listSubscriptions, { ...filter, after, before } as object),
    getTranslations('subscriptions'),
  ])
  const ofOneCustomer = actor.organizationKind === 'customer'
  const filtered = Object.keys(filter).length > 0
  return (
    <>
      <PageHeader title={t('title')} description={t(ofOneCustomer ? 'hintCustomer' : 'hint')} />
      <SubscriptionTable
        caption={t('title')}
        rows={page.rows}
        ofOneCustomer={ofOneCustomer}
        toolbar={<Toolbar filter={filter} resellers={page.resellers} filtered={filtered} />}
        footer={
          <Pagination
            shown={page.rows.length}
            previousHref={page.previous && hrefWith(path, filter, { before: page.previous })}
            nextHref={page.next && hrefWith(path, filter, { after: page.next })}
          />
        }
        empty={
          filtered ? (
            <EmptyState illustration="search" title={t('nothingFound')} />
          ) : (
            <EmptyState title={t('none')} description={t('noneHint')} />
          )
        }
      />
    </>
  )
}

type ToolbarProps = {
  filter: Partial<Record<'search' | 'status' | 'family' | 'reseller', string>>
  resellers: readonly { id: string; name: string }[]
  filtered: boolean
}

async function Toolbar({ filter, resellers, filtered }: ToolbarProps) {
  const [t, terms] = await Promise.all([getTranslations('subscriptions'), getTranslations('terms')])
  const statuses = subscriptionStatuses.map((value) => ({ value, label: terms(`subscriptionStatus.${value}`) }))
  const kinds = families.map((value) => ({ value, label: terms(`family.${value}`) }))
  const partners = resellers.map(({ id, name }) => ({ value: id, label: name }))
  const choose = (name: 'status' | 'family' | 'reseller', label: string, all: string, options: typeof partners) => ({
    name,
    label,
    value: filter[name] ?? '',
    options: [{ value: '', label: all }, ...options],
  })
  return (
    <FilterBar
      action={path}
      search={{ label: t('search'), value: filter.search ?? '' }}
      filters={[
        choose('status', t('filterByStatus'), t('allStatuses'), statuses),
        choose('family', t('filterByFamily'), t('allFamilies'), kinds),
        ...(partners.length > 0 ? [choose('reseller', t('filterByReseller'), t('allResellers'), partners)] : []),
      ]}
      {...(filtered ? { clearHref: path } : {})}
      actions={<ExportMenu path={`${path}/export`} filter={filter} label="subscriptions" />}
    />
  )
}
