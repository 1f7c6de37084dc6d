import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/permissions'
import { founded, member, type Organization, organization } from './organizations'
import { insert, rows } from './owner'
import { agreement, partnership, relationship } from './relations'
import { offer } from './subscriptions'

/** A provider, its reseller and a customer both serve, with everything an order needs. */
export interface Chain {
  provider: Organization
  reseller: Organization
  customer: Organization
  ofProvider: Actor
  ofReseller: Actor
  ofCustomer: Actor
}

export async function chain(): Promise<Chain> {
  const { organization: provider, admin: ofProvider } = await founded('provider')
  const { organization: reseller, admin: ofReseller } = await founded('reseller')
  const customer = await organization('customer')
  await partnership(provider, reseller)
  await relationship(provider, customer, { delegated: true })
  await relationship(reseller, customer, { delegated: true })
  await agreement(customer)
  return { provider, reseller, customer, ofProvider, ofReseller, ofCustomer: await member(customer, 'globalAdmin') }
}

export async function requestRow(id: string) {
  const [row] = await rows<{
    status: string
    answer: string | null
    orderId: string | null
    approvedQuantity: number | null
    parentId: string | null
    toOrganizationId: string
    decidedByName: string | null
  }>('select * from "PurchaseRequest" where id = $1', [id])
  if (!row) throw new Error('There is no such request.')
  return row
}

export async function lettersTo(of: Organization): Promise<string[]> {
  const found = await rows<{ letter: string }>('select letter from "Mail" where "organizationId" = $1 order by id', [
    of.id,
  ])
  return found.map(({ letter }) => letter)
}

interface Parties {
  from: Organization
  to: Organization
  customer: Organization
  /** Of the customer. EUR unless given. */
  currency?: string
}

/** A request for a new subscription to a fresh offer, as it stands after it was sent. */
export async function writtenRequest({ from, to, customer, ...of }: Parties): Promise<string> {
  const { availabilityId, title } = await offer(of)
  const id = uuidv7()
  await insert('PurchaseRequest', {
    id,
    kind: 'newSubscription',
    customerId: customer.id,
    customerName: customer.name,
    fromOrganizationId: from.id,
    fromName: from.name,
    toOrganizationId: to.id,
    toName: to.name,
    askedByUserId: uuidv7(),
    askedByName: `Person ${from.mark}`,
    availabilityId,
    title,
    quantity: 2,
  })
  return id
}

/** A wish for a new subscription to a fresh offer. */
export async function wish(of: Chain, quantity = 3) {
  const { availabilityId, title } = await offer()
  return { input: { customerId: of.customer.id, kind: 'newSubscription' as const, availabilityId, quantity }, title }
}

/** What the customer has. */
export const subscriptionsOf = (of: Chain) =>
  rows<{ title: string; quantity: number; resellerId: string | null; providerId: string }>(
    'select title, quantity, "resellerId", "providerId" from "Subscription" where "customerId" = $1 order by id',
    [of.customer.id],
  )
