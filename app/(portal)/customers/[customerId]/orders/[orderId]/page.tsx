import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { type Column, DataTable } from '@/components/data-table'
import { NameCell } from '@/components/name-cell'
import { Notice } from '@/components/notice'
import { ownTotal } from '@/components/order-list'
import { PageHeader } from '@/components/page-header'
import { StatusBadge } from '@/components/status-badge'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { DescriptionList } from '@/components/ui/description-list'
import { LocalTime } from '@/components/ui/local-time'
import { Money } from '@/components/ui/money'
import { getOrder } from '@/lib/domain/orders/queries'
import { findCustomerRecord } from '@/lib/web/customer-record'
import { pickParameters, read, requireActor, type SearchParams } from '@/lib/web/page'

type OrderPageProps = { params: Promise<{ customerId: string; orderId: string }>; searchParams: SearchParams }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('orders'))('order') }
}

/** One order with its lines; after a purchase also the confirmation. */
export default async function OrderPage({ params, searchParams }: OrderPageProps) {
  const { customerId, orderId } = await params
  const { notice } = await pickParameters(searchParams, ['notice'])
  const actor = await requireActor()
  const [order, record, t, terms, catalog, locale] = await Promise.all([
    read(getOrder, { orderId }),
    findCustomerRecord(customerId),
    getTranslations('orders'),
    getTranslations('terms'),
    getTranslations('catalog'),
    getLocale(),
  ])
  const path = `/customers/${customerId}`
  const money = (amount: string | null) => amount && <Money amount={amount} currency={order.currency} />
  const credited = order.lines.filter(({ resellerId }) => resellerId)
  const resellers = [...new Set(credited.map(({ resellerName }) => resellerName ?? t('resellerHidden')))]
  const seesPrices = ownTotal(order.total) !== null
  const prices: Column<(typeof order.lines)[number]>[] = [
    { key: 'unit', header: t('unitPrice'), align: 'end', cell: (line) => money(ownTotal(line.unit)) },
    { key: 'amount', header: t('amount'), align: 'end', cell: (line) => money(ownTotal(line.amount)) },
  ]
  return (
    <>
      <Notice code={notice} />
      <PageHeader
        title={t('orderTitle', { number: order.number })}
        breadcrumbs={[{ href: record ? `${path}/orders` : '/orders', label: t('history') }]}
        badge={<StatusBadge status={order.status} label={t(`state.${order.status}`)} />}
        actions={<CopyButton text={order.number} />}
      />
      <Card className="mb-5">
        <DescriptionList
          items={[
            { term: t('customer'), details: order.customerName },
            {
              term: t('when'),
              details: <LocalTime value={order.createdAt} locale={locale} timeZone={actor.timeZone} />,
            },
            { term: t('by'), details: order.createdByName ?? t('portal') },
            { term: t('resellerOfRecord'), details: resellers.join(', ') || t('noReseller') },
            ...(['list', 'reseller', 'retail'] as const).flatMap((name) => {
              const amount = name === 'reseller' && resellers.length === 0 ? undefined : order.total[name]
              return amount === undefined ? [] : [{ key: name, term: t(`totals.${name}`), details: money(amount) }]
            }),
          ]}
        />
      </Card>
      <DataTable
        caption={t('lines')}
        rows={order.lines}
        rowKey={(line) => String(line.lineNumber)}
        rowName={(line) => line.title}
        columns={[
          {
            key: 'title',
            header: t('offer'),
            cell: (line) => (
              <NameCell
                name={line.subscription.friendlyName ?? line.title}
                href={`${path}/subscriptions/${line.subscriptionId}`}
                detail={t(`transaction.${line.transaction}`)}
              />
            ),
          },
          { key: 'quantity', header: t('quantity'), align: 'end', cell: (line) => line.quantity },
          {
            key: 'term',
            header: t('term'),
            cell: (line) => `${terms(`term.${line.termDuration}`)}, ${catalog(`billed.${line.billingCycle}`)}`,
          },
          ...(seesPrices ? prices : []),
        ]}
      />
      {seesPrices && <p className="mt-3 text-caption text-muted">{t('amountHint')}</p>}
    </>
  )
}
