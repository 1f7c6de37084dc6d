import { visiblePrices } from '@/lib/domain/catalog/rules'
import { listOrders } from '@/lib/domain/orders/queries'
import type { Export } from '../export'
import { amount, moment, text } from './columns'

type List = typeof listOrders
type Row = Awaited<ReturnType<List>>['rows'][number]

/** Orders with the totals that the reader may see; of one customer where the path names it. */
export const ordersExport: Export<List['access'], Parameters<List>[1], Row> = {
  operation: listOrders,
  fileName: 'orders',
  title: ({ words }) => words('orders.title'),
  columns: ({ words, actor }) => [
    text(words('orders.number'), (row) => row.number),
    moment(words('exports.dateAndTime', { zone: actor.timeZone }), (row) => row.createdAt),
    text(words('customers.microsoftId'), (row) => row.customerId),
    text(words('orders.customer'), (row) => row.customerName),
    text(words('exports.orderType'), (row) => words(`orders.type.${row.transactionType}`)),
    text(words('orders.status'), (row) => words(`orders.state.${row.status}`)),
    text(words('orders.by'), (row) => row.createdByName ?? words('orders.portal')),
    text(words('exports.currency'), (row) => row.currency),
    ...visiblePrices(actor).map((name) => amount<Row>(words(`orders.totals.${name}`), (row) => row.total[name])),
  ],
}
