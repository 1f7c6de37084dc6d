import { listIncentives } from '@/lib/domain/incentives/queries'
import type { Export } from '../export'
import { amount, text } from './columns'

type List = typeof listIncentives
type Row = Awaited<ReturnType<List>>['rows'][number]

/** Credit of a month by subscription and reseller of record. */
export const incentivesExport: Export<List['access'], Parameters<List>[1], Row> = {
  operation: listIncentives,
  fileName: 'incentives',
  title: ({ words }) => words('incentives.title'),
  columns: ({ words }) => [
    text(words('incentives.month'), (row) => row.month),
    text(words('exports.subscriptionId'), (row) => row.subscriptionId),
    text(words('incentives.subscription'), (row) => row.title),
    text(words('customers.microsoftId'), (row) => row.customerId),
    text(words('incentives.customer'), (row) => row.customerName),
    text(words('incentives.family'), (row) => words(`terms.family.${row.family}`)),
    text(words('incentives.reseller'), (row) => row.resellerName),
    text(words('exports.currency'), (row) => row.currency),
    amount(words('incentives.billed'), (row) => row.billed),
    amount(words('incentives.rate'), (row) => row.rate),
    amount(words('incentives.credit'), (row) => row.credit),
  ],
}
