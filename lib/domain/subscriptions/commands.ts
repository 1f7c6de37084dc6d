import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { toSearchText } from '@/lib/core/sort-name'
import { recordChange } from '../orders/steps'
import { dayBefore, enter, takeAddOnsAlong } from './advance-steps'
import { writeToCustomer } from './letter-steps'
import { moved } from './life-cycle'
import { convert, upgrade } from './offer-steps'
import { listPrices } from './price-steps'
import { assertInRange } from './rules'
import {
  cancelInput,
  changeInput,
  convertInput,
  quantityInput,
  renameInput,
  scheduleInput,
  suspendInput,
  upgradeInput,
} from './schema'
import { cancel, changeSeats, nameOf } from './steps'
import { takeInHand, workOf } from './taking-steps'
import { lookAgain } from './terms'
import { change, type Held, unscheduled } from './tree-steps'

/**
 * Gives a subscription a nickname, or its own title back.
 * @throws DomainError everything `takeInHand` throws
 */
export const renameSubscription = command({
  access: 'subscription.rename',
  input: renameInput,
  async run(context) {
    const { actor, input } = context
    const work = workOf(context)
    const { subscription: held } = await takeInHand(work, actor, 'rename', input)
    const before = nameOf(held)
    const friendlyName = input.name && input.name !== held.title ? input.name : null
    const search = toSearchText(friendlyName, held.title, held.customerName)
    await change(work, held, { friendlyName, search })
    const details = { subscriptionId: held.id, title: held.title, before, after: nameOf(held) }
    await recordChange(work, held, 'subscription.renamed', details)
  },
})

/** @throws DomainError everything `changeSeats` throws */
export const changeQuantity = command({
  access: 'subscription.changeQuantity',
  input: quantityInput,
  run: (context) => changeSeats(workOf(context), context.actor, context.input),
})

/** @throws DomainError everything `cancel` throws */
export const cancelSubscription = command({
  access: 'subscription.cancel',
  input: cancelInput,
  run: (context) => cancel(workOf(context), context.actor, context.input),
})

/**
 * Spec 3.8: nobody can work with it any more, admins keep the data, billing goes on. Add-ons follow. Of what was decided
 * about the renewal only the billing cycle stays.
 * @throws DomainError everything `takeInHand` throws, `transition_refused`
 */
export const suspendSubscription = command({
  access: 'subscription.suspend',
  input: suspendInput,
  async run(context) {
    const { actor, input } = context
    const work = workOf(context)
    const { subscription: held, tree, now } = await takeInHand(work, actor, 'suspend', input)
    const reason = input.reason ?? null
    const record = async (each: Held) => {
      await change(work, each, { suspensionReason: reason })
      const details = { subscriptionId: each.id, title: nameOf(each), reason }
      await recordChange(work, each, 'subscription.suspended', details)
    }
    await enter(work, held, moved(held.status, 'suspend'), now)
    await record(held)
    if (held === tree.base) await takeAddOnsAlong(work, tree, now, record)
    const lastDay = dayBefore(held.termEndsAt)
    const about = { customerId: held.customerId, title: nameOf(held), suspendedBy: actor.organizationName }
    await writeToCustomer(work.db, held.customerId, 'subscriptionSuspended', { ...about, reason, lastDay })
  },
})

/**
 * Spec 3.8: back to work, as long as the term runs. Add-ons that were suspended with it come back with it.
 * @throws DomainError everything `takeInHand` throws, `transition_refused`, `add_on_parent_inactive`
 */
export const reactivateSubscription = command({
  access: 'subscription.suspend',
  input: changeInput,
  async run(context) {
    const work = workOf(context)
    const { subscription: held, tree, now } = await takeInHand(work, context.actor, 'reactivate', context.input)
    const since = held.statusSince.getTime()
    const withIt = held === tree.base ? tree.addOns.filter((addOn) => addOn.status === 'suspended') : []
    for (const each of [held, ...withIt.filter(({ statusSince }) => statusSince.getTime() === since)]) {
      await enter(work, each, moved(each.status, 'reactivate'), now)
      await change(work, each, { suspensionReason: null })
      const details = { subscriptionId: each.id, title: nameOf(each) }
      await recordChange(work, each, 'subscription.reactivated', details)
    }
  },
})

/**
 * What happens at the end of the term: whether it renews, with how many seats, for how long, billed how.
 * @throws DomainError everything `takeInHand` throws, `subscription_not_active`, `renewal_locked`, `offer_unavailable`,
 * `quantity_out_of_range`
 */
export const scheduleRenewal = command({
  access: 'subscription.schedule',
  input: scheduleInput,
  async run(context) {
    const { actor, input, db } = context
    const work = workOf(context)
    const { subscription: held, now } = await takeInHand(work, actor, 'schedule', input)
    const { autoRenew } = input
    const instructions = autoRenew ? instructionsFor(held, input) : unscheduled
    await assertStillSold(db, held, instructions)
    const dueAt = lookAgain({ ...held, autoRenew }, now)
    await change(work, held, { autoRenew, ...instructions, dueAt })
    await recordChange(work, held, 'subscription.renewalScheduled', {
      subscriptionId: held.id,
      title: nameOf(held),
      autoRenew,
      quantity: instructions.nextQuantity,
      term: instructions.nextTermDuration,
      cycle: instructions.nextBillingCycle,
    })
  },
})

type Wanted = Partial<Pick<Held, 'quantity' | 'termDuration' | 'billingCycle'>>
type Instructions = Pick<Held, 'nextQuantity' | 'nextTermDuration' | 'nextBillingCycle'>

/** What stays as it is needs no instruction. */
function instructionsFor(held: Held, wanted: { [Name in keyof Wanted]: Wanted[Name] | undefined }): Instructions {
  const { quantity = held.quantity, termDuration = held.termDuration, billingCycle = held.billingCycle } = wanted
  assertInRange(held, quantity)
  return {
    nextQuantity: quantity === held.quantity ? null : quantity,
    nextTermDuration: termDuration === held.termDuration ? null : termDuration,
    nextBillingCycle: billingCycle === held.billingCycle ? null : billingCycle,
  }
}

async function assertStillSold(
  db: Parameters<typeof listPrices>[0],
  held: Held,
  { nextTermDuration, nextBillingCycle }: Instructions,
): Promise<void> {
  if (!nextTermDuration && !nextBillingCycle) return
  const [term, cycle] = [nextTermDuration ?? held.termDuration, nextBillingCycle ?? held.billingCycle]
  const prices = await listPrices(db, { ...held, offerIds: [held.offerId] })
  if (prices.some(({ termDuration, billingCycle }) => termDuration === term && billingCycle === cycle)) return
  throw new DomainError('offer_unavailable', { parameters: { title: held.title, reason: 'term' } })
}

/** @throws DomainError everything `upgrade` throws */
export const upgradeSubscription = command({
  access: 'order.create',
  input: upgradeInput,
  run: (context) => upgrade(workOf(context), context.actor, context.input),
})

/** @throws DomainError everything `convert` throws */
export const convertTrial = command({
  access: 'order.create',
  input: convertInput,
  run: (context) => convert(workOf(context), context.actor, context.input),
})
