import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DataTable } from '@/components/data-table'
import { EmptyState } from '@/components/empty-state'
import { ExportMenu } from '@/components/export-menu'
import { FilterBar } from '@/components/filter-bar'
import { NameCell } from '@/components/name-cell'
import { PageHeader } from '@/components/page-header'
import { Pagination } from '@/components/pagination'
import { PermittedLink } from '@/components/permitted-link'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { Money } from '@/components/ui/money'
import { clock } from '@/lib/core/clock'
import { listIncentives } from '@/lib/domain/incentives/queries'
import { firstDayOf, recentMonths, totalsOf } from '@/lib/domain/incentives/rules'
import { hrefWith, pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'

const path = '/incentives'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('incentives'))('title') }
}

type Incentives = Awaited<ReturnType<typeof listIncentives>>

/** Issue point 7: credit per subscription and month, of the reseller itself or of all resellers of a provider. */
export default async function IncentivesPage({ searchParams }: { searchParams: SearchParams }) {
  const given = await pickParameters(searchParams, ['month', 'reseller', 'after', 'before'])
  const actor = await requireActor()
  const [page, t, locale] = await Promise.all([read(listIncentives, given), getTranslations('incentives'), getLocale()])
  const provider = actor.organizationKind === 'provider'
  const filter = { month: page.month, reseller: given.reseller }
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t(provider ? 'hintProvider' : 'hintReseller')}
        actions={
          provider ? (
            <PermittedLink
              actor={actor}
              permission="resellerOfRecord.set"
              href={`${path}/missing`}
              label={t('findMissing')}
            />
          ) : null
        }
      />
      <Totals page={page} month={monthLabel(page.month, locale)} />
      <IncentiveTable
        page={page}
        provider={provider}
        toolbar={
          <FilterBar
            action={path}
            filters={await filtersOf(page, provider, given.reseller, locale)}
            {...(given.reseller ? { clearHref: hrefWith(path, { month: page.month }, {}) } : {})}
            actions={<ExportMenu path={`${path}/export`} filter={filter} label="incentives" />}
          />
        }
        previousHref={page.previous && hrefWith(path, filter, { before: page.previous })}
        nextHref={page.next && hrefWith(path, filter, { after: page.next })}
      />
    </>
  )
}

function monthLabel(month: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(firstDayOf(month))
}

async function filtersOf(page: Incentives, provider: boolean, reseller: string | undefined, locale: string) {
  const t = await getTranslations('incentives')
  // An older month that was asked for by address stays in the list.
  const months = [...new Set([...recentMonths(clock.now()), page.month])]
  return [
    {
      name: 'month',
      label: t('month'),
      value: page.month,
      options: months.map((month) => ({ value: month, label: monthLabel(month, locale) })),
    },
    ...(provider
      ? [
          {
            name: 'reseller',
            label: t('filterByReseller'),
            value: reseller ?? '',
            options: [
              { value: '', label: t('allResellers') },
              ...page.resellers.map(({ id, name }) => ({ value: id, label: name })),
            ],
          },
        ]
      : []),
  ]
}

async function Totals({ page, month }: { page: Incentives; month: string }) {
  const t = await getTranslations('incentives')
  if (page.totals.length === 0) return null
  return (
    <Card className="mb-5" aria-label={t('totalCredit', { month })}>
      <DescriptionList
        items={page.totals.flatMap(({ currency, billed, credit }) => [
          {
            key: `credit ${currency}`,
            term: t('totalCredit', { month }),
            details: (
              <span className="font-semibold text-subtitle">
                <Money amount={credit} currency={currency} />
              </span>
            ),
          },
          {
            key: `billed ${currency}`,
            term: t('totalBilled', { month }),
            details: <Money amount={billed} currency={currency} />,
          },
        ])}
      />
    </Card>
  )
}

type TableProps = {
  page: Incentives
  provider: boolean
  toolbar: React.ReactNode
  previousHref: string | null
  nextHref: string | null
}

async function IncentiveTable({ page, provider, toolbar, previousHref, nextHref }: TableProps) {
  const [t, terms, locale] = await Promise.all([getTranslations('incentives'), getTranslations('terms'), getLocale()])
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  return (
    <DataTable
      caption={t('title')}
      rows={page.rows}
      rowKey={(row) => row.subscriptionId + row.resellerId}
      rowName={(row) => row.title}
      columns={[
        {
          key: 'subscription',
          header: t('subscription'),
          cell: (row) => <NameCell name={row.title} detail={row.customerName} />,
        },
        { key: 'family', header: t('family'), cell: (row) => terms(`family.${row.family}`), hideOnPhone: true },
        ...(provider ? [{ key: 'reseller', header: t('reseller'), cell: (row: Row) => row.resellerName }] : []),
        {
          key: 'billed',
          header: t('billed'),
          align: 'end',
          cell: (row) => <Money amount={row.billed} currency={row.currency} />,
        },
        { key: 'rate', header: t('rate'), align: 'end', cell: (row) => percent.format(row.rate as `${number}`) },
        {
          key: 'credit',
          header: t('credit'),
          align: 'end',
          cell: (row) => <Money amount={row.credit} currency={row.currency} />,
        },
      ]}
      toolbar={toolbar}
      footer={
        <>
          {page.rows.length > 0 ? (
            <p className="flex flex-wrap justify-end gap-x-3 border-border border-t px-3 py-2.5 text-muted">
              {t('onThisPage')}
              {totalsOf(page.rows).map(({ currency, credit }) => (
                <Money key={currency} amount={credit} currency={currency} />
              ))}
            </p>
          ) : null}
          <Pagination shown={page.rows.length} previousHref={previousHref} nextHref={nextHref} />
        </>
      }
      empty={<EmptyState title={t('none')} description={t('noneHint')} />}
    />
  )
}

type Row = Incentives['rows'][number]
