import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { lastDayText } from '@/lib/i18n/days'
import type { SubscriptionRow } from '@/lib/web/subscription-view'
import { type Column, DataTable } from './data-table'
import { NameCell } from './name-cell'
import { StatusBadge } from './status-badge'
import { TextLink } from './ui/text-link'

type SubscriptionTableProps = {
  caption: string
  rows: readonly SubscriptionRow[]
  /** In the record of one customer its name goes without saying. */
  ofOneCustomer?: boolean
  toolbar?: ReactNode
  footer?: ReactNode
  empty: ReactNode
}

/** Spec 1.D: name, quantity, status, reseller; and what happens next by itself. */
export function SubscriptionTable({ ofOneCustomer = false, ...table }: SubscriptionTableProps) {
  const [t, terms] = [useTranslations('subscriptions'), useTranslations('terms')]
  const next = useNext()
  const quantity = ({ assigned, quantity: all }: SubscriptionRow) => t('assignedOf', { assigned, quantity: all })
  const customer: Column<SubscriptionRow> = {
    key: 'customer',
    header: t('customer'),
    cell: (row) =>
      row.recordOpens ? (
        <TextLink href={`/customers/${row.customerId}`} look="plain">
          {row.customerName}
        </TextLink>
      ) : (
        row.customerName
      ),
  }
  return (
    <DataTable
      {...table}
      rowKey={(row) => row.id}
      rowName={(row) => row.friendlyName ?? row.title}
      columns={[
        { key: 'name', header: t('subscription'), cell: (row) => <SubscriptionName row={row} /> },
        ...(ofOneCustomer ? [] : [customer]),
        { key: 'quantity', header: t('quantity'), align: 'end', cell: quantity },
        {
          key: 'status',
          header: t('status'),
          cell: (row) => <StatusBadge status={row.status} label={terms(`subscriptionStatus.${row.status}`)} />,
        },
        { key: 'reseller', header: t('reseller'), cell: (row) => row.resellerName ?? '–' },
        { key: 'term', header: t('term'), cell: next },
      ]}
    />
  )
}

function SubscriptionName({ row }: { row: SubscriptionRow }) {
  const [t, terms] = [useTranslations('subscriptions'), useTranslations('terms')]
  const kind = [row.parentId ? t('addOnOf') : null, row.isTrial ? t('trial') : null, terms(`family.${row.family}`)]
  const detail = [...kind, row.friendlyName ? row.title : null].filter(Boolean).join(' · ')
  const href = `/customers/${row.customerId}/subscriptions/${row.id}`
  const name = <NameCell name={row.friendlyName ?? row.title} href={href} detail={detail} />
  return row.parentId ? <div className="border-border border-l-2 pl-3">{name}</div> : name
}

/** Complaint 2: nobody should have to guess whether a subscription renews. */
function useNext(): (row: SubscriptionRow) => string {
  const t = useTranslations('subscriptions')
  const locale = useLocale()
  return ({ status, autoRenew, isTrial, termEndsAt }) => {
    const day = lastDayText(termEndsAt, locale)
    if (status === 'active') return t(autoRenew && !isTrial ? 'renewsAfter' : 'endsOn', { day })
    return status === 'suspended' ? t('endsOn', { day }) : t('endedOn', { day })
  }
}
