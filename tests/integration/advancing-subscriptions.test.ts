import { describe, expect, test } from 'vitest'
import { clock, hour } from '@/lib/core/clock'
import { changeQuantity, scheduleRenewal, suspendSubscription } from '@/lib/domain/subscriptions/commands'
import { advanceDueSubscriptions } from '@/lib/domain/subscriptions/due'
import { freshDatabase } from '../support/databases'
import { person } from '../support/organizations'
import { count, row, rows } from '../support/owner'
import { mailsOf } from '../support/record'
import { refusal } from '../support/refusal'
import { historyOf, ledger, orderedSince, type Sale, sale, seatsInBatches, standing } from '../support/selling'
import { assignment, subscription } from '../support/subscriptions'

// A database of its own: the clock goes far ahead, and whatever else is due would be advanced, too.
const { ownerUrl, applicationUrl } = await freshDatabase()
Object.assign(process.env, { APPLICATION_DATABASE_URL: applicationUrl, TANDEM_TEST_OWNER_URL: ownerUrl })

const at = (text: string) => new Date(`${text}:00Z`)
const today = (text: string) => {
  clock.now = () => at(text)
}

type More = Omit<Parameters<typeof subscription>[0], 'provider' | 'customer'>

function boughtOn(date: string, { provider, customer }: Sale, more: More = {}) {
  const startedAt = new Date(`${date}T00:00:00Z`)
  return subscription({ provider, customer, startedAt, ...more })
}

