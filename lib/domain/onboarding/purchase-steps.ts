import { type Actor, can } from '@/lib/access/permissions'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import type { CustomerFacts } from '../catalog/rules'
import { assertSigned } from '../orders/guard-steps'
import type { Bought } from '../orders/opening-steps'
import { assertPurchasable, checkPurchase } from '../orders/purchase-steps'
import { chosenOf } from '../orders/schema'
import type { NewCustomer } from './schema'

/** What a new customer buys with its account. */

const nobody = '00000000-0000-0000-0000-000000000000'

/** A customer that does not exist yet has bought nothing. */
export function factsOf(account: Pick<NewCustomer, 'country' | 'segment'>): CustomerFacts {
  return { customerId: nobody, country: account.country, segment: account.segment, holdings: new Map() }
}

/**
 * The chosen offers, checked and at the prices of this moment; empty where nothing was chosen.
 * @throws DomainError `role_missing`, `customer_agreement_missing`, `reseller_not_eligible`, `reseller_agreement_missing`,
 * `input_invalid`, and every refusal of an offer
 */
export async function acceptPurchase(db: Database, actor: Actor, given: NewCustomer): Promise<Bought[]> {
  const wanted = chosenOf(given)
  if (wanted.length === 0) return []
  if (!can(actor, 'order.create')) throw new DomainError('role_missing', { permission: 'order.create' })
  // Spec 3.12: needed before the first purchase.
  if (!given.attested) throw new DomainError('customer_agreement_missing')
  const resellerId = await acceptResellerOfRecord(db, actor, given)
  const checked = await checkPurchase(db, factsOf(given), wanted, actor)
  if (checked.length !== wanted.length) throw new DomainError('input_invalid', { fields: { items: ['invalid'] } })
  return assertPurchasable(checked).map((item) => ({ ...item, resellerId }))
}

/**
 * Who earns the incentives: a choice of its own, which the association with the account does not make (S1). Only the
 * reseller that will serve the customer can be chosen.
 */
async function acceptResellerOfRecord(db: Database, actor: Actor, given: NewCustomer): Promise<string | null> {
  const { resellerOfRecord, resellerId } = given
  if (!resellerOfRecord) return null
  if (resellerOfRecord !== resellerId) throw new DomainError('reseller_not_eligible')
  await assertSigned(db, actor, resellerOfRecord)
  return resellerOfRecord
}
