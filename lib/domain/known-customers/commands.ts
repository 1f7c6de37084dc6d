import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { importKnownCustomersInput, knownCustomerInput, knownCustomerLimit, nothing } from './schema'
import { judgeFile, store, visibleKnownCustomers } from './steps'

/**
 * R8: stores the customers of a file that are no customers here yet; those known already are brought up to date. Rows
 * that cannot be read are left out and named.
 * @throws DomainError `file_invalid`, `known_customers_full`
 */
export const importKnownCustomers = command({
  access: 'knownCustomer.manage',
  input: importKnownCustomersInput,
  async run({ actor, input, db, audit, repeats }) {
    const rows = await judgeFile(db, actor, input.file)
    const of = (verdict: string) => rows.filter((row) => row.verdict === verdict)
    const [created, updated] = [of('added'), of('updated')]
    const before = await db.knownCustomer.count({ where: visibleKnownCustomers(actor), take: knownCustomerLimit + 1 })
    if (created.length > 0 && before + created.length > knownCustomerLimit)
      throw new DomainError('known_customers_full', { parameters: { limit: knownCustomerLimit } })
    await store(db, actor, [...created, ...updated])
    if (created.length + updated.length === 0) repeats()
    else await audit('knownCustomer.imported', { created: created.length, updated: updated.length })
    return { rows }
  },
})

/** @throws DomainError `not_found` */
export const removeKnownCustomer = command({
  access: 'knownCustomer.manage',
  input: knownCustomerInput,
  async run({ actor, input, db, audit }) {
    const { knownCustomerId } = input
    const where = { AND: [visibleKnownCustomers(actor), { id: knownCustomerId }] }
    const known = await db.knownCustomer.findFirst({ where, select: { name: true } })
    const { count } = await db.knownCustomer.deleteMany({ where })
    if (!known || count !== 1) throw new DomainError('not_found')
    await audit('knownCustomer.removed', { knownCustomerId, title: known.name })
  },
})

/** Forgets all of them. */
export const clearKnownCustomers = command({
  access: 'knownCustomer.manage',
  input: nothing,
  async run({ actor, db, audit }) {
    const { organizationId: resellerId } = actor
    const { count } = await db.knownCustomer.deleteMany({
      where: { AND: [visibleKnownCustomers(actor), { resellerId }] },
    })
    await audit('knownCustomer.cleared', { removed: count })
  },
})
