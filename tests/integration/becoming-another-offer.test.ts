import { describe, expect, test } from 'vitest'
import { day } from '@/lib/core/clock'
import { getOrder } from '@/lib/domain/orders/queries'
import { convertTrial, scheduleRenewal, upgradeSubscription } from '@/lib/domain/subscriptions/commands'
import { getSubscription } from '@/lib/domain/subscriptions/queries'
import { person } from '../support/organizations'
import { count } from '../support/owner'
import { answers, refusal, refusalOf } from '../support/refusal'
import { agentOf, historyOf, ledger, orderedSince, sale, seatsInBatches, sold, standing } from '../support/selling'
import { assignment, offer } from '../support/subscriptions'

const dear = { list: '20.00', reseller: '22.00', retail: '25.00' }

describe('an upgrade', () => {
  test('credits what is left, moves the licenses, and begins a term with a window of its own', async () => {
    const world = await sale()
    const better = await offer({ prices: dear })
    const bought = await sold(world, { quantity: 2, offer: { upgradesTo: [better.id] } })
    await assignment(bought, await person(world.customer))
    const input = { subscriptionId: bought.id, availabilityId: better.availabilityId, version: 1 }
    expect((await getSubscription(world.ofProvider, { subscriptionId: bought.id })).upgrades).toMatchObject([
      { availabilityId: better.availabilityId, title: better.title, unit: dear },
    ])
    await upgradeSubscription(world.ofProvider, input)
    expect(await standing(bought)).toMatchObject({
      offerId: better.id,
      title: better.title,
      quantity: 2,
      assigned: 1,
      listUnitPrice: '20.00',
    })
    expect(await orderedSince(bought)).toMatchObject([
      { transaction: 'upgrade', quantity: -2, listAmount: '-16.00' },
      { transaction: 'upgrade', quantity: 2, listAmount: '40.00' },
    ])
    expect((await ledger(bought)).map(({ kind }) => kind).sort()).toEqual(['order', 'refund'])
    expect(await seatsInBatches(bought)).toBe(2)
    expect(await count('LicenseAssignment', '"subscriptionId" = $1', [bought.id])).toBe(1)
    expect(await historyOf(bought)).toEqual(['subscription.upgraded'])
  })

  test('tells before what the order will come to, to the cent, and is refused at another total', async () => {
    const world = await sale()
    const better = await offer({ prices: { list: '20.03', reseller: '22.00', retail: '25.00' } })
    const addedAt = new Date(Date.now() - 3 * day)
    const bought = await sold(world, { quantity: 7, addedAt, offer: { upgradesTo: [better.id] } })
    const [choice] = (await getSubscription(world.ofProvider, { subscriptionId: bought.id })).upgrades
    const amount = choice?.becoming.total.list ?? ''
    const input = { subscriptionId: bought.id, availabilityId: better.availabilityId }
    expect(await refusal(upgradeSubscription(world.ofProvider, { ...input, amount: '1.00' }))).toBe('total_changed')
    const { orderId } = await upgradeSubscription(world.ofProvider, { ...input, amount })
    const order = await getOrder(world.ofProvider, { orderId })
    expect(order.total).toEqual(choice?.becoming.total)
    expect(Number(amount)).toBeGreaterThan(0)
    expect(Number(amount)).toBeLessThan(7 * 20.03)
  })

  test('keeps the limit of what it leads to, also where several are upgraded at once', async () => {
    const world = await sale()
    const scarce = await offer({ limitUnit: 'Concurrent', limit: 1 })
    const held = await Promise.all(Array.from({ length: 4 }, () => sold(world, { offer: { upgradesTo: [scarce.id] } })))
    const upgrades = held.map(({ id }) =>
      upgradeSubscription(world.ofProvider, { subscriptionId: id, availabilityId: scarce.availabilityId }),
    )
    expect(await answers(upgrades)).toEqual({ ok: 1, offer_limit_reached: 3 })
  })

  test('leads only where the offer leads, and keeps what its add-ons need', async () => {
    const world = await sale()
    const [better, other] = [await offer(), await offer()]
    const bought = await sold(world, { offer: { upgradesTo: [better.id] } })
    const to = (availabilityId: string) =>
      upgradeSubscription(world.ofProvider, { subscriptionId: bought.id, availabilityId })
    expect(await refusal(to(other.availabilityId))).toBe('upgrade_not_offered')
    const addOn = await sold(world, { parentId: bought.id, offer: { requires: [bought.offer.id] } })
    expect(await refusalOf(to(better.availabilityId))).toMatchObject({
      code: 'prerequisite_missing',
      parameters: { title: addOn.title },
    })
    const withdrawn = await offer({ withdrawnAt: new Date() })
    const old = await sold(world, { offer: { upgradesTo: [withdrawn.id] } })
    const gone = { subscriptionId: old.id, availabilityId: withdrawn.availabilityId }
    expect(await refusal(upgradeSubscription(world.ofProvider, gone))).toBe('upgrade_not_offered')
    const small = await offer({ maxQuantity: 5 })
    const large = await sold(world, { quantity: 10, offer: { upgradesTo: [small.id] } })
    const tooMany = { subscriptionId: large.id, availabilityId: small.availabilityId }
    expect(await refusal(upgradeSubscription(world.ofProvider, tooMany))).toBe('quantity_out_of_range')
    const agent = await agentOf(world.provider, 'helpdeskAgent')
    expect(await refusal(upgradeSubscription(agent, tooMany))).toBe('role_missing')
  })
})

