import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { findCustomer } from '../customers/steps'
import { assertSeen, totalOfPurchase } from '../orders/first-periods'
import { assertMayBeOfRecord, assertMayBuy } from '../orders/guard-steps'
import { announceOrder, openSubscriptions } from '../orders/opening-steps'
import { assertPurchasable, type Checked, readPurchase } from '../orders/purchase-steps'
import { workOf } from '../orders/steps'
import { cancel, changeSeats } from '../subscriptions/steps'
import { lockTree } from '../subscriptions/tree-steps'
import { seatsAfter } from './rules'
import { type Request, subscriptionOf, type Work } from './steps'

interface Approved {
  quantity: number | null
  /** Reseller of record of a new subscription. */
  resellerId: string | null
  /** What was shown that it costs or brings, at the provider's prices. */
  amount: string | undefined
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
      const subject = { subscriptionId: subscriptionOf(request), amount: approved.amount }
      return (await cancel(workOf(work), work.actor, subject)).orderId
    }
    default:
      return changeBy(work, request, approved)
  }
}

/** Seats were asked for as a difference: the number they are added to is read when nobody can change it any more. */
async function changeBy(work: Work, { kind, ...request }: Request, approved: Approved): Promise<string> {
  const { amount } = approved
  const subscriptionId = subscriptionOf(request)
  const before = await seatsOf(work.db, subscriptionId)
  const quantity = seatsAfter(kind, before, approved.quantity ?? 0)
  // The step that changes seats speaks of how many there shall be; none at all is another request.
  if (quantity < 1) throw new DomainError('input_invalid', { fields: { quantity: ['number_range'] } })
  const { orderId } = await changeSeats(workOf(work), work.actor, { subscriptionId, quantity, amount })
  return orderId
}

async function seatsOf(db: Database, id: string): Promise<number> {
  const found = await db.subscription.findUnique({ where: { id }, select: { parentId: true } })
  const tree = found && (await lockTree(db, found.parentId ?? id))
  const subscription = tree && [tree.base, ...tree.addOns].find((held) => held.id === id)
  if (!subscription) throw new DomainError('not_found')
  return subscription.quantity
}

async function buy(work: Work, request: Request, { quantity, resellerId, amount }: Approved): Promise<string> {
  const { actor, db } = work
  const customer = await findCustomer(db, actor, request.customerId).catch(asMissingRelationship)
  await assertMayBuy(db, customer)
  if (resellerId) await assertMayBeOfRecord(db, actor, customer, resellerId)
  const wanted = assertPurchasable(await readWish(db, actor, request, quantity ?? 1))
  assertSeen(actor, amount, totalOfPurchase(wanted, clock.now()).list, wanted[0]?.currency)
  const order = await openSubscriptions(workOf(work), {
    customer,
    // A request is ordered once, whatever happens.
    nonce: request.id,
    bought: wanted.map((item) => ({ ...item, resellerId })),
  })
  await announceOrder(db, actor, customer, order.number)
  return order.orderId
}

/**
 * The new subscription that is asked for, checked against the catalogue as it is today.
 * @throws DomainError `relationship_missing`
 */
export async function readWish(db: Database, actor: Actor, wish: Wish, quantity: number): Promise<Checked[]> {
  const { customerId, availabilityId, subscriptionId: parentSubscriptionId } = wish
  const wanted = { availabilityId: availabilityId ?? '', quantity, parentSubscriptionId }
  return readPurchase(db, actor, customerId, [wanted]).catch(asMissingRelationship)
}

type Wish = Pick<Request, 'customerId' | 'availabilityId' | 'subscriptionId'>

/** Whoever is asked once served the customer, and may no longer do so. */
function asMissingRelationship(error: unknown): never {
  throw error instanceof DomainError && error.code === 'not_found' ? new DomainError('relationship_missing') : error
}
