import { relations } from '../neighbourhood'
import type { Row } from './row'
import { always, beyond, empty, foundOnly, self } from './targets'

const customerOf = (cell: Parameters<Row['input']>[0]) => ({
  customerId: cell.neighbour?.customer.id ?? cell.world.me.id,
})

export const catalogRows: Row[] = [
  {
    operation: 'catalog.importCatalog',
    access: 'catalog.import',
    relations: self,
    // A file that is right would withdraw every offer that others have written beside this test.
    input: () => ({ content: '' }),
    answers: always('file_invalid'),
  },
  { operation: 'catalog.getCatalogState', access: 'catalog.import', relations, input: empty },
  ...['', 'offer'].map(
    (search): Row => ({
      operation: 'catalog.listOffers',
      of: search,
      access: 'catalog.view',
      relations,
      input: () => ({ search }),
    }),
  ),
  {
    operation: 'catalog.listOffersForCustomer',
    of: 'itself',
    access: 'catalog.view',
    relations: self,
    input: customerOf,
    answers: ({ world }) => (world.me.kind === 'customer' ? 'ok' : 'not_found'),
  },
  {
    operation: 'catalog.listOffersForCustomer',
    access: 'catalog.view',
    relations: beyond,
    input: customerOf,
    answers: (cell) => (cell.world.me.kind === 'customer' ? 'not_found' : foundOnly('active')(cell)),
  },
]
