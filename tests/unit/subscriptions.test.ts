import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, hour } from '@/lib/core/clock'
import { noticeAt } from '@/lib/domain/orders/rules'
import { lifeCycle, lifeEvents, outlives, subscriptionStatuses } from '@/lib/domain/subscriptions/life-cycle'
import { acts, type Ruled, refusal } from '@/lib/domain/subscriptions/rules'
import { advance, lookAgain, type Timed } from '@/lib/domain/subscriptions/terms'
import { type Batch, chooseSeats, openBatches, refundOf, refundPerSeat } from '@/lib/domain/subscriptions/windows'
import { anActor } from '../support/actors'
import { holds } from '../support/property'

describe('the life cycle', () => {
  // Spec 3.8, row by row, typed a second time.
  const known = new Set([
    'pending provision active',
    'active suspend suspended',
    'active cancel deleted',
    'active termEndsRenewing active',
    'active termEndsFinally expired',
    'suspended reactivate active',
    'suspended cancel deleted',
    'suspended termEndsRenewing disabled',
    'suspended termEndsFinally disabled',
    'expired graceEnds disabled',
    'disabled disabledEnds deleted',
  ])

  test('has the ways of the specification and no others', () => {
    const ways = subscriptionStatuses.flatMap((from) =>
      lifeEvents.flatMap((event) => (lifeCycle[from][event] ? [`${from} ${event} ${lifeCycle[from][event]}`] : [])),
    )
    expect(new Set(ways)).toEqual(known)
  })

  test('never leads back to life from where time has led', () => {
    for (const from of ['expired', 'disabled', 'deleted'] as const)
      for (const to of Object.values(lifeCycle[from])) expect(outlives(from, to), `${from} ${to}`).toBe(true)
  })
})

const midnight = fc.integer({ min: 20_000, max: 23_000 }).map((days) => new Date(days * day))
const price = fc.integer({ min: 1, max: 99_999 }).map((cents) => (cents / 100).toFixed(2))
const running = fc
  .record({ start: midnight, unit: price, days: fc.integer({ min: 28, max: 31 }) })
  .map(({ start, unit, days }) => ({
    periodStartedAt: start,
    periodEndsAt: new Date(start.getTime() + days * day),
    billingCycle: 'None' as const,
    anchorDay: start.getUTCDate(),
    unit: { list: unit, reseller: unit, retail: unit },
  }))
const batchesOf = (start: Date) =>
  fc.array(
    fc.record({
      id: fc.uuid(),
      quantity: fc.integer({ min: 0, max: 20 }),
      addedAt: fc.integer({ min: -20 * 24, max: 20 * 24 }).map((hours) => new Date(start.getTime() + hours * hour)),
      paid: price.map((paid) => ({ list: paid, reseller: paid, retail: paid })),
    }),
    { maxLength: 6 },
  )
const scene = running.chain((billed) =>
  fc.record({
    billed: fc.constant(billed),
    now: fc
      .integer({ min: 20 * 24, max: 27 * 24 })
      .map((hours) => new Date(billed.periodStartedAt.getTime() + hours * hour)),
    batches: batchesOf(billed.periodStartedAt).map((batches): Batch[] =>
      batches.map((batch) => ({ ...batch, reducibleUntil: new Date(batch.addedAt.getTime() + 7 * day) })),
    ),
    count: fc.integer({ min: 1, max: 60 }),
  }),
)

describe('what is given back', () => {
  test('is exactly as many seats as were asked for, out of open windows, or nothing', () =>
    holds(
      fc.property(scene, ({ billed, now, batches, count }) => {
        const open = openBatches(batches, now).reduce((sum, { quantity }) => sum + quantity, 0)
        const chosen = chooseSeats(batches, billed, count, now)
        if (count > open) {
          expect(chosen).toBeNull()
          return
        }
        expect(chosen?.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(count)
        for (const { batchId, quantity } of chosen ?? []) {
          const batch = batches.find(({ id }) => id === batchId)
          expect(quantity).toBeLessThanOrEqual(batch?.quantity ?? 0)
          expect(now.getTime()).toBeLessThan(batch?.reducibleUntil.getTime() ?? 0)
        }
      }),
    ))

  test('is the most that any choice of as many seats would bring', () =>
    holds(
      fc.property(scene, ({ billed, now, batches, count }) => {
        const chosen = chooseSeats(batches, billed, count, now)
        if (!chosen) return
        const worth = openBatches(batches, now).flatMap((batch) =>
          Array.from({ length: batch.quantity }, () =>
            Math.round(Number(refundPerSeat(batch, billed, now).list) * 100),
          ),
        )
        const best = worth.sort((one, other) => other - one).slice(0, count)
        expect(Math.round(Number(refundOf(chosen).list) * 100)).toBe(best.reduce((sum, each) => sum + each, 0))
      }),
    ))

  test('is everything within a day, never more than was paid, and less from day to day', () =>
    holds(
      fc.property(running, price, fc.integer({ min: 0, max: 26 * 24 }), (billed, paid, hours) => {
        const prices = { list: paid, reseller: paid, retail: paid }
        const addedAt = new Date(billed.periodStartedAt.getTime() + hours * hour)
        const batch = {
          id: '1',
          quantity: 1,
          addedAt,
          reducibleUntil: new Date(addedAt.getTime() + 7 * day),
          paid: prices,
        }
        const worthAfter = (time: number) =>
          Number(refundPerSeat(batch, billed, new Date(addedAt.getTime() + time)).list)
        expect(worthAfter(0)).toBe(Number(paid))
        expect(worthAfter(day - 1)).toBe(Number(paid))
        let before = Number(paid)
        for (let days = 1; days < 8; days += 1) {
          const now = worthAfter(days * day)
          expect(now).toBeLessThanOrEqual(before)
          expect(now).toBeGreaterThanOrEqual(0)
          before = now
        }
      }),
    ))
})

const timed: fc.Arbitrary<Timed> = fc
  .record({
    status: fc.constantFrom(...subscriptionStatuses),
    start: midnight,
    isTrial: fc.boolean(),
    autoRenew: fc.boolean(),
    termDuration: fc.constantFrom('P1M' as const, 'P1Y' as const),
    billingCycle: fc.constantFrom('Monthly' as const, 'Annual' as const),
    months: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ start, months, ...facts }) => {
    const termEndsAt = new Date(start.getTime() + 365 * day)
    const periodEndsAt = new Date(Math.min(termEndsAt.getTime(), start.getTime() + months * 30 * day))
    const seats = { quantity: 5, assigned: 2, nextQuantity: null, nextTermDuration: null, nextBillingCycle: null }
    const bare = {
      ...facts,
      ...seats,
      statusSince: start,
      anchorDay: start.getUTCDate(),
      termEndsAt,
      periodStartedAt: start,
      periodEndsAt,
    }
    return { ...bare, dueAt: lookAgain(bare, start) }
  })

