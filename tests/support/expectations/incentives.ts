import { charge } from '../charges'
import { soldByUs, soldWith } from './levers'
import type { Cell, Row } from './row'
import { customerOf, sells, soldTo } from './sold'
import { beyond } from './targets'

const month = '2026-11'

/** Something to be credited for, sold by the caller with the neighbour or by somebody it does not know. */
async function billed(cell: Cell): Promise<{ month: string }> {
  const { world, relation, neighbour } = cell
  if (!neighbour) throw new Error('There is no neighbour.')
  const sold = await soldWith(cell)
  const { partner, customer } = neighbour
  const own = relation === 'active' && world.me.kind !== 'customer'
  const [provider, reseller] = world.me.kind === 'provider' && own ? [world.me, partner] : [partner, world.me]
  const parties = own ? { provider, reseller } : { provider: partner, reseller: partner }
  await charge(sold, { ...parties, customer, amount: '10.00', month: new Date(`${month}-01T00:00:00Z`) })
  return { month }
}

export const incentiveRows: Row[] = [
  {
    operation: 'incentives.listIncentives',
    access: 'incentive.view',
    relations: beyond,
    input: billed,
    // A former reseller stays in the provider's filter: its months are there to look at.
    shows: ({ world, relation, neighbour }) => {
      if (!neighbour || world.me.kind === 'customer') return []
      if (relation === 'active') return [neighbour.customer.mark]
      return relation === 'ended' && world.me.kind === 'provider' ? [neighbour.partner.mark] : []
    },
  },
  {
    operation: 'incentives.listMissingResellers',
    access: 'resellerOfRecord.set',
    relations: beyond,
    // Sold without a reseller: to customers that one of the provider's serves, and to those it served once.
    input: async (cell) => {
      await soldTo(cell)
      return {}
    },
    shows: (cell) => (cell.relation === 'active' && sells(cell) ? [customerOf(cell).mark] : []),
  },
  {
    operation: 'incentives.setResellersOfRecord',
    access: 'resellerOfRecord.set',
    relations: beyond,
    // Nobody is credited in its own favour.
    input: async (cell) => ({ subscriptionIds: [(await soldWith(cell)).id], resellerId: cell.world.me.id }),
    answers: (cell) => (soldByUs(cell) === 'ok' ? 'resellers_not_set' : 'not_found'),
  },
]
