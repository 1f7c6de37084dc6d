import { uuidv7 } from 'uuidv7'
import { newMark } from '../../support/organizations'
import { row } from '../../support/owner'
import { agreement, partnerAgreement, partnership, relationship } from '../../support/relations'
import { type Offer, offer } from '../../support/subscriptions'
import type { Press } from '../support/actions'
import { type Company, company } from '../support/people'
import { cookieOf } from './input-fields'
import { agentOf } from './input-onboarding'
import { writtenCart } from './input-selling'

/** A provider at work: submissions of new customers and of carts, each a press of its own, and what they have left behind. */
export interface Seller {
  provider: Company
  reseller: Company
  cookie: string
  sold: Offer
}

/** One press and the nonce it is known by afterwards. */
export interface Submission {
  nonce: string
  press: Press
}

export async function seller(): Promise<Seller> {
  const provider = await company('provider', 'Nordlicht Distribution')
  const reseller = await company('reseller', 'Alder IT GmbH')
  await partnership(provider.organization, reseller.organization)
  await partnerAgreement(reseller.organization)
  return { provider, reseller, cookie: await cookieOf(await agentOf(provider)), sold: await offer() }
}

/** Three seats at 8.00 for a customer that does not exist yet. */
export function newCustomer({ reseller, cookie, sold }: Seller, origin: string): Submission {
  const nonce = uuidv7()
  const mark = newMark()
  const fields = {
    nonce,
    ...{ resellerId: reseller.organization.id, companyName: `Ahorn ${mark}`, prefix: mark, country: 'DE' },
    ...{ segment: 'Commercial', addressLine1: 'Gartenstraße 1', city: 'Berlin', postalCode: '10115' },
    ...{ firstName: 'Vera', lastName: 'Ahorn', email: `vera@${mark}.example`, culture: 'de-DE' },
    ...{ phoneNumber: '030 1234567', attested: 'on', agreedOn: '2026-01-02' },
    ...{ signerFirstName: 'Vera', signerLastName: 'Ahorn', signerEmail: `vera@${mark}.example` },
    ...{ 'items[]': sold.availabilityId, 'quantities[]': '3', total: '24.00' },
  }
  return { nonce, press: { origin, action: 'submitNewCustomerAction', path: '/customers/new', fields, cookie } }
}

/** The same in the cart of a customer that is there. */
export async function fullCart({ provider, cookie, sold }: Seller, origin: string): Promise<Submission> {
  const customer = await company('customer', 'Harbour Clinic Group')
  await agreement(customer.organization)
  await relationship(provider.organization, customer.organization, { delegated: true })
  await writtenCart(provider, customer, sold, 3)
  const nonce = uuidv7()
  const customerId = customer.organization.id
  const fields = { customerId, nonce, total: '24.00' }
  return {
    nonce,
    press: { origin, action: 'submitCartAction', path: `/customers/${customerId}/cart`, fields, cookie },
  }
}

/** How many rows of each kind a submission has made. */
export function rowsOf(nonce: string): Promise<Record<string, number>> {
  return row(
    `with placed as (select id, "customerId" from "Order" where nonce = $1),
          founded as (select "customerId" as id from "CustomerAccount" where nonce = $1),
          opened as (select s.id from "Subscription" s join placed o on o.id = s."orderId"),
          letters as (select letter from "Mail" where "organizationId" in (select id from founded union select "customerId" from placed))
     select (select count(*) from placed)::int as orders,
            (select count(*) from "OrderLine" where "orderId" in (select id from placed))::int as lines,
            (select count(*) from opened)::int as subscriptions,
            (select count(*) from "SubscriptionBatch" where "subscriptionId" in (select id from opened))::int as batches,
            (select count(*) from "Charge" where "subscriptionId" in (select id from opened))::int as charges,
            (select count(*) from "AuditEvent" where type = 'order.submitted' and details->>'orderId' in (select id::text from placed))::int as "orderRecords",
            (select count(*) from "Cart" where status = 'ordered' and "customerId" in (select "customerId" from placed))::int as carts,
            (select count(*) from founded)::int as accounts,
            (select count(*) from "User" where "mustChangePassword" and "organizationId" in (select id from founded))::int as admins,
            (select count(*) from "CustomerRelationship" where "customerId" in (select id from founded))::int as relationships,
            (select count(*) from "DelegatedAdministration" where "customerId" in (select id from founded))::int as delegations,
            (select count(*) from "CustomerAgreement" where "customerId" in (select id from founded))::int as agreements,
            (select count(*) from "AuditEvent" where type in ('customer.added', 'agreement.attested') and "subjectOrganizationId" in (select id from founded))::int as "customerRecords",
            (select count(*) from letters where letter = 'customerWelcome')::int as welcomes,
            (select count(*) from letters where letter = 'orderPlaced')::int as announcements`,
    [nonce],
  )
}

const order = { orders: 1, lines: 1, subscriptions: 1, batches: 1, charges: 1, orderRecords: 1 }
const noCustomer = { accounts: 0, admins: 0, relationships: 0, delegations: 0, agreements: 0, customerRecords: 0 }

/** What one submission makes, once. */
export const made = {
  submitCartAction: { ...order, ...noCustomer, carts: 1, welcomes: 0, announcements: 1 },
  submitNewCustomerAction: {
    ...order,
    ...{ accounts: 1, admins: 1, relationships: 2, delegations: 2, agreements: 1, customerRecords: 2 },
    ...{ carts: 0, welcomes: 1, announcements: 0 },
  },
} as const

export type Submitting = keyof typeof made

/** And what is there when it never happened. */
export const nothing = Object.fromEntries(Object.keys(made.submitCartAction).map((name) => [name, 0]))
