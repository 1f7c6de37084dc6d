import { uuidv7 } from 'uuidv7'
import type { Organization } from './organizations'
import { insert } from './owner'

export interface ChargeChoices {
  provider: Organization
  customer: Organization
  reseller?: Organization
  /** What the reseller pays; negative for what is given back. */
  amount: string
  /** First day of the month. */
  month: Date
  currency?: string
}

/** A line of the ledger as billing writes it. */
export async function charge(of: { id: string }, choices: ChargeChoices): Promise<void> {
  const { provider, customer, reseller, amount, month, currency = 'EUR' } = choices
  await insert('Charge', {
    id: uuidv7(),
    subscriptionId: of.id,
    providerId: provider.id,
    customerId: customer.id,
    resellerId: reseller?.id ?? null,
    kind: amount.startsWith('-') ? 'refund' : 'period',
    month,
    quantity: amount.startsWith('-') ? -1 : 1,
    currency,
    listAmount: amount,
    resellerAmount: amount,
    retailAmount: amount,
  })
}
