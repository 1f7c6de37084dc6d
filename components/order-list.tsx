import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Column, DataTable } from './data-table'
import { NameCell } from './name-cell'
import { StatusBadge } from './status-badge'
import { LocalTime } from './ui/local-time'
import { Money } from './ui/money'

export interface OrderRow {
  id: string
  number: string
  customerId: string
  customerName: string
  status: 'pending' | 'completed' | 'cancelled'
  transactionType: 'UserPurchase' | 'SystemPurchase'
  currency: string
  total: Partial<Record<'list' | 'reseller' | 'retail', string>>
  createdByName: string | null
  createdAt: Date
}

type OrderListProps = {
  rows: readonly OrderRow[]
  timeZone: string
  /** In the record of one customer its name goes without saying. */
  ofOneCustomer?: boolean
  toolbar?: ReactNode
  footer?: ReactNode
  empty: ReactNode
}

/** The history of orders, newest first. */
export function OrderList({ rows, timeZone, ofOneCustomer = false, toolbar, footer, empty }: OrderListProps) {
  const t = useTranslations('orders')
  const locale = useLocale()
  const total: Column<OrderRow> = {
    key: 'total',
    header: t('total'),
    align: 'end',
    cell: (row) => <Money amount={ownTotal(row.total) ?? '0.00'} currency={row.currency} />,
  }
  const customer: Column<OrderRow> = { key: 'customer', header: t('customer'), cell: (row) => row.customerName }
  return (
    <DataTable
      caption={t('title')}
      rows={rows}
      rowKey={(row) => row.id}
      rowName={(row) => row.number}
      columns={[
        {
          key: 'number',
          header: t('number'),
          cell: (row) => (
            <NameCell
              name={row.number}
              href={`/customers/${row.customerId}/orders/${row.id}`}
              detail={t(`type.${isGivenBack(row) ? 'givenBack' : row.transactionType}`)}
            />
          ),
        },
        ...(ofOneCustomer ? [] : [customer]),
        {
          key: 'when',
          header: t('when'),
          cell: (row) => <LocalTime value={row.createdAt} locale={locale} timeZone={timeZone} />,
        },
        { key: 'by', header: t('by'), cell: (row) => row.createdByName ?? t('portal') },
        ...(rows.some((row) => ownTotal(row.total)) ? [total] : []),
        {
          key: 'status',
          header: t('status'),
          cell: (row) => <StatusBadge status={row.status} label={t(`state.${row.status}`)} />,
        },
      ]}
      toolbar={toolbar}
      footer={footer}
      empty={empty}
    />
  )
}

/** What the reader's own organization pays: the price furthest upstream that they may see; null for who sees none. */
export function ownTotal({ list, reseller, retail }: OrderRow['total']): string | null {
  return list ?? reseller ?? retail ?? null
}

/** A cancellation or fewer licenses: an order, too, but no purchase. */
function isGivenBack({ total }: OrderRow): boolean {
  return ownTotal(total)?.startsWith('-') ?? false
}
