import { randomInt } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { day } from '@/lib/core/clock'
import { cancelSubscription, changeQuantity } from '@/lib/domain/subscriptions/commands'
import { previewCancellation, previewQuantity } from '@/lib/domain/subscriptions/queries'
import { person } from '../support/organizations'
import { count, rows } from '../support/owner'
import { mailsOf, readers, watched } from '../support/record'
import { answers, refusal, refusalOf } from '../support/refusal'
import { moveClock } from '../support/request'
import { historyOf, ledger, orderedSince, sale, seatsInBatches, sold, standing } from '../support/selling'
import { assignment } from '../support/subscriptions'

describe('the number of licenses', () => {
  test('grows at any time, at the price of the days that are left, in a batch of its own', async () => {
    const world = await sale()
    const bought = await sold(world, { quantity: 10 })
    const shown = await previewQuantity(world.ofProvider, { subscriptionId: bought.id, quantity: 13 })
    const { request, events } = watched()
    const amount = ('amount' in shown && shown.amount?.list) || ''
    await changeQuantity(world.ofProvider, { subscriptionId: bought.id, quantity: 13, amount, version: 1 }, request)

    expect(await standing(bought)).toMatchObject({ quantity: 13, version: 2, status: 'active' })
    expect(await seatsInBatches(bought)).toBe(13)
    expect(await orderedSince(bought)).toEqual([
      { transaction: 'addQuantity', quantity: 3, listAmount: amount, transactionType: 'UserPurchase' },
    ])
    expect(await ledger(bought)).toMatchObject([{ kind: 'order', quantity: 3, listAmount: amount }])
    expect(await historyOf(bought)).toEqual(['subscription.quantityChanged'])
    expect(await events()).toMatchObject([
      { type: 'order.submitted' },
      {
        type: 'subscription.quantityChanged',
        details: { before: 10, after: 13 },
        readers: readers(world.provider, world.customer),
      },
    ])
  })

  test('shrinks only by what windows are open for, and gives back what was paid', async () => {
    const world = await sale()
    const bought = await sold(world, { quantity: 10, addedAt: new Date(Date.now() - 8 * day) })
    const { ofProvider } = world
    const to = (quantity: number) => changeQuantity(ofProvider, { subscriptionId: bought.id, quantity })
    expect(await refusalOf(to(9))).toMatchObject({ code: 'seats_not_reducible', parameters: { reducible: 0 } })
    await to(14)
    expect(await refusalOf(to(9))).toMatchObject({ code: 'seats_not_reducible', parameters: { reducible: 4 } })
    await to(11)
    expect(await refusalOf(to(9))).toMatchObject({ parameters: { reducible: 1 } })
    const [added, removed] = await ledger(bought)
    expect(removed).toMatchObject({ kind: 'refund', quantity: -3 })
    expect(Number(removed?.listAmount)).toBeCloseTo((-Number(added?.listAmount) * 3) / 4, 2)
    expect(await seatsInBatches(bought)).toBe(11)
    moveClock(7 * day)
    expect(await refusalOf(to(10))).toMatchObject({ parameters: { reducible: 0 } })
  })

  test('never falls below what is assigned, nor outside of what the offer allows', async () => {
    const world = await sale()
    const bought = await sold(world, { quantity: 5, offer: { minQuantity: 2, maxQuantity: 20 } })
    for (let number = 0; number < 3; number += 1) await assignment(bought, await person(world.customer))
    const to = (quantity: number) => changeQuantity(world.ofProvider, { subscriptionId: bought.id, quantity })
    expect(await refusalOf(to(2))).toMatchObject({ code: 'seats_assigned', parameters: { assigned: 3 } })
    expect(await refusalOf(to(1))).toMatchObject({ code: 'quantity_out_of_range', parameters: { min: 2, max: 20 } })
    expect(await refusal(to(21))).toBe('quantity_out_of_range')
    expect(await refusal(to(5))).toBe('input_invalid')
    await to(3)
    expect(await standing(bought)).toMatchObject({ quantity: 3, assigned: 3 })
  })

  test('of a trial, and of what is not active, stays', async () => {
    const world = await sale()
    const trial = await sold(world, { quantity: 25, offer: { isTrial: true, minQuantity: 25, maxQuantity: 25 } })
    const suspended = await sold(world, { status: 'suspended' })
    const to = (id: string) => changeQuantity(world.ofProvider, { subscriptionId: id, quantity: 26 })
    expect(await refusal(to(trial.id))).toBe('quantity_out_of_range')
    expect(await refusal(to(suspended.id))).toBe('subscription_not_active')
  })

  test('is changed only by who saw what there is now, and at the price that was shown', async () => {
    const world = await sale()
    const bought = await sold(world)
    const change = (more: object) =>
      changeQuantity(world.ofProvider, { subscriptionId: bought.id, quantity: 12, ...more })
    expect(await refusal(change({ version: 7 }))).toBe('stale')
    expect(await refusal(change({ amount: '1.00' }))).toBe('total_changed')
    expect(await count('OrderLine', '"subscriptionId" = $1', [bought.id])).toBe(1)
  })

  test('adds up after a hundred changes at the same moment', async () => {
    const world = await sale()
    const bought = await sold(world, { quantity: 10, offer: { family: 'azure', minQuantity: 5, maxQuantity: 40 } })
    const works = Array.from({ length: 100 }, () =>
      changeQuantity(world.ofProvider, { subscriptionId: bought.id, quantity: randomInt(1, 45) }),
    )
    const given = await answers(works)
    expect(
      Object.keys(given).filter((code) => !['ok', 'quantity_out_of_range', 'input_invalid'].includes(code)),
    ).toEqual([])
    const { quantity, version } = await standing(bought)
    expect(quantity).toBeGreaterThanOrEqual(5)
    expect(quantity).toBeLessThanOrEqual(40)
    expect(await seatsInBatches(bought)).toBe(quantity)
    const lines = await orderedSince(bought)
    expect(10 + lines.reduce((sum, line) => sum + line.quantity, 0)).toBe(quantity)
    expect(version).toBe(1 + (given.ok ?? 0))
    const steps = await rows<{ before: number; after: number }>(
      `select (details->>'before')::int as before, (details->>'after')::int as after from "SubscriptionChange" where "subscriptionId" = $1 order by id`,
      [bought.id],
    )
    expect(steps).toHaveLength(given.ok ?? 0)
  })

  test('changed by two who saw the same is changed once', async () => {
    const world = await sale()
    const bought = await sold(world)
    const change = (quantity: number) =>
      changeQuantity(world.ofProvider, { subscriptionId: bought.id, quantity, version: 1 })
    expect(await answers([change(11), change(12), change(13)])).toEqual({ ok: 1, stale: 2 })
  })
})

