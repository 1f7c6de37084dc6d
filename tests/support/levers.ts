import type { Actor } from '@/lib/access/permissions'
import { founded, type Organization, organization } from './organizations'
import { row } from './owner'
import { partnerAgreement, partnership, relationship } from './relations'
import { subscription, type WrittenSubscription } from './subscriptions'

/** A provider that sells to a customer together with a reseller that may be everything S1 knows of. */
export interface Trade {
  provider: Organization
  ofProvider: Actor
  reseller: Organization
  ofReseller: Actor
  customer: Organization
  ofCustomer: Actor
  partnershipId: string
  /** The reseller's relationship with the customer. */
  relationshipId: string
  sold: WrittenSubscription
}

interface TradeChoices {
  /** Whether the reseller has delegated administration, the agreement, the role of record, the support; all but the last two unless told. */
  delegated?: boolean
  signed?: boolean
  ofRecord?: boolean
  supports?: boolean
  providerDelegated?: boolean
}

export async function trade(choices: TradeChoices = {}): Promise<Trade> {
  const { delegated = true, signed = true, ofRecord = false, supports = false, providerDelegated = true } = choices
  const { organization: provider, admin: ofProvider } = await founded('provider')
  const { organization: reseller, admin: ofReseller } = await founded('reseller')
  const { organization: customer, admin: ofCustomer } = await founded('customer')
  const partnershipId = await partnership(provider, reseller)
  await relationship(provider, customer, { delegated: providerDelegated })
  const relationshipId = await relationship(reseller, customer, { delegated })
  if (signed) await partnerAgreement(reseller)
  const sold = await subscription({
    provider,
    customer,
    ...(ofRecord ? { reseller } : {}),
    ...(supports ? { supportContact: reseller } : {}),
  })
  const parties = { provider, ofProvider, reseller, ofReseller, customer, ofCustomer }
  return { ...parties, partnershipId, relationshipId, sold }
}

/** Another reseller for the same customer, as good as the first. */
export async function anotherReseller({ provider, customer }: Trade): Promise<Organization> {
  const reseller = await organization('reseller')
  await partnership(provider, reseller)
  await relationship(reseller, customer, { delegated: true })
  await partnerAgreement(reseller)
  return reseller
}

export function partnersOn({ id }: { id: string }): Promise<{ resellerId: string | null; supportContactId: string }> {
  return row('select "resellerId", "supportContactId" from "Subscription" where id = $1', [id])
}
