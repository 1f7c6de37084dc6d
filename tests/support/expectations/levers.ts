import { uuidv7 } from 'uuidv7'
import { insert } from '../owner'
import type { Cell, Row } from './row'
import { customerId, sells, soldTo } from './sold'
import { beyond, foundOnly, whenActive } from './targets'

/** Sold with the active neighbour, who is credited or sells; otherwise as everywhere. */
export function soldWith(cell: Cell) {
  const { world, relation, neighbour } = cell
  if (!neighbour || relation !== 'active') return soldTo(cell)
  const { me } = world
  const { partner } = neighbour
  if (me.kind === 'provider') return soldTo(cell, { reseller: partner })
  if (me.kind === 'reseller') return soldTo(cell, { provider: partner, reseller: me })
  return soldTo(cell, { reseller: partner, customer: me })
}

/** What a provider sold it always sees, and decides about. */
export const soldByUs = (cell: Cell) => (sells(cell) ? ('ok' as const) : ('not_found' as const))
const seen = (cell: Cell) => (cell.relation === 'active' ? 'ok' : soldByUs(cell))

const subscriptionOf = async (cell: Cell) => ({ subscriptionId: (await soldWith(cell)).id })

/** For a customer: its own account and the partner. For a partner: the neighbour's customer and itself. */
function ownership({ world: { me }, neighbour }: Cell) {
  if (!neighbour) throw new Error('There is no neighbour.')
  const { partner, customer } = neighbour
  return me.kind === 'customer'
    ? { customerId: me.id, partnerId: partner.id }
    : { customerId: customer.id, partnerId: me.id }
}

export const leverRows: Row[] = [
  {
    operation: 'subscription-partners.setResellerOfRecord',
    access: 'resellerOfRecord.set',
    relations: beyond,
    input: async (cell) => ({ ...(await subscriptionOf(cell)), resellerId: '' }),
    answers: soldByUs,
  },
  {
    operation: 'subscription-partners.setSupportContact',
    access: 'supportContact.set',
    relations: beyond,
    input: async (cell) => ({ ...(await subscriptionOf(cell)), partnerId: cell.world.me.id }),
    answers: soldByUs,
  },
  {
    operation: 'subscription-partners.grantTenantOwner',
    access: 'tenantOwner.set',
    relations: beyond,
    input: ownership,
    // A sibling's partner serves us too; the others have no relationship with us.
    answers: ({ world, relation }) => {
      if (relation === 'active') return 'ok'
      if (world.me.kind !== 'customer') return 'not_found'
      return relation === 'sibling' ? 'ok' : 'tenant_owner_not_eligible'
    },
  },
  {
    operation: 'subscription-partners.revokeTenantOwner',
    access: 'tenantOwner.set',
    relations: beyond,
    input: async (cell) => {
      const pair = ownership(cell)
      if (cell.relation === 'active') await insert('TenantOwner', { id: uuidv7(), ...pair, grantedByName: 'Somebody' })
      return pair
    },
    answers: foundOnly('active'),
  },
  {
    operation: 'subscription-partners.listEligibleResellers',
    access: 'resellerOfRecord.set',
    relations: beyond,
    input: customerId,
    answers: foundOnly('active'),
    shows: whenActive('provider', ({ partner }) => partner.mark),
  },
  {
    operation: 'subscription-partners.listSupportContacts',
    access: 'supportContact.set',
    relations: beyond,
    input: subscriptionOf,
    answers: soldByUs,
  },
  {
    operation: 'subscription-partners.getSubscriptionPartners',
    access: 'subscription.list',
    relations: beyond,
    input: subscriptionOf,
    answers: seen,
    shows: ({ relation, neighbour }) => (relation === 'active' && neighbour ? [neighbour.partner.mark] : []),
  },
  {
    operation: 'subscription-partners.getLevers',
    access: 'customer.view',
    relations: [...beyond, 'own'],
    input: customerId,
    answers: ({ world, relation }) =>
      relation === (world.me.kind === 'customer' ? 'own' : 'active') ? 'ok' : 'not_found',
    shows: ({ world, relation, neighbour }) =>
      relation === 'active' && neighbour && world.me.kind !== 'customer'
        ? [neighbour.customer.mark, neighbour.partner.mark]
        : [],
  },
]
