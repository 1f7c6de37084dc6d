import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { findCustomer } from '../customers/steps'
import { assertMayBeOfRecord, assertMayBuy } from '../orders/guard-steps'
import { announceOrder, openSubscriptions } from '../orders/opening-steps'
import { assertPurchasable, readPurchase } from '../orders/purchase-steps'
import { workOf } from '../orders/steps'
import { cancel, changeSeats } from '../subscriptions/steps'
import { lockTree } from '../subscriptions/tree-steps'
import { seatsAfter } from './rules'
import type { Request, Work } from './steps'

interface Approved {
  quantity: number | null
  /** Reseller of record of a new subscription. */
  resellerId: string | null
}

/**
 * Does what was asked, as if the provider had done it itself: the same steps with the same guards, in the caller's
 * transaction. Returns the order it ran as.
 * @throws DomainError every refusal of a purchase, a change of seats, a cancellation
 */
export async function carryOut(work: Work, request: Request, approved: Approved): Promise<string | null> {
  switch (request.kind) {
    case 'newSubscription':
      return buy(work, request, approved)
    case 'cancel': {
      const { orderId } = await cancel(workOf(work), work.actor, { subscriptionId: subscriptionOf(request) })
      return orderId
    }
    default:
      return changeBy(work, request, approved.quantity ?? 0)
  }
}

/** Seats were asked for as a difference: the number they are added to is read when nobody can change it any more. */
async function changeBy(work: Work, { kind, ...request }: Request, difference: number): Promise<string> {
  const subscriptionId = subscriptionOf(request)
  const before = await seatsOf(work.db, subscriptionId)
  const quantity = seatsAfter(kind, before, difference)
  // The step that changes seats speaks of how many there shall be; none at all is another request.
  if (quantity < 1) throw new DomainError('input_invalid', { fields: { quantity: ['number_range'] } })
  const { orderId } = await changeSeats(workOf(work), work.actor, { subscriptionId, quantity })
  return orderId
}

async function seatsOf(db: Database, id: string): Promise<number> {
  const found = await db.subscription.findUnique({ where: { id }, select: { parentId: true } })
  const tree = found && (await lockTree(db, found.parentId ?? id))
  const subscription = tree && [tree.base, ...tree.addOns].find((held) => held.id === id)
  if (!subscription) throw new DomainError('not_found')
  return subscription.quantity
}

function subscriptionOf({ subscriptionId }: Pick<Request, 'subscriptionId'>): string {
  if (!subscriptionId) throw new DomainError('not_found')
  return subscriptionId
}

async function buy(work: Work, request: Request, { quantity, resellerId }: Approved): Promise<string> {
  const { actor, db } = work
  const customer = await findCustomer(db, actor, request.customerId).catch(asMissingRelationship)
  await assertMayBuy(db, customer)
  if (resellerId) await assertMayBeOfRecord(db, actor, customer, resellerId)
  const wanted = {
    availabilityId: request.availabilityId ?? '',
    quantity: quantity ?? 1,
    parentSubscriptionId: request.subscriptionId,
  }
  const bought = assertPurchasable(await readPurchase(db, actor, customer.id, [wanted]))
  const order = await openSubscriptions(workOf(work), {
    customer,
    // A request is ordered once, whatever happens.
    nonce: request.id,
    bought: bought.map((item) => ({ ...item, resellerId })),
  })
  await announceOrder(db, actor, customer, order.number)
  return order.orderId
}

/** Whoever is asked once served the customer, and may no longer do so. */
function asMissingRelationship(error: unknown): never {
  throw error instanceof DomainError && error.code === 'not_found' ? new DomainError('relationship_missing') : error
}
