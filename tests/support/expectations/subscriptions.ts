import { uuidv7 } from 'uuidv7'
import { relations } from '../neighbourhood'
import { organization } from '../organizations'
import { rows } from '../owner'
import { matrixAllows } from '../role-matrix'
import { type OfferChoices, offer, type SubscriptionChoices, subscription } from '../subscriptions'
import type { Cell, Row } from './row'
import { afterTheEnd, soldBefore } from './sold'
import { empty, self } from './targets'

// Seen by provider, customer, reseller of record and whoever administers the customer; sold by its provider alone (0.6).

/** The parties of the subscription that is reached for in a cell. */
async function partiesOf({ world, neighbour }: Cell) {
  const { me, neighbours } = world
  if (me.kind === 'provider') {
    if (!neighbour) return { provider: me, customer: neighbours.active.customer }
    return { provider: await organization('provider'), customer: neighbour.customer }
  }
  if (me.kind === 'reseller') {
    const { partner: provider, customer } = neighbour ?? neighbours.active
    return neighbour ? { provider, customer } : { provider, customer, reseller: me }
  }
  const customer = !neighbour && me.kind === 'customer' ? me : (neighbour ?? neighbours.stranger).customer
  return { provider: await organization('provider'), customer }
}

type More = Omit<SubscriptionChoices, 'provider' | 'customer' | 'offer'> & { offer?: OfferChoices }

const written = async (cell: Cell, more: More = {}) =>
  subscription({ ...(await partiesOf(cell)), ...more, offer: { family: 'azure', ...more.offer } })

const on =
  (fields: object = {}, more: More = {}) =>
  async (cell: Cell) => ({ subscriptionId: (await written(cell, more)).id, ...fields })

const sees = ({ world, relation }: Cell) =>
  relation === 'own' ? world.me.kind !== 'operator' : relation === 'active' && world.me.kind !== 'customer'
const sells = ({ world, relation }: Cell) => relation === 'own' && world.me.kind === 'provider'
const ifSeen = (cell: Cell) => (sees(cell) ? ('ok' as const) : ('not_found' as const))
const ifSold = (cell: Cell) => (sells(cell) ? ('ok' as const) : ('not_found' as const))
/** Spec 2.1: for the Office 365 family a Helpdesk agent is not enough. */
const ifAboveHelpdesk = (cell: Cell) => {
  const { caller } = cell
  const may = caller?.roles.some((role) =>
    matrixAllows('subscription.administerOffice365', caller.organizationKind, role),
  )
  return sees(cell) && !may ? ('role_missing' as const) : ifSeen(cell)
}

const customerMark = ({ world, neighbour }: Cell) =>
  world.me.kind === 'customer' && !neighbour ? world.me.mark : (neighbour ?? world.neighbours.active).customer.mark

/** Into what a subscription of the cell can become. */
async function becoming(cell: Cell, isTrial: boolean, fields: object = {}) {
  const target = await offer({ family: 'azure' })
  const into = isTrial ? { isTrial, convertsTo: target.id } : { upgradesTo: [target.id] }
  const { id } = await written(cell, { offer: into })
  return { subscriptionId: id, availabilityId: target.availabilityId, ...fields }
}

const sold = (operation: string, access: Row['access'], input: Row['input']): Row => ({
  operation: `subscriptions.${operation}`,
  access,
  relations,
  input,
  answers: ifSold,
})
const administered = (operation: string, access: Row['access'], input: Row['input']): Row => ({
  operation: `subscriptions.${operation}`,
  access,
  relations,
  input,
  answers: ifSeen,
})

/** Ownership of a tenant that has outlived the relationship, or never had one: worth nothing to either wall. */
const asStrayOwner =
  (fields: object = {}): Row['input'] =>
  async (cell) => {
    const { customer } = await partiesOf(cell)
    await rows(
      `insert into "TenantOwner" (id, "customerId", "partnerId", "grantedByName") values ($1, $2, $3, 'Somebody') on conflict do nothing`,
      [uuidv7(), customer.id, cell.world.me.id],
    )
    return { subscriptionId: (await written(cell)).id, ...fields }
  }
const notServed = relations.filter((relation) => relation !== 'own' && relation !== 'active')
const strayOwner = (operation: string, access: Row['access'], fields: object = {}): Row => ({
  operation: `subscriptions.${operation}`,
  of: 'asStrayOwner',
  access,
  relations: notServed,
  input: asStrayOwner(fields),
  answers: () => 'not_found',
})

const ofCustomer: Row['input'] = async (cell) => ({ customerId: (await partiesOf(cell)).customer.id })

export const subscriptionRows: Row[] = [
  {
    operation: 'subscriptions.listSubscriptions',
    access: 'subscription.list',
    relations,
    input: async (cell) => {
      await written(cell)
      await soldBefore(cell)
      return { search: customerMark(cell) }
    },
    shows: (cell) =>
      cell.relation === 'own' && cell.world.me.kind !== 'operator' ? [customerMark(cell)] : afterTheEnd(cell),
  },
  {
    operation: 'subscriptions.listSubscriptions',
    of: 'unfiltered',
    access: 'subscription.list',
    // What was sold before the end of a relationship may stand on any page of the list.
    relations: relations.filter((relation) => relation !== 'ended'),
    input: async (cell) => {
      await written(cell)
      return {}
    },
  },
  {
    operation: 'subscriptions.listSubscriptions',
    of: 'oneCustomer',
    access: 'subscription.list',
    relations,
    input: ofCustomer,
    answers: ifSeen,
  },
  {
    operation: 'subscriptions.listCustomerSubscriptions',
    access: 'subscription.list',
    relations,
    input: ofCustomer,
    answers: ifSeen,
  },
  {
    operation: 'subscriptions.getSubscription',
    access: 'subscription.list',
    relations,
    input: on(),
    answers: ifSeen,
    shows: (cell) => (sees(cell) ? [customerMark(cell)] : []),
  },
  strayOwner('getSubscription', 'subscription.list'),
  strayOwner('suspendSubscription', 'subscription.suspend'),
  strayOwner('renameSubscription', 'subscription.rename', { name: 'Somebody else’s' }),
  sold('previewCancellation', 'subscription.cancel', on()),
  sold('previewQuantity', 'subscription.changeQuantity', on({ quantity: 12 })),
  administered('renameSubscription', 'subscription.rename', on({ name: 'Night shift' })),
  administered('suspendSubscription', 'subscription.suspend', on({ reason: 'Not paid' })),
  {
    ...administered('suspendSubscription', 'subscription.suspend', on({}, { offer: { family: 'office365' } })),
    of: 'office365',
    answers: ifAboveHelpdesk,
  },
  administered('reactivateSubscription', 'subscription.suspend', on({}, { status: 'suspended' })),
  sold('changeQuantity', 'subscription.changeQuantity', on({ quantity: '12' })),
  sold('cancelSubscription', 'subscription.cancel', on()),
  sold('scheduleRenewal', 'subscription.schedule', on({ autoRenew: 'on', quantity: '8' })),
  sold('upgradeSubscription', 'order.create', (cell) => becoming(cell, false)),
  sold('convertTrial', 'order.create', (cell) => becoming(cell, true, { quantity: '10' })),
]

export const demoClockRows: Row[] = [
  { operation: 'demo-clock.getDemoClock', access: 'signedIn', relations: self, input: empty },
  { operation: 'demo-clock.advanceClock', access: 'signedIn', relations: self, input: () => ({ days: '1' }) },
]
