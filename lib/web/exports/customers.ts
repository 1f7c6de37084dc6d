import { listCustomers } from '@/lib/domain/customers/queries'
import { countryNames } from '@/lib/i18n/country-names'
import type { Export } from '../export'
import { day, type Reader, text } from './columns'

type List = typeof listCustomers
type Row = Awaited<ReturnType<List>>['rows'][number]

/** Customers with the columns the product's own file begins with (spec 6). */
export const customersExport: Export<List['access'], Parameters<List>[1], Row> = {
  operation: listCustomers,
  fileName: 'customers',
  title: ({ words }) => words('customers.title'),
  columns: ({ words, actor }: Reader) => {
    const country = countryNames(actor.locale)
    const provider = actor.organizationKind === 'provider'
    return [
      text(words('customers.microsoftId'), (row) => row.customerId),
      text(words('exports.companyName'), (row) => row.customerName),
      text(words('exports.primaryDomain'), (row) => row.customerDomain),
      text(words('exports.relationship'), (row) =>
        words(`exports.${row.delegatedSince ? 'resellerWithDelegation' : 'reseller'}`),
      ),
      text(words(`customers.${provider ? 'indirectReseller' : 'indirectProvider'}`), (row) =>
        row.partners.map(({ partnerName }) => partnerName).join(', '),
      ),
      text(words('customers.country'), (row) => country.of(row.country)),
      day(words('customers.relationshipSince'), (row) => row.startedAt),
      day(words('customers.delegatedSince'), (row) => row.delegatedSince),
      day(words('customers.agreementDate'), (row) => row.agreementDate),
    ]
  },
}
