import { organization } from '../organizations'
import { type SubscriptionChoices, subscription, type WrittenSubscription } from '../subscriptions'
import type { Cell } from './row'

/** The neighbour's customer, or the caller's own organization. */
export const customerOf = ({ world, neighbour }: Cell) => neighbour?.customer ?? world.me
export const customerId = (cell: Cell) => ({ customerId: customerOf(cell).id })

/** Whether the caller's organization can have sold something to that customer. */
export const sells = ({ world: { me }, relation }: Cell) =>
  me.kind === 'provider' && (relation === 'active' || relation === 'ended')

/** A subscription of the customer: sold by the caller where it serves, or served, it; else by a provider nobody knows. */
export async function soldTo(cell: Cell, choices: Partial<SubscriptionChoices> = {}): Promise<WrittenSubscription> {
  const provider = sells(cell) ? cell.world.me : await organization('provider')
  return subscription({ provider, customer: customerOf(cell), ...choices })
}

/** What was sold stands on the lists of its provider, also after the relationship has ended. */
export async function soldBefore(cell: Cell): Promise<void> {
  if (sells(cell)) await soldTo(cell)
}

export const afterTheEnd = (cell: Cell) => (sells(cell) && cell.relation === 'ended' ? [customerOf(cell).mark] : [])
