import { listKnownCustomers } from '@/lib/domain/known-customers/queries'
import type { Export } from '../export'
import { day, type Reader, text } from './columns'

type List = typeof listKnownCustomers
type Row = Awaited<ReturnType<List>>['rows'][number]

/** Known customers with the columns of the product's own file (spec 6), so that another portal, or this one, can read it. */
export const knownCustomersExport: Export<List['access'], Parameters<List>[1], Row> = {
  operation: listKnownCustomers,
  fileName: 'known-customers',
  title: ({ words }) => words('knownCustomers.title'),
  columns: ({ words }: Reader) => [
    text(words('customers.microsoftId'), (row) => row.microsoftId),
    text(words('exports.companyName'), (row) => row.name),
    text(words('exports.primaryDomain'), (row) => row.domain),
    text(words('exports.relationship'), (row) => row.relationship),
    text(words('knownCustomers.contactName'), (row) => row.contactName),
    text(words('knownCustomers.upload.column.contactEmail'), (row) => row.contactEmail),
    day(words('knownCustomers.imported'), (row) => row.importedAt),
  ],
}