describe('cancelling', () => {
  test('within a day gives everything back, takes the licenses, and tells the customer', async () => {
    const world = await sale()
    const bought = await sold(world, { quantity: 4 })
    await assignment(bought, await person(world.customer))
    expect(await previewCancellation(world.ofProvider, { subscriptionId: bought.id })).toMatchObject({
      refund: { list: '32.00', reseller: '36.00', retail: '40.00' },
      isFull: true,
    })
    const { request, events } = watched()
    await cancelSubscription(world.ofProvider, { subscriptionId: bought.id, amount: '32.00' }, request)
    expect(await standing(bought)).toMatchObject({ status: 'deleted', assigned: 0, dueAt: null })
    expect(await count('LicenseAssignment', '"subscriptionId" = $1', [bought.id])).toBe(0)
    expect(await ledger(bought)).toMatchObject([{ kind: 'refund', quantity: -4, listAmount: '-32.00' }])
    expect((await events()).at(-1)).toMatchObject({
      type: 'subscription.cancelled',
      details: { refund: '40.00', currency: 'EUR' },
    })
    expect(await mailsOf(world.customer)).toMatchObject([{ letter: 'subscriptionCancelled' }])
    expect(await refusal(cancelSubscription(world.ofProvider, { subscriptionId: bought.id }))).toBe(
      'transition_refused',
    )
  })

  test('after the first day gives back the days that are left, and after seven nothing', async () => {
    const world = await sale()
    const bought = await sold(world, { quantity: 1 })
    const { periodEndsAt } = await standing(bought)
    const today = Math.floor(Date.now() / day)
    const days = periodEndsAt.getTime() / day - today
    moveClock(3 * day)
    const left = days - 3
    const refund = (Math.floor((800 * left) / days + 0.5) / 100).toFixed(2)
    expect(await previewCancellation(world.ofProvider, { subscriptionId: bought.id })).toMatchObject({
      refund: { list: refund },
      isFull: false,
    })
    expect(await refusal(cancelSubscription(world.ofProvider, { subscriptionId: bought.id, amount: '8.00' }))).toBe(
      'total_changed',
    )
    moveClock(4 * day)
    expect(await refusal(cancelSubscription(world.ofProvider, { subscriptionId: bought.id }))).toBe(
      'cancellation_window_passed',
    )
  })

  test('takes the add-ons with it', async () => {
    const world = await sale()
    const bought = await sold(world, { quantity: 2 })
    const addOn = await sold(world, { quantity: 3, parentId: bought.id, offer: { requires: [bought.offer.id] } })
    expect(await previewCancellation(world.ofProvider, { subscriptionId: bought.id })).toMatchObject({
      refund: { list: '40.00' },
      alsoEnds: [addOn.title],
    })
    await cancelSubscription(world.ofProvider, { subscriptionId: bought.id })
    expect(await standing(addOn)).toMatchObject({ status: 'deleted' })
    expect(await ledger(addOn)).toMatchObject([{ kind: 'refund', listAmount: '-24.00' }])
  })

  test('twice at the same moment happens once', async () => {
    const world = await sale()
    const bought = await sold(world)
    const press = () => cancelSubscription(world.ofProvider, { subscriptionId: bought.id })
    expect(await answers(Array.from({ length: 20 }, press))).toEqual({ ok: 1, transition_refused: 19 })
    expect(await ledger(bought)).toHaveLength(1)
  })
})