describe('a trial', () => {
  test('becomes paid from this moment on, with as many licenses as one wants', async () => {
    const world = await sale()
    const paid = await offer({ prices: dear })
    const trial = await sold(world, { quantity: 25, offer: { isTrial: true, convertsTo: paid.id } })
    for (let number = 0; number < 2; number += 1) await assignment(trial, await person(world.customer))
    const into = (quantity: number) => ({ subscriptionId: trial.id, availabilityId: paid.availabilityId, quantity })
    expect(await refusal(convertTrial(world.ofProvider, into(1)))).toBe('seats_assigned')
    const [choice] = (await getSubscription(world.ofProvider, { subscriptionId: trial.id })).conversions
    expect(choice?.becoming).toEqual({ perSeat: dear, total: { list: '500.00', reseller: '550.00', retail: '625.00' } })
    expect(await refusal(convertTrial(world.ofProvider, { ...into(3), amount: '59.99' }))).toBe('total_changed')
    await convertTrial(world.ofProvider, { ...into(3), amount: '60.00' })
    const converted = await standing(trial)
    expect(converted).toMatchObject({
      isTrial: false,
      autoRenew: true,
      quantity: 3,
      assigned: 2,
      billingCycle: 'Monthly',
    })
    expect(converted.termEndsAt.getTime() - Date.now()).toBeGreaterThan(363 * day)
    expect(await ledger(trial)).toMatchObject([{ kind: 'order', quantity: 3, listAmount: '60.00' }])
    expect(await seatsInBatches(trial)).toBe(3)
    expect(await refusal(convertTrial(world.ofProvider, into(3)))).toBe('transition_refused')
  })

  test('does not renew', async () => {
    const world = await sale()
    const trial = await sold(world, { offer: { isTrial: true } })
    const decide = { subscriptionId: trial.id, autoRenew: true }
    expect(await refusal(scheduleRenewal(world.ofProvider, decide))).toBe('transition_refused')
  })
})

describe('what is decided about the renewal', () => {
  test('is kept where it differs from what there is, and dropped when it does not renew', async () => {
    const world = await sale()
    const bought = await sold(world, { quantity: 10 })
    const decide = (input: object) =>
      scheduleRenewal(world.ofProvider, { subscriptionId: bought.id, autoRenew: 'on' as never, ...input })
    await decide({ quantity: 7, termDuration: 'P1Y', billingCycle: 'Monthly' })
    expect(await standing(bought)).toMatchObject({
      autoRenew: true,
      nextQuantity: 7,
      nextTermDuration: null,
      nextBillingCycle: null,
    })
    expect(await refusalOf(decide({ billingCycle: 'Annual' }))).toMatchObject({ code: 'offer_unavailable' })
    expect(await refusal(decide({ quantity: 301 }))).toBe('quantity_out_of_range')
    await scheduleRenewal(world.ofProvider, { subscriptionId: bought.id, autoRenew: false })
    expect(await standing(bought)).toMatchObject({ autoRenew: false, nextQuantity: null })
    expect(await historyOf(bought)).toEqual(['subscription.renewalScheduled', 'subscription.renewalScheduled'])
    const shown = await getSubscription(world.ofCustomer, { subscriptionId: bought.id })
    expect(shown.outlook).toMatchObject({ renews: false })
    expect(shown.prices).toEqual({ unit: { retail: '10.00' }, total: { retail: '100.00' } })
    expect(JSON.stringify(shown)).not.toMatch(/"list"|"reseller"/)
  })
})
