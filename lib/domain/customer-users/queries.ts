import type { Actor } from '@/lib/access/permissions'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { query } from '@/lib/core/operation'
import { byName, readPage } from '@/lib/core/page'
import { containing } from '@/lib/core/sort-name'
import { isAdministrator, restorableUntil } from './rules'
import { customerUserInput, listCustomerUsersInput, type PersonFilter } from './schema'
import { administeredPeople, findAdministeredCustomer, restorable } from './steps'

const personFields = {
  id: true,
  fullName: true,
  sortName: true,
  email: true,
  roles: true,
  usageLocation: true,
  disabledAt: true,
  deletedAt: true,
  createdAt: true,
} as const

/** More deleted people than this are not counted: the tab says "more than". */
const countedAtMost = 100

/**
 * Everybody of a customer, also those without a license from this portal, in name order (spec 1.D).
 * @throws DomainError `not_found`, `delegation_missing`
 */
export const listCustomerUsers = query({
  access: 'customerUser.list',
  input: listCustomerUsersInput,
  async run({ actor, input, db }) {
    const { id, name, domain } = await findAdministeredCustomer(db, actor, input.customerId)
    const matching = { AND: [administeredPeople(actor), { organizationId: id }, filtered(input.filter)] }
    const page = await readPage(
      input,
      (range) => {
        const { where, orderBy, take } = byName('sortName', range)
        return db.user.findMany({
          where: { AND: [matching, containing(input.search), where] },
          orderBy,
          take,
          select: { ...personFields, assignments: licenseFields },
        })
      },
      (row) => ({ sort: row.sortName, id: row.id }),
    )
    const { rows, ...neighbours } = page
    const deleted = await countDeleted(db, actor, id)
    return { customer: { id, name, domain }, rows: rows.map(asRow), ...neighbours, ...deleted }
  },
})

const licenseFields = {
  orderBy: { id: 'asc' },
  take: 20,
  select: { subscription: { select: { id: true, title: true, friendlyName: true } } },
} as const

function filtered(filter: PersonFilter = 'all') {
  if (filter === 'deleted') return restorable()
  const licensed = { licensed: { some: {} }, unlicensed: { none: {} } }
  return { deletedAt: null, ...(filter === 'all' ? {} : { assignments: licensed[filter] }) }
}

async function countDeleted(db: Database, actor: Actor, customerId: string) {
  const deleted = await db.user.findMany({
    where: { AND: [administeredPeople(actor), { organizationId: customerId }, restorable()] },
    take: countedAtMost + 1,
    select: { id: true },
  })
  return { deleted: Math.min(deleted.length, countedAtMost), moreDeleted: deleted.length > countedAtMost }
}

interface PersonRow {
  id: string
  fullName: string
  email: string
  roles: Parameters<typeof isAdministrator>[0]['roles']
  usageLocation: string | null
  disabledAt: Date | null
  deletedAt: Date | null
  createdAt: Date
}

function asPerson({ id, fullName, email, usageLocation, createdAt, deletedAt, ...row }: PersonRow) {
  return {
    id,
    fullName,
    email,
    usageLocation,
    createdAt,
    isAdministrator: isAdministrator(row),
    isBlocked: row.disabledAt !== null,
    restorableUntil: deletedAt && restorableUntil(deletedAt),
  }
}

type Held = { subscription: { id: string; title: string; friendlyName: string | null } }

function asRow({ assignments, ...row }: PersonRow & { assignments: Held[] }) {
  const licenses = assignments.map(({ subscription: { id, title, friendlyName } }) => ({
    subscriptionId: id,
    title: friendlyName ?? title,
  }))
  return { ...asPerson(row), licenses }
}

/**
 * One person of a customer, deleted or not.
 * @throws DomainError `not_found`, `delegation_missing`
 */
export const getCustomerUser = query({
  access: 'customerUser.list',
  input: customerUserInput,
  async run({ actor, input, db }) {
    const customer = await findAdministeredCustomer(db, actor, input.customerId)
    const person = await db.user.findFirst({
      where: {
        AND: [
          administeredPeople(actor),
          { id: input.userId, organizationId: customer.id, OR: [{ deletedAt: null }, restorable()] },
        ],
      },
      select: { ...personFields, assignments: licenseFields },
    })
    if (!person) throw new DomainError('not_found')
    return {
      customer: { id: customer.id, name: customer.name, domain: customer.domain },
      isOwnAccount: actor.userId === person.id,
      ...asRow(person),
    }
  },
})
