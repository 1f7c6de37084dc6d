import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { concerning, findAdministeredCustomer, holdSubscriptions } from '../customer-users/steps'
import { changeLicensesInput } from './schema'
import { assignLicenses, findSubscriptions, holdPeople, type LicensedPerson, removeLicenses } from './steps'

/**
 * Assigns licenses to one or many people and takes others back, all or nothing. Licenses that are named in neither list
 * stay with whoever has them (complaint 20: nothing is wiped).
 * @throws DomainError `not_found`, `delegation_missing`, `usage_location_missing`, `subscription_not_active`, `no_license_left`
 */
export const changeLicenses = command({
  access: 'license.assign',
  input: changeLicensesInput,
  async run({ actor, input, db, audit }) {
    const { assign, remove, userIds } = input
    const customer = await findAdministeredCustomer(db, actor, input.customerId)
    const people = await holdPeople(db, actor, customer.id, userIds)
    if (assign.length > 0) assertLocated(people)
    await holdSubscriptions(db, [...assign, ...remove].sort())
    const subscriptions = await findSubscriptions(db, actor, customer.id, [...assign, ...remove])
    const changes: { subscriptionId: string; title: string; assigned: number; removed: number }[] = []
    for (const subscription of subscriptions) {
      const change = { actor, customerId: customer.id, subscription, userIds }
      const removed = remove.includes(subscription.id) ? await removeLicenses(db, change) : 0
      const assigned = assign.includes(subscription.id) ? await assignLicenses(db, change) : 0
      const title = subscription.friendlyName ?? subscription.title
      changes.push({ subscriptionId: subscription.id, title, assigned, removed })
    }
    // Pressed twice, the second time changes nothing; that it was asked for stands in the record all the same.
    const made = changes.filter(({ assigned, removed }) => assigned + removed > 0)
    for (const details of made.length > 0 ? made : changes.slice(0, 1))
      await audit('license.changed', details, concerning(actor, customer))
    return { customerId: customer.id, userIds, changes: made }
  },
})

// Spec 3.13: which services may be used depends on where a person works.
function assertLocated(people: LicensedPerson[]): void {
  const without = people.filter(({ usageLocation }) => !usageLocation).map(({ fullName }) => fullName)
  if (without.length === 0) return
  const name = without.length > 3 ? `${without.slice(0, 3).join(', ')} …` : without.join(', ')
  throw new DomainError('usage_location_missing', { parameters: { name } })
}
