import { uuidv7 } from 'uuidv7'
import { insert } from '../../support/owner'
import { agreement, partnerAgreement, relationship } from '../../support/relations'
import { type Offer, offer, subscription } from '../../support/subscriptions'
import { type Company, company } from '../support/people'
import { type ServedTrio, servingTogether } from '../support/world'
import { amount, code, cookieOf, type Door, id, maybe, nonce, number } from './input-fields'

/** Everything about what a customer buys and who is what to a subscription. */
export async function sellingDoors(): Promise<Door[]> {
  const [ours, theirs] = [await servingTogether({ country: 'DE' }), await servingTogether({ country: 'DE' })]
  await Promise.all([ours, theirs].map(({ reseller }) => partnerAgreement(reseller.organization)))
  return [...(await cartDoors(ours, theirs)), ...(await leverDoors(ours, theirs))]
}

/** Another customer of the provider. */
export async function anotherCustomer({ provider, reseller }: ServedTrio): Promise<Company> {
  const made = await company('customer', 'Lumen Verlag')
  await agreement(made.organization)
  await relationship(provider.organization, made.organization, { delegated: true })
  await relationship(reseller.organization, made.organization, { delegated: true })
  return made
}

/** A cart with something in it, as it stands after it was put there. */
export async function writtenCart(provider: Company, customer: Company, item: Offer, quantity = 2): Promise<string> {
  const cartId = uuidv7()
  const itemId = uuidv7()
  const parties = { providerId: provider.organization.id, customerId: customer.organization.id }
  const expiresAt = new Date(Date.now() + 604_800_000)
  await insert('Cart', { id: cartId, ...parties, createdByName: 'Somebody', expiresAt })
  const { availabilityId } = item
  await insert('CartItem', { id: itemId, cartId, providerId: parties.providerId, availabilityId, quantity })
  return itemId
}

async function cartDoors(ours: ServedTrio, theirs: ServedTrio): Promise<Door[]> {
  const { provider, reseller, customer } = ours
  const cookie = await cookieOf(provider.admin)
  const base = await offer()
  const addOn = await offer({ requires: [base.id] })
  const sold = (of: ServedTrio) =>
    subscription({ provider: of.provider.organization, customer: of.customer.organization, offer: base })
  const parent = id((await sold(ours)).id, (await sold(theirs)).id)
  const [changing, emptying, submitting] = [
    await anotherCustomer(ours),
    await anotherCustomer(ours),
    await anotherCustomer(ours),
  ]
  const item = id(
    await writtenCart(provider, changing, base),
    await writtenCart(theirs.provider, theirs.customer, base),
  )
  await writtenCart(provider, emptying, base)
  await writtenCart(provider, submitting, base)
  const stranger = theirs.customer.organization.id
  const of = ({ organization }: Company) => id(organization.id, stranger)
  const page = ({ organization }: Company, tail: string) => `/customers/${organization.id}/${tail}`
  const submission = { nonce: nonce(), total: amount('16.00') }
  const ofRecord = maybe(id(reseller.organization.id, theirs.reseller.organization.id))
  const doors: Omit<Door, 'cookie'>[] = [
    {
      action: 'addToCartAction',
      path: page(customer, 'new-subscription'),
      fields: {
        customerId: of(customer),
        'items[]': code(addOn.availabilityId),
        'quantities[]': number('3'),
        parentSubscriptionId: maybe(parent),
      },
    },
    {
      action: 'changeCartItemAction',
      path: page(changing, 'cart'),
      fields: { itemId: item, quantity: number('5') },
    },
    { action: 'removeCartItemAction', path: page(changing, 'cart'), fields: { itemId: item } },
    { action: 'emptyCartAction', path: page(emptying, 'cart'), fields: { customerId: of(emptying) } },
    {
      action: 'submitCartAction',
      path: page(submitting, 'cart'),
      fields: { customerId: of(submitting), ...submission, resellerId: ofRecord },
    },
  ]
  return doors.map((door) => ({ ...door, cookie }))
}

async function leverDoors(ours: ServedTrio, theirs: ServedTrio): Promise<Door[]> {
  const { provider, reseller, customer } = ours
  const cookie = await cookieOf(provider.admin)
  const withTenant = await anotherCustomer(ours)
  await insert('TenantOwner', {
    ...{ id: uuidv7(), customerId: withTenant.organization.id, partnerId: reseller.organization.id },
    grantedByName: 'Somebody',
  })
  const sold = async (of: ServedTrio) =>
    (await subscription({ provider: of.provider.organization, customer: of.customer.organization })).id
  const [first, second] = [id(await sold(ours), await sold(theirs)), id(await sold(ours), await sold(theirs))]
  const partner = id(reseller.organization.id, theirs.reseller.organization.id)
  const account = ({ organization }: Company) => `/customers/${organization.id}/account`
  const tenant = ({ organization }: Company) => ({
    customerId: id(organization.id, theirs.customer.organization.id),
    partnerId: partner,
  })
  const page = `/customers/${customer.organization.id}/subscriptions/${first.good}`
  const doors: Omit<Door, 'cookie'>[] = [
    { action: 'grantTenantOwnerAction', path: account(customer), fields: tenant(customer) },
    { action: 'revokeTenantOwnerAction', path: account(withTenant), fields: tenant(withTenant) },
    {
      action: 'setResellersOfRecordAction',
      path: '/incentives/missing',
      fields: { 'subscriptionIds[]': second, resellerId: partner },
    },
    { action: 'setResellerOfRecordAction', path: page, fields: { subscriptionId: first, resellerId: maybe(partner) } },
    { action: 'setSupportContactAction', path: page, fields: { subscriptionId: first, partnerId: partner } },
    { action: 'advanceClockAction', path: '/demo-clock', fields: { days: number('7') }, demoOnly: true },
  ]
  return doors.map((door) => ({ ...door, cookie }))
}
