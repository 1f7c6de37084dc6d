import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { clock, day, hour } from '@/lib/core/clock'
import {
  cancelSubscription,
  changeQuantity,
  reactivateSubscription,
  scheduleRenewal,
  suspendSubscription,
} from '@/lib/domain/subscriptions/commands'
import { advanceDueSubscriptions } from '@/lib/domain/subscriptions/due'
import { freshDatabase } from '../support/databases'
import { type Cycle, type Facts, LifeModel, type Price, type Term, type Wish } from '../support/life-model'
import { insert, row, rows } from '../support/owner'
import { holds } from '../support/property'
import { answerOf } from '../support/refusal'
import { type Sale, sale } from '../support/selling'
import { offer, subscription } from '../support/subscriptions'

// The real commands on a real database against a model that knows nothing of them. A database of its own: the clock goes
// far ahead here, and everything else that is due would be advanced with it.
const { ownerUrl, applicationUrl } = await freshDatabase()
Object.assign(process.env, { APPLICATION_DATABASE_URL: applicationUrl, TANDEM_TEST_OWNER_URL: ownerUrl })

const limits = { min: 2, max: 12 }
const prices: Price[] = [
  { term: 'P1M', cycle: 'Monthly', cents: 999 },
  { term: 'P1Y', cycle: 'Monthly', cents: 777 },
  { term: 'P1Y', cycle: 'Annual', cents: 8_501 },
  { term: 'P3Y', cycle: 'Annual', cents: 7_003 },
]
const wording = (cents: number) => (cents / 100).toFixed(2)

async function offerWithPrices(first: Price) {
  const unit = { list: wording(first.cents), reseller: wording(first.cents + 100), retail: wording(first.cents + 200) }
  const kind = { termDuration: first.term, billingCycle: first.cycle, prices: unit }
  const made = await offer({ family: 'azure', minQuantity: limits.min, maxQuantity: limits.max, ...kind })
  for (const { term, cycle, cents } of prices.filter((price) => price !== first))
    await insert('CatalogAvailability', {
      id: uuidv7(),
      offerId: made.id,
      currency: 'EUR',
      termDuration: term,
      billingCycle: cycle,
      listPrice: wording(cents),
      resellerPrice: wording(cents + 100),
      retailPrice: wording(cents + 200),
    })
  return made
}

function fulfil(actor: Actor, subscriptionId: string, wish: Wish): Promise<unknown> {
  const input = { subscriptionId }
  switch (wish.act) {
    case 'quantity':
      return changeQuantity(actor, { ...input, quantity: wish.to })
    case 'suspend':
      return suspendSubscription(actor, input)
    case 'reactivate':
      return reactivateSubscription(actor, input)
    case 'cancel':
      return cancelSubscription(actor, input)
    case 'schedule': {
      const { autoRenew, quantity, term, cycle } = wish
      return scheduleRenewal(actor, { ...input, autoRenew, quantity, termDuration: term, billingCycle: cycle })
    }
  }
}

async function factsOf(id: string, now: number): Promise<Facts> {
  return row<Facts>(
    `select s.status::text, s.quantity, s."autoRenew", s."nextQuantity",
       (extract(epoch from s."termEndsAt") / 86400)::int as "termEndsOn",
       (extract(epoch from s."periodEndsAt") / 86400)::int as "periodEndsOn",
       (select coalesce(sum(c."listAmount") * 100, 0)::int from "Charge" c where c."subscriptionId" = s.id) as billed,
       (select coalesce(sum(b.quantity), 0)::int from "SubscriptionBatch" b
        where b."subscriptionId" = s.id and b."reducibleUntil" > $2) as reducible
     from "Subscription" s where s.id = $1`,
    [id, new Date(now)],
  )
}

const wait = fc.oneof(
  { arbitrary: fc.integer({ min: 1, max: 60 }).map((hours) => hours * hour), weight: 4 },
  { arbitrary: fc.integer({ min: 1, max: 9 }).map((days) => days * day), weight: 3 },
  { arbitrary: fc.integer({ min: 20, max: 45 }).map((days) => days * day), weight: 2 },
  { arbitrary: fc.integer({ min: 100, max: 400 }).map((days) => days * day), weight: 1 },
)
const wish: fc.Arbitrary<Wish> = fc.oneof(
  { arbitrary: fc.record({ act: fc.constant('quantity' as const), to: fc.integer({ min: 1, max: 13 }) }), weight: 5 },
  { arbitrary: fc.constantFrom<Wish>({ act: 'suspend' }, { act: 'reactivate' }, { act: 'reactivate' }), weight: 3 },
  { arbitrary: fc.constant<Wish>({ act: 'cancel' }), weight: 1 },
  {
    arbitrary: fc.record({
      act: fc.constant('schedule' as const),
      autoRenew: fc.boolean(),
      quantity: fc.integer({ min: 1, max: 13 }),
      term: fc.constantFrom<Term>('P1M', 'P1Y', 'P3Y'),
      cycle: fc.constantFrom<Cycle>('Monthly', 'Annual'),
    }),
    weight: 3,
  },
)

const history = fc.record({
  // 2027-01-01 to 2028-12-31: short months and a leap day are in it.
  startDay: fc.integer({ min: 20_819, max: 21_549 }),
  first: fc.constantFrom(...prices),
  quantity: fc.integer(limits),
  steps: fc.array(fc.tuple(wait, wish), { minLength: 1, maxLength: 9 }),
})

let world: Sale | undefined

async function live({ startDay, first, quantity, steps }: typeof history extends fc.Arbitrary<infer H> ? H : never) {
  world ??= await sale()
  let now = startDay * day + 9 * hour
  clock.now = () => new Date(now)
  const { provider, customer, ofProvider } = world
  const startedAt = new Date(startDay * day)
  const bought = await subscription({ provider, customer, quantity, startedAt, offer: await offerWithPrices(first) })
  const model = new LifeModel(prices, limits, first, startDay, quantity)
  try {
    for (const [milliseconds, wanted] of steps) {
      now += milliseconds
      const expected = model.wish(wanted, now)
      expect(await answerOf(fulfil(ofProvider, bought.id, wanted)), JSON.stringify(wanted)).toBe(expected)
      expect((await advanceDueSubscriptions()).failed).toBe(0)
      expect(await factsOf(bought.id, now)).toEqual(model.facts(now))
    }
  } finally {
    await rows('update "Subscription" set "dueAt" = null')
  }
}

test('the life of a subscription is that of the model, whatever people do and however time passes', () =>
  holds(fc.asyncProperty(history, live), 100, 1_000))
