import type { z } from 'zod'
import type { Actor } from '@/lib/access/permissions'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import type { VisibleCustomer } from '../customers/steps'
import { readPurchase } from '../orders/purchase-steps'
import { assertAskable } from './rules'
import type { createPurchaseRequestInput } from './schema'
import { findSubscription } from './steps'

type Wish = z.output<typeof createPurchaseRequestInput>

/**
 * What is asked about, found and checked as far as whoever asks can see.
 * @throws DomainError `not_found`, and what stands against the wish already
 */
export async function subjectOf(db: Database, actor: Actor, customer: VisibleCustomer, wish: Wish) {
  const sold = wish.subscriptionId ? await findSubscription(db, actor, customer.id, wish.subscriptionId) : null
  if (wish.kind !== 'newSubscription') {
    if (!sold) throw new DomainError('not_found')
    assertAskable(wish.kind, sold, wish.quantity ?? 0)
    const quantity = wish.kind === 'cancel' ? null : (wish.quantity ?? null)
    const subject = { subscriptionId: sold.id, availabilityId: null, title: sold.friendlyName ?? sold.title, quantity }
    return { subject, sold }
  }
  const quantity = wish.quantity ?? 1
  const parentSubscriptionId = sold?.id ?? null
  const availabilityId = wish.availabilityId ?? ''
  const [wanted] = await readPurchase(db, actor, customer.id, [{ availabilityId, quantity, parentSubscriptionId }])
  if (!wanted) throw new DomainError('not_found')
  if (wanted.refusal) throw wanted.refusal
  return { subject: { subscriptionId: parentSubscriptionId, availabilityId, title: wanted.title, quantity }, sold }
}
