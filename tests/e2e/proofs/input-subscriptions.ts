import { type OfferChoices, offer, type SubscriptionChoices, subscription } from '../../support/subscriptions'
import { type ServedTrio, servingTogether } from '../support/world'
import { amount, choice, code, cookieOf, type Door, id, maybe, number, text, tick } from './input-fields'

/** Everything a subscription can go through, each on a subscription of its own, bought just now. */
export async function subscriptionDoors(): Promise<Door[]> {
  const [ours, theirs] = [await servingTogether({ country: 'DE' }), await servingTogether({ country: 'DE' })]
  const cookie = await cookieOf(ours.provider.admin)
  const door = async (action: Door['action'], fields: Door['fields'] = {}, bought: Bought = {}): Promise<Door> => {
    const subscriptionId = id(await sold(ours, bought), await sold(theirs, bought))
    const path = `/customers/${ours.customer.organization.id}/subscriptions/${subscriptionId.good}`
    return { action, path, cookie, fields: { subscriptionId, version: maybe(number('1')), ...fields } }
  }
  const paid = await offer()
  const better = await offer()
  const seats = { quantity: number('12') }
  const target = { availabilityId: code(paid.availabilityId) }
  return [
    await door('renameSubscriptionAction', { name: text('Mail for everybody', true) }),
    // A look at what it would cost: it answers in words, and needs no version.
    await door('previewQuantityAction', {
      version: { ...maybe(number('1')), accepts: ['91000'] },
      quantity: { ...number('12'), accepts: ['91000'] },
    }),
    await door('changeQuantityAction', seats),
    await door('suspendSubscriptionAction', { reason: text('Not paid', true) }),
    await door('reactivateSubscriptionAction', {}, { status: 'suspended' }),
    await door('cancelSubscriptionAction', { amount: maybe(amount('80.00')) }),
    await door('scheduleRenewalAction', {
      autoRenew: tick(true),
      quantity: maybe(number('5')),
      termDuration: maybe(choice('P1Y')),
      billingCycle: maybe(choice('Monthly')),
    }),
    await door(
      'upgradeSubscriptionAction',
      { availabilityId: code(better.availabilityId) },
      { offer: { upgradesTo: [better.id] } },
    ),
    await door('convertTrialAction', { ...target, ...seats }, { offer: { isTrial: true, convertsTo: paid.id } }),
  ]
}

type Bought = Pick<SubscriptionChoices, 'status'> & { offer?: OfferChoices }

async function sold({ provider, customer }: ServedTrio, bought: Bought): Promise<string> {
  const parties = { provider: provider.organization, customer: customer.organization }
  const now = new Date()
  return (await subscription({ ...parties, ...bought, addedAt: now, columns: { termStartedAt: now } })).id
}