describe('what falls due', () => {
  test('is nothing before its time, and something at it', () =>
    holds(
      fc.property(timed, (subscription) => {
        const { dueAt } = subscription
        if (!dueAt) {
          expect(['pending', 'deleted']).toContain(subscription.status)
          return
        }
        expect(advance(subscription, new Date(dueAt.getTime() - 1))).toBeNull()
        expect(advance(subscription, dueAt)).not.toBeNull()
      }),
    ))

  test('happened at a moment that has passed, whenever it is looked at', () =>
    holds(
      fc.property(timed, fc.integer({ min: 0, max: 2_000 }), (subscription, days) => {
        const now = new Date(subscription.statusSince.getTime() + days * day)
        const step = advance(subscription, now)
        if (step && step.kind !== 'wait') expect(step.at.getTime()).toBeLessThanOrEqual(now.getTime())
        if (step?.kind === 'wait' && step.until) expect(step.until.getTime()).toBeGreaterThan(now.getTime())
      }),
    ))

  test('is announced by day, and a month that renews by itself is no news', () => {
    const termEndsAt = new Date('2027-03-01T00:00:00Z')
    const notice = (termDuration: 'P1M' | 'P1Y', autoRenew: boolean, isTrial = false) =>
      noticeAt({ termEndsAt, termDuration, isTrial, autoRenew })?.toISOString() ?? null
    expect(notice('P1Y', true)).toBe('2027-01-30T09:00:00.000Z')
    expect(notice('P1M', true)).toBeNull()
    expect(notice('P1M', false)).toBe('2027-02-22T09:00:00.000Z')
    expect(notice('P1M', false, true)).toBe('2027-02-22T09:00:00.000Z')
  })
})

describe('what may be done', () => {
  const now = new Date('2027-03-02T00:00:00Z')
  const agent = anActor('provider', ['adminAgent'])
  const subscription: Ruled = {
    providerId: agent.organizationId,
    family: 'office365',
    title: 'Workplace',
    status: 'active',
    isTrial: false,
    termStartedAt: new Date('2027-03-01T00:00:00Z'),
    termEndsAt: new Date('2028-03-01T00:00:00Z'),
    parentId: null,
    offer: { minQuantity: 1, maxQuantity: 10, upgradesTo: ['a'], convertsTo: null },
  }
  const possible = (differently: Partial<Ruled>, circumstances: { parentStatus?: 'suspended' } = {}) =>
    acts.filter(
      (act) =>
        !refusal(act, { ...subscription, ...differently }, agent, {
          serves: true,
          delegated: true,
          administers: true,
          parentStatus: null,
          now,
          ...circumstances,
        }),
    )

  test.each([
    ['active', ['rename', 'changeQuantity', 'suspend', 'cancel', 'schedule', 'upgrade', 'buyAddOn']],
    ['suspended', ['rename', 'reactivate', 'cancel']],
    ['expired', ['rename']],
    ['disabled', ['rename']],
    ['deleted', []],
  ] as const)('while it is %s', (status, expected) => expect(possible({ status })).toEqual(expected))

  test('with a trial, an add-on, and after seven days', () => {
    const trial = { isTrial: true, offer: { minQuantity: 25, maxQuantity: 25, upgradesTo: [], convertsTo: 'a' } }
    expect(possible(trial)).toEqual(['rename', 'suspend', 'cancel', 'convert'])
    expect(possible({ parentId: 'a' })).not.toContain('buyAddOn')
    expect(possible({ parentId: 'a', status: 'suspended' }, { parentStatus: 'suspended' })).toEqual([
      'rename',
      'cancel',
    ])
    expect(possible({ termStartedAt: new Date('2027-02-22T00:00:00Z') })).not.toContain('cancel')
  })
})
