import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/permissions'
import { listOffersForCustomer } from '@/lib/domain/catalog/queries'
import { addToCart, submitCart } from '@/lib/domain/orders/commands'
import { getCart } from '@/lib/domain/orders/queries'
import { listCustomerSubscriptions } from '@/lib/domain/subscriptions/queries'
import type { CastOrganization } from './casting'
import { act, globalAdmin } from './people'

/** One thing bought: an offer by its title, how it is paid, and how many. */
export interface Purchase {
  title: string
  term?: 'P1M' | 'P1Y' | 'P3Y'
  cycle?: 'Monthly' | 'Annual' | 'None'
  quantity: number
}

/** A provider's person orders for a customer, as the pages do: offers into the cart, a look at the sum, Submit. */
export async function order(
  seller: Actor,
  customer: CastOrganization,
  purchases: readonly Purchase[],
  reseller?: CastOrganization,
): Promise<void> {
  const customerId = globalAdmin(customer).organizationId
  const { offers } = await act(listOffersForCustomer, seller, { customerId })
  const items = purchases.map(({ title, term = 'P1Y', cycle = 'Monthly' }) => {
    const offer = offers.find((each) => each.title === title)
    const plan = offer?.availabilities.find((each) => each.termDuration === term && each.billingCycle === cycle)
    if (!plan) throw new Error(`${title} is not sold like that to ${customer.name}.`)
    return plan.id
  })
  await act(addToCart, seller, { customerId, items, quantities: purchases.map(({ quantity }) => quantity) })
  const { total } = await act(getCart, seller, { customerId })
  const resellerId = reseller ? globalAdmin(reseller).organizationId : ''
  await act(submitCart, seller, { customerId, nonce: randomUUID(), total: total.list, resellerId })
}

/** A subscription of a customer by its title, as it stands now. */
export async function subscriptionOf(seller: Actor, customer: CastOrganization, title: string) {
  const { rows } = await act(listCustomerSubscriptions, seller, { customerId: globalAdmin(customer).organizationId })
  const found = rows.find((row) => row.title === title)
  if (!found) throw new Error(`${customer.name} has no ${title}.`)
  return found
}
