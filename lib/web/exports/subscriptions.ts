import { day } from '@/lib/core/clock'
import { listSubscriptions } from '@/lib/domain/subscriptions/queries'
import type { Export } from '../export'
import { number, text, utcDay } from './columns'

type List = typeof listSubscriptions
type Row = Awaited<ReturnType<List>>['rows'][number]

/** Subscriptions, beginning with the columns of the product's own file (spec 6); of one customer where the path names it. */
export const subscriptionsExport: Export<List['access'], Parameters<List>[1], Row> = {
  operation: listSubscriptions,
  fileName: 'subscriptions',
  title: ({ words }) => words('exports.subscriptionsTitle'),
  columns: ({ words }) => [
    text(words('exports.subscriptionId'), (row) => row.id),
    text(words('exports.subscription'), (row) => row.friendlyName ?? row.title),
    number(words('exports.quantity'), (row) => row.quantity),
    text(words('exports.state'), (row) => words(`terms.subscriptionStatus.${row.status}`)),
    text(words('exports.resellerOfRecord'), (row) => row.resellerName),
    text(words('customers.microsoftId'), (row) => row.customerId),
    text(words('exports.companyName'), (row) => row.customerName),
    text(words('exports.offer'), (row) => row.title),
    text(words('exports.family'), (row) => words(`terms.family.${row.family}`)),
    number(words('exports.assigned'), (row) => row.assigned),
    text(words('exports.trial'), (row) => words(`exports.${row.isTrial ? 'yes' : 'no'}`)),
    text(words('exports.autoRenew'), (row) => words(`exports.${row.autoRenew ? 'yes' : 'no'}`)),
    // Terms end at the midnight after their last day, in UTC.
    utcDay(words('exports.termEnds'), (row) => new Date(row.termEndsAt.getTime() - day)),
    text(words('exports.baseSubscription'), (row) => row.parentId),
  ],
}