describe('the worker', () => {
  test('bills each month of a year that passed unseen, for the day it fell due', async () => {
    const bought = await boughtOn('2027-01-31', await sale(), { quantity: 2 })
    today('2027-05-02T12:00')
    await advanceDueSubscriptions()
    const billed = await ledger(bought)
    expect(billed.map(({ chargedAt }) => chargedAt.toISOString().slice(0, 10))).toEqual([
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
    ])
    expect(new Set(billed.map(({ kind, listAmount }) => `${kind} ${listAmount}`))).toEqual(new Set(['period 16.00']))
    expect(await standing(bought)).toMatchObject({ periodEndsAt: at('2027-05-31T00:00'), version: 1 })
  })

  test('renews as it was scheduled, at the price of that day, with windows of its own, and tells the customer', async () => {
    const world = await sale()
    const bought = await boughtOn('2027-03-01', world, { quantity: 4 })
    await rows(
      `update "CatalogAvailability" set "listPrice" = 9, "resellerPrice" = 10, "retailPrice" = 11 where "offerId" = $1`,
      [bought.offer.id],
    )
    today('2027-06-01T12:00')
    await scheduleRenewal(world.ofProvider, { subscriptionId: bought.id, autoRenew: true, quantity: 3 })
    today('2028-03-01T00:05')
    await advanceDueSubscriptions()
    expect(await standing(bought)).toMatchObject({
      status: 'active',
      quantity: 3,
      nextQuantity: null,
      termStartedAt: at('2028-03-01T00:00'),
      termEndsAt: at('2029-03-01T00:00'),
      listUnitPrice: '9.00',
    })
    expect(await seatsInBatches(bought)).toBe(3)
    expect(await orderedSince(bought)).toEqual([
      { transaction: 'renew', quantity: 3, listAmount: '27.00', transactionType: 'SystemPurchase' },
    ])
    expect((await historyOf(bought)).at(-1)).toBe('subscription.renewed')
    expect((await mailsOf(world.customer)).map(({ letter }) => letter)).toEqual([
      'subscriptionRenewing',
      'subscriptionRenewed',
    ])
    const entries = await count('ActivityEntry', `"organizationId" = $1 and type = 'subscription.renewed'`, [
      world.provider.id,
    ])
    expect(entries).toBe(1)
    await changeQuantity(world.ofProvider, { subscriptionId: bought.id, quantity: 1 })
  })

  test('never renews with fewer licenses than people hold', async () => {
    const world = await sale()
    const bought = await boughtOn('2027-03-01', world, { quantity: 4, columns: { nextQuantity: 1 } })
    for (let number = 0; number < 2; number += 1) await assignment(bought, await person(world.customer))
    today('2028-03-02T00:00')
    await advanceDueSubscriptions()
    expect(await standing(bought)).toMatchObject({ quantity: 2, assigned: 2 })
  })

  test('lets one end that is not renewed: 30 days of grace, 90 days for the data, then nothing', async () => {
    const world = await sale()
    const bought = await boughtOn('2027-03-01', world, { autoRenew: false, quantity: 2 })
    const addOn = await boughtOn('2027-03-01', world, { parentId: bought.id })
    await assignment(bought, await person(world.customer))
    const statuses = async (date: string) => {
      today(date)
      await advanceDueSubscriptions()
      return [(await standing(bought)).status, (await standing(addOn)).status]
    }
    expect(await statuses('2028-02-29T23:59')).toEqual(['active', 'active'])
    expect(await statuses('2028-03-01T00:00')).toEqual(['expired', 'expired'])
    expect(await statuses('2028-03-30T23:59')).toEqual(['expired', 'expired'])
    expect(await statuses('2028-03-31T00:00')).toEqual(['disabled', 'disabled'])
    expect(await standing(bought)).toMatchObject({ assigned: 1 })
    expect(await statuses('2028-06-29T00:00')).toEqual(['deleted', 'deleted'])
    expect(await standing(bought)).toMatchObject({ assigned: 0, dueAt: null })
    expect(await count('LicenseAssignment', '"subscriptionId" = $1', [bought.id])).toBe(0)
    expect((await ledger(bought)).filter(({ chargedAt }) => chargedAt >= at('2028-03-01T00:00'))).toEqual([])
    expect((await mailsOf(world.customer)).map(({ letter }) => letter)).toEqual([
      'subscriptionEnding',
      'subscriptionEnding',
    ])
  })

  test('disables at once what is suspended when its term ends, billed until then', async () => {
    const world = await sale()
    const bought = await boughtOn('2027-03-01', world, { quantity: 1 })
    today('2027-12-15T00:00')
    await suspendSubscription(world.ofProvider, { subscriptionId: bought.id })
    today('2028-03-01T00:00')
    await advanceDueSubscriptions()
    expect(await standing(bought)).toMatchObject({ status: 'disabled', statusSince: at('2028-03-01T00:00') })
    expect(await ledger(bought)).toHaveLength(11)
  })

  test('does not renew for a customer that has left its provider', async () => {
    const world = await sale()
    const bought = await boughtOn('2027-03-01', world)
    await rows(`update "CustomerRelationship" set "endedAt" = now(), status = 'ended' where "customerId" = $1`, [
      world.customer.id,
    ])
    today('2028-03-01T00:00')
    await advanceDueSubscriptions()
    expect(await standing(bought)).toMatchObject({ status: 'expired' })
    expect(await orderedSince(bought)).toEqual([])
  })

  test('lets an add-on renew to the end of its base and no further', async () => {
    const world = await sale()
    const monthly = { termDuration: 'P1M', billingCycle: 'Monthly' } as const
    const base = await boughtOn('2027-03-10', world)
    const addOn = await boughtOn('2027-04-20', world, { parentId: base.id, quantity: 1, offer: monthly })
    today('2028-03-01T00:00')
    await advanceDueSubscriptions()
    expect(await standing(addOn)).toMatchObject({
      termStartedAt: at('2028-02-20T00:00'),
      termEndsAt: at('2028-03-10T00:00'),
    })
    // 19 of the 29 days from 20 February to 20 March.
    expect((await orderedSince(addOn)).at(-1)).toMatchObject({ transaction: 'renew', listAmount: '5.24' })
    today('2028-03-10T00:00')
    await advanceDueSubscriptions()
    expect(await standing(addOn)).toMatchObject({
      termStartedAt: at('2028-03-10T00:00'),
      termEndsAt: at('2028-04-10T00:00'),
    })
  })

  test('goes on after one that cannot be advanced, and comes back to it', async () => {
    const world = await sale()
    const poisoned = await boughtOn('2027-03-01', world, { quantity: 1 })
    const sound = await boughtOn('2027-03-01', world, { quantity: 1 })
    // No charge can be written any more: the amount is beyond what its column takes.
    await rows('update "Subscription" set quantity = 2000000000, "listUnitPrice" = 9999999999 where id = $1', [
      poisoned.id,
    ])
    today('2027-04-01T00:00')
    expect(await advanceDueSubscriptions()).toMatchObject({ failed: 1 })
    expect(await ledger(sound)).toHaveLength(1)
    expect(await ledger(poisoned)).toHaveLength(0)
    expect(await standing(poisoned)).toMatchObject({ dueAt: new Date(at('2027-04-01T00:00').getTime() + hour) })
    await rows('update "Subscription" set quantity = 1, "listUnitPrice" = 8 where id = $1', [poisoned.id])
    today('2027-04-01T02:00')
    expect(await advanceDueSubscriptions()).toMatchObject({ failed: 0 })
    expect(await ledger(poisoned)).toHaveLength(1)
  })

  test('does everything once, however many workers do it', async () => {
    const world = await sale()
    const bought = []
    for (let number = 0; number < 12; number += 1) bought.push(await boughtOn('2027-03-01', world, { quantity: 1 }))
    today('2028-03-02T00:00')
    await Promise.all([1, 2, 3, 4].map(advanceDueSubscriptions))
    for (const each of bought) {
      expect(await ledger(each)).toHaveLength(12)
      expect(await orderedSince(each)).toHaveLength(1)
      expect(await seatsInBatches(each)).toBe(1)
    }
  })

  test('leaves a change that came first to find everything done', async () => {
    const world = await sale()
    const bought = await boughtOn('2027-03-01', world, { autoRenew: false })
    today('2028-03-05T00:00')
    const change = changeQuantity(world.ofProvider, { subscriptionId: bought.id, quantity: 12 })
    expect(await refusal(change)).toBe('subscription_not_active')
    expect(await refusal(suspendSubscription(world.ofReseller, { subscriptionId: bought.id }))).toBe('busy')
    await advanceDueSubscriptions()
    expect(await refusal(suspendSubscription(world.ofReseller, { subscriptionId: bought.id }))).toBe(
      'transition_refused',
    )
  })
})

test('the renewal is locked in the last 24 hours', async () => {
  const world = await sale()
  const bought = await boughtOn('2027-03-01', world)
  const decide = () => scheduleRenewal(world.ofProvider, { subscriptionId: bought.id, autoRenew: false })
  today('2028-02-29T00:01')
  expect(await refusal(decide())).toBe('renewal_locked')
  today('2028-02-28T23:59')
  await decide()
  const { autoRenew } = await row<{ autoRenew: boolean }>('select "autoRenew" from "Subscription" where id = $1', [
    bought.id,
  ])
  expect(autoRenew).toBe(false)
})
