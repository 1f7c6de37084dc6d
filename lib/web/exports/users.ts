import { listCustomerUsers } from '@/lib/domain/customer-users/queries'
import { countryNames } from '@/lib/i18n/country-names'
import type { Export } from '../export'
import { day, text } from './columns'

type List = typeof listCustomerUsers
type Row = Awaited<ReturnType<List>>['rows'][number]

/** A customer's people with the licenses they hold. */
export const usersExport: Export<List['access'], Parameters<List>[1], Row> = {
  operation: listCustomerUsers,
  fileName: 'users',
  title: ({ words }) => words('exports.usersTitle'),
  columns: ({ words, actor }) => {
    const country = countryNames(actor.locale)
    return [
      text(words('exports.userId'), (row) => row.id),
      text(words('exports.fullName'), (row) => row.fullName),
      text(words('exports.userName'), (row) => row.email),
      text(words('exports.role'), (row) => words(`exports.${row.isAdministrator ? 'administrator' : 'person'}`)),
      text(words('exports.status'), (row) =>
        words(`exports.${row.restorableUntil ? 'deleted' : row.isBlocked ? 'blocked' : 'active'}`),
      ),
      text(words('exports.usageLocation'), (row) => row.usageLocation && country.of(row.usageLocation)),
      text(words('exports.licenses'), (row) => row.licenses.map(({ title }) => title).join('; ')),
      day(words('exports.added'), (row) => row.createdAt),
      day(words('exports.restorableUntil'), (row) => row.restorableUntil),
    ]
  },
}
