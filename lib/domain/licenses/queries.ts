import { type Actor, can } from '@/lib/access/permissions'
import { DomainError } from '@/lib/core/errors'
import { query } from '@/lib/core/operation'
import { toSortName } from '@/lib/core/sort-name'
import { findAdministeredCustomer } from '../customer-users/steps'
import { visibleSubscriptions } from '../orders/scopes'
import { lackingPermission } from '../subscriptions/rules'
import type { Family } from '../subscriptions/schema'
import { listLicensesInput } from './schema'
import { findPeople } from './steps'

/**
 * Licenses of a customer's subscriptions, and how many of the people asked about hold each.
 * @throws DomainError `not_found`, `delegation_missing`
 */
export const listLicenses = query({
  access: 'customerUser.list',
  input: listLicensesInput,
  async run({ actor, input, db }) {
    const { id, name } = await findAdministeredCustomer(db, actor, input.customerId)
    const people = await findPeople(db, actor, id, input.userIds)
    if (people.length < input.userIds.length) throw new DomainError('not_found')
    const among = { userId: { in: input.userIds } }
    const subscriptions = await db.subscription.findMany({
      where: {
        AND: [
          visibleSubscriptions(actor),
          { customerId: id, OR: [{ status: { in: ['active', 'suspended'] } }, { assignments: { some: among } }] },
        ],
      },
      orderBy: [{ title: 'asc' }, { id: 'asc' }],
      take: 200,
      select: {
        id: true,
        providerId: true,
        family: true,
        offer: { select: { minQuantity: true, maxQuantity: true } },
        title: true,
        friendlyName: true,
        status: true,
        isTrial: true,
        quantity: true,
        assigned: true,
        _count: { select: { assignments: { where: among } } },
      },
    })
    const licenses = subscriptions.map((row) => asLicense(row, actor))
    licenses.sort((one, other) => toSortName(one.title).localeCompare(toSortName(other.title)))
    return { customer: { id, name }, people, subscriptions: licenses }
  },
})

interface SubscriptionRow {
  id: string
  providerId: string
  family: Family
  offer: { minQuantity: number; maxQuantity: number }
  title: string
  friendlyName: string | null
  status: string
  isTrial: boolean
  quantity: number
  assigned: number
  _count: { assignments: number }
}

function asLicense(row: SubscriptionRow, actor: Actor) {
  const { id, title, friendlyName, status, isTrial, quantity, assigned, _count } = row
  return {
    id,
    more: moreOf(row, actor),
    title: friendlyName ?? title,
    /** The name of the offer where a nickname hides it. */
    offer: friendlyName ? title : null,
    status,
    isTrial,
    total: quantity,
    assigned,
    available: quantity - assigned,
    /** By how many of the people. */
    held: _count.assignments,
  }
}

/** How more of them are had: its seller changes their number, everybody else asks for them (spec 0.6). Null where there cannot be more. */
function moreOf(
  { providerId, status, quantity, offer, family }: SubscriptionRow,
  actor: Actor,
): 'change' | 'ask' | null {
  if (status !== 'active' || quantity >= offer.maxQuantity) return null
  if (providerId === actor.organizationId)
    return lackingPermission('changeQuantity', { family }, actor) ? null : 'change'
  return can(actor, 'purchaseRequest.create') ? 'ask' : null
}
