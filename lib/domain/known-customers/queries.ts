import { DomainError } from '@/lib/core/errors'
import { query } from '@/lib/core/operation'
import { readPage } from '@/lib/core/page'
import { importKnownCustomersInput, knownCustomerInput, listKnownCustomersInput, nothing } from './schema'
import { countUnconnected, judgeFile, searchKnownCustomers, visibleKnownCustomers } from './steps'

const rowFields = {
  id: true,
  name: true,
  sortName: true,
  domain: true,
  microsoftId: true,
  contactName: true,
  contactEmail: true,
  relationship: true,
  importedAt: true,
  importedByName: true,
} as const

/** R8: customers the reseller has elsewhere and is not connected to here, in name order. */
export const listKnownCustomers = query({
  access: 'knownCustomer.manage',
  input: listKnownCustomersInput,
  run: ({ actor, input, db }) =>
    readPage(
      input,
      async (range) => {
        const ids = await searchKnownCustomers(db, input.search, range)
        const found = await db.knownCustomer.findMany({
          where: { AND: [visibleKnownCustomers(actor), { id: { in: ids } }] },
          select: rowFields,
        })
        const byId = new Map(found.map((row) => [row.id, row]))
        return ids.flatMap((id) => byId.get(id) ?? [])
      },
      (row) => ({ sort: row.sortName, id: row.id }),
    ),
})

export const countedAtMost = 1000

/** How many there are, counted to 1,001: a page says "more than 1,000". */
export const getKnownCustomerCount = query({
  access: 'knownCustomer.manage',
  input: nothing,
  run: ({ db }) => countUnconnected(db, countedAtMost + 1),
})

/** @throws DomainError `not_found` */
export const getKnownCustomer = query({
  access: 'knownCustomer.manage',
  input: knownCustomerInput,
  async run({ actor, input, db }) {
    const known = await db.knownCustomer.findFirst({
      where: { AND: [visibleKnownCustomers(actor), { id: input.knownCustomerId }] },
      select: rowFields,
    })
    if (!known) throw new DomainError('not_found')
    return known
  },
})

/**
 * What would become of each row of a file, before anything is stored.
 * @throws DomainError `file_invalid`
 */
export const previewKnownCustomers = query({
  access: 'knownCustomer.manage',
  input: importKnownCustomersInput,
  run: async ({ actor, input, db }) => ({ rows: await judgeFile(db, actor, input.file), file: input.file }),
})
