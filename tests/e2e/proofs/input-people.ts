import { assignment, subscription } from '../../support/subscriptions'
import { person } from '../support/people'
import { servingTogether } from '../support/world'
import { choice, cookieOf, type Door, id, text } from './input-fields'

/** Everything about the people of a customer and their licenses. */
export async function peopleDoors(): Promise<Door[]> {
  const [ours, theirs] = [await clinic(), await clinic()]
  const cookie = await cookieOf(ours.provider.admin)
  const path = `/customers/${ours.customerId}/users`
  const customer = { customerId: id(ours.customerId, theirs.customerId) }
  const one = { ...customer, userId: id(ours.person.id, theirs.person.id) }
  const facts = { displayName: text('Anna Weiss'), role: choice('user') }
  const location = { usageLocation: choice('DE') }
  const everybody = { ...customer, 'userIds[]': id(ours.person.id, theirs.person.id) }
  const license = id(ours.bought.id, theirs.bought.id)
  return [
    {
      action: 'addCustomerUserAction',
      path: `${path}/new`,
      fields: { ...customer, ...facts, ...location, userName: text('anna') },
    },
    {
      action: 'editCustomerUserAction',
      path: `${path}/${ours.person.id}`,
      fields: { ...one, ...facts, usageLocation: { ...choice('DE'), optional: true }, signIn: choice('allowed') },
    },
    {
      action: 'deleteCustomerUserAction',
      path: `${path}/${ours.leaving.id}`,
      fields: { ...customer, userId: id(ours.leaving.id, theirs.leaving.id) },
    },
    { action: 'resetCustomerUserPasswordAction', path: `${path}/${ours.person.id}`, fields: one },
    {
      action: 'restoreCustomerUserAction',
      path,
      fields: { ...customer, userId: id(ours.deleted.id, theirs.deleted.id) },
    },
    {
      action: 'importCustomerUsersAction',
      path: `${path}/upload`,
      fields: { ...customer, ...location, file: text('Display name,User name\nAnna,anna\n') },
    },
    {
      action: 'changeLicensesAction',
      path: `${path}/licenses?user=${ours.person.id}`,
      fields: { ...everybody, 'assign[]': license },
    },
    {
      action: 'changePersonLicensesAction',
      path: `${path}/${ours.person.id}`,
      fields: { ...everybody, 'remove[]': license },
    },
  ].map((door) => ({ ...door, cookie })) as Door[]
}

async function clinic() {
  const { provider, customer } = await servingTogether()
  const of = customer.organization
  const somebody = await person(of, [], { usageLocation: 'DE' })
  const bought = await subscription({ provider: provider.organization, customer: of })
  await assignment(bought, await person(of, []))
  return {
    provider,
    customerId: of.id,
    person: somebody,
    leaving: await person(of, []),
    deleted: await person(of, [], { deletedAt: new Date() }),
    bought,
  }
}
