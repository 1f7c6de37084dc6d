import { writtenRequest } from '../../support/requests'
import { offer, subscription } from '../../support/subscriptions'
import type { ServedTrio } from '../support/world'
import { servingTogether } from '../support/world'
import { amount, choice, code, cookieOf, type Door, id, maybe, number, text } from './input-fields'

/** Asking for what one may not order, and answering. */
export async function requestDoors(): Promise<Door[]> {
  const [ours, theirs] = [await servingTogether({ country: 'DE' }), await servingTogether({ country: 'DE' })]
  const [asProvider, asReseller] = [await cookieOf(ours.provider.admin), await cookieOf(ours.reseller.admin)]
  const comment = text('As soon as you can', true)
  const door = async (
    action: Door['action'],
    cookie: string,
    write: (of: ServedTrio) => Promise<string>,
    fields: Door['fields'] = {},
  ): Promise<Door> => {
    const requestId = id(await write(ours), await write(theirs))
    return { action, path: `/requests/${requestId.good}`, cookie, fields: { requestId, ...fields } }
  }
  const theirReseller = theirs.reseller.organization.id
  return [
    await creatingDoor(ours, theirs),
    await door('approvePurchaseRequestAction', asProvider, toProvider, {
      quantity: maybe(number('3')),
      comment,
      amount: maybe(amount('24.00')),
    }),
    // A look at what it would cost: it answers in words.
    await door('previewApprovalAction', asProvider, toProvider, { quantity: { ...number('3'), accepts: ['91000'] } }),
    await door('declinePurchaseRequestAction', asProvider, toProvider, { comment: text('Not now') }),
    await door('forwardPurchaseRequestAction', asReseller, toReseller, {
      recipientId: maybe(id(ours.provider.organization.id, theirReseller)),
      comment,
    }),
    await door('withdrawPurchaseRequestAction', asReseller, toProvider),
    await door('commentOnPurchaseRequestAction', asReseller, toProvider, { text: text('Still waiting') }),
  ]
}

const toProvider = ({ provider, reseller, customer }: ServedTrio) =>
  writtenRequest({ from: reseller.organization, to: provider.organization, customer: customer.organization })

const toReseller = ({ reseller, customer }: ServedTrio) =>
  writtenRequest({ from: customer.organization, to: reseller.organization, customer: customer.organization })

async function creatingDoor(ours: ServedTrio, theirs: ServedTrio): Promise<Door> {
  const { provider, reseller, customer } = ours
  const base = await offer()
  const addOn = await offer({ requires: [base.id] })
  const sold = (of: ServedTrio) =>
    subscription({ provider: of.provider.organization, customer: of.customer.organization, offer: base })
  return {
    action: 'createPurchaseRequestAction',
    path: `/requests/new?customer=${customer.organization.id}`,
    cookie: await cookieOf(reseller.admin),
    fields: {
      customerId: id(customer.organization.id, theirs.customer.organization.id),
      kind: choice('newSubscription'),
      availabilityId: code(addOn.availabilityId),
      subscriptionId: maybe(id((await sold(ours)).id, (await sold(theirs)).id)),
      quantity: number('3'),
      comment: text('Please', true),
      recipientId: maybe(id(provider.organization.id, theirs.provider.organization.id)),
    },
  }
}
