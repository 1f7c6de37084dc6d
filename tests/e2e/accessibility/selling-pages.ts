import type { Page } from '@playwright/test'
import { uuidv7 } from 'uuidv7'
import { newLinkSecret } from '@/lib/core/token'
import { insert } from '../../support/owner'
import { partnerAgreement } from '../../support/relations'
import { writtenRequest } from '../../support/requests'
import { type SubscriptionChoices, subscription } from '../../support/subscriptions'
import { writtenCart } from '../proofs/input-selling'
import { person } from '../support/people'
import { type ServedTrio, servingTogether } from '../support/world'
import type { Scene } from './pages'

/** What was sold to a customer, and everything that is done about it. */
export async function sellingScenes(): Promise<Scene[]> {
  const world = await servingTogether({ country: 'DE' })
  const { provider, reseller, customer } = world
  const agent = await person(provider.organization, ['helpdeskAgent'])
  const sold = await sell(world)
  const requestId = await writtenRequest({
    ...{ from: reseller.organization, to: provider.organization, customer: customer.organization },
  })
  const record = `/customers/${customer.organization.id}`
  const scene = (name: string, address: string, title: string, others: Partial<Scene> = {}): Scene => ({
    ...{ name, address, title, who: provider.admin, portal: true },
    ...others,
  })
  const asReseller = { who: reseller.admin }
  const asCustomer = { who: customer.admin }
  const one = `${record}/subscriptions/${sold.base}`
  return [
    scene('a customer’s subscriptions', record, 'Subscriptions'),
    scene('a customer’s subscriptions for its reseller', record, 'Subscriptions', asReseller),
    scene('a customer’s own subscriptions', record, 'Subscriptions', asCustomer),
    scene('a subscription', one, 'Subscription'),
    scene('a subscription for a helpdesk agent', one, 'Subscription', { who: agent }),
    scene('a subscription for a reseller', one, 'Subscription', asReseller),
    scene('a subscription for a customer', one, 'Subscription', asCustomer),
    scene('a suspended subscription', `${record}/subscriptions/${sold.suspended}`, 'Subscription'),
    scene('a trial', `${record}/subscriptions/${sold.trial}`, 'Subscription'),
    scene('offers for a customer', `${record}/new-subscription`, 'New subscription'),
    scene('a cart', `${record}/cart`, 'Review'),
    scene('a customer’s orders', `${record}/orders`, 'Order history'),
    scene('an order', `${record}/orders/${sold.orderId}`, 'Order'),
    scene('an order for the customer', `${record}/orders/${sold.orderId}`, 'Order', asCustomer),
    scene('a customer’s account', `${record}/account`, 'Account'),
    scene('a customer’s account for its reseller', `${record}/account`, 'Account', asReseller),
    scene('a customer’s own account', `${record}/account`, 'Account', asCustomer),
    scene('what happened at a customer', `${record}/activity`, 'Activity'),
    scene('a new customer', '/customers/new', 'New customer'),
    scene('a reseller’s new customer', `/customers/new?reseller=${reseller.organization.id}`, 'New customer'),
    scene('a new customer with mistakes', '/customers/new', 'New customer', { open: goOn }),
    scene('subscriptions', '/subscriptions', 'Subscriptions'),
    scene('subscriptions nobody has', '/subscriptions?search=nothing+like+it', 'Subscriptions'),
    scene('a reseller’s subscriptions', '/subscriptions', 'Subscriptions', asReseller),
    scene('orders', '/orders', 'Orders'),
    scene('incentives', '/incentives', 'Incentives'),
    scene('a reseller’s incentives', '/incentives', 'Incentives', asReseller),
    scene('missing resellers', '/incentives/missing', 'Missing or wrong reseller of record'),
    scene('requests', '/requests', 'Requests'),
    scene('a reseller’s requests', '/requests?box=sent', 'Requests', asReseller),
    scene('a request', `/requests/${requestId}`, 'Request'),
    scene('a request one sent', `/requests/${requestId}`, 'Request', asReseller),
    scene('a wish', `/requests/new?customer=${customer.organization.id}`, 'Ask my partner', asReseller),
    scene('an account to take over', await handover(world), 'Choose your password', { who: null, portal: false }),
    scene('a link that is gone', `/hand-over/hov_${'a'.repeat(43)}`, 'Choose your password', {
      who: null,
      portal: false,
    }),
  ]
}

async function sell({ provider, reseller, customer }: ServedTrio) {
  await partnerAgreement(reseller.organization)
  const now = new Date()
  const bought = (more: Partial<SubscriptionChoices> = {}) =>
    subscription({
      ...{ provider: provider.organization, customer: customer.organization, addedAt: now },
      columns: { termStartedAt: now },
      ...more,
    })
  const base = await bought({ friendlyName: 'Mail for everybody', reseller: reseller.organization })
  const { id: addOn } = await bought({ parentId: base.id, offer: { requires: [base.offer.id] } })
  await bought({ offer: { family: 'azure' } })
  const suspended = await bought({ status: 'suspended', autoRenew: false })
  const trial = await bought({ offer: { isTrial: true, convertsTo: base.offer.id } })
  await writtenCart(provider, customer, base.offer, 5)
  return { base: base.id, addOn, suspended: suspended.id, trial: trial.id, orderId: base.orderId }
}

async function handover({ provider, customer }: ServedTrio): Promise<string> {
  const { id: userId } = await person(customer.organization, ['globalAdmin'], { mustChangePassword: true })
  const { token, tokenHash } = newLinkSecret('handover')
  await insert('CredentialHandover', {
    ...{ id: uuidv7(), issuerOrganizationId: provider.organization.id, customerId: customer.organization.id, userId },
    ...{ tokenHash, expiresAt: new Date(Date.now() + 3_600_000) },
  })
  return `/hand-over/${token}`
}

const goOn = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Next: Subscriptions' }).click()
