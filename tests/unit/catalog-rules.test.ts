import { describe, expect, test } from 'vitest'
import { organizationKinds, rolesThatMay } from '@/lib/access/permissions'
import {
  assertAvailable,
  type CustomerFacts,
  isBilled,
  isSoldIn,
  marketsOf,
  nothing,
  offerVerdict,
  pricesFor,
  type RuledAvailability,
  type RuledOffer,
  reasonsIn,
  verdict,
  visibleOf,
  visiblePrices,
  withPurchase,
} from '@/lib/domain/catalog/rules'
import { anActor } from '../support/actors'
import { refusalOf } from '../support/refusal'

const offer = (differently: Partial<RuledOffer> = {}): RuledOffer => ({
  ...{ id: 'A:1', title: 'Workplace', segment: 'Commercial', isTrial: false, limitUnit: 'None', limit: 0 },
  ...{ convertsTo: null, requires: [], withdrawnAt: null },
  ...differently,
})
const price = (differently: Partial<RuledAvailability> = {}): RuledAvailability => ({
  ...{ countries: [], currency: 'EUR', withdrawnAt: null },
  ...differently,
})
const facts = (
  differently: Partial<CustomerFacts> & { has?: Record<string, Partial<typeof nothing>> } = {},
): CustomerFacts => {
  const { has = {}, ...others } = differently
  const holdings = new Map(Object.entries(has).map(([id, holding]) => [id, { ...nothing, ...holding }]))
  return { customerId: 'c', country: 'DE', segment: 'Commercial', holdings, ...others }
}
const reasons = (of: RuledOffer, at: RuledAvailability, to: CustomerFacts) => reasonsIn(verdict(of, at, to))

describe('prices', () => {
  const stored = { list: 8, reseller: 9, retail: 10.5 }
  const prices = { listPrice: stored.list, resellerPrice: stored.reseller, retailPrice: stored.retail }

  test('nobody sees one upstream of itself', () => {
    expect(pricesFor(anActor('provider', ['globalAdmin']), prices)).toEqual({
      list: '8.00',
      reseller: '9.00',
      retail: '10.50',
    })
    expect(pricesFor(anActor('reseller', ['globalAdmin']), prices)).toEqual({ reseller: '9.00', retail: '10.50' })
    expect(pricesFor(anActor('customer', ['globalAdmin']), prices)).toEqual({ retail: '10.50' })
    expect(pricesFor(anActor('operator', ['globalAdmin']), prices)).toEqual({})
    expect(visiblePrices(anActor('reseller', ['globalAdmin']))).toEqual(['reseller', 'retail'])
  })

  test('somebody who may not see the catalogue sees none', () => {
    for (const kind of organizationKinds) expect(visiblePrices(anActor(kind, ['helpdeskAgent']))).toEqual([])
    expect(visibleOf(anActor('provider', ['helpdeskAgent']), stored)).toEqual({})
  })

  test('are seen by everybody who buys, takes back or earns: what they agree to stands in those prices', () => {
    const needing = [
      'order.create',
      'customer.add',
      'subscription.cancel',
      'subscription.schedule',
      'incentive.view',
    ] as const
    for (const permission of needing)
      for (const kind of organizationKinds)
        for (const role of rolesThatMay(permission, kind))
          expect(visiblePrices(anActor(kind, [role])), `${permission}: ${kind} ${role}`).not.toEqual([])
  })
})

describe('terms and billing cycles', () => {
  test.each([
    ['P1M', 'Monthly', true],
    ['P1M', 'Annual', false],
    ['P1Y', 'Monthly', true],
    ['P1Y', 'Annual', true],
    ['P3Y', 'Monthly', true],
    ['P3Y', 'Annual', true],
    ['P1Y', 'None', false],
  ] as const)('%s is billed %s: %s', (term, cycle, goes) => expect(isBilled(term, cycle, false)).toBe(goes))

  test('a trial is for a month and never billed', () => {
    expect(isBilled('P1M', 'None', true)).toBe(true)
    expect(isBilled('P1M', 'Monthly', true)).toBe(false)
    expect(isBilled('P1Y', 'None', true)).toBe(false)
  })
})

describe('where a price holds', () => {
  test('in the countries it names, in their own currency', () => {
    expect(isSoldIn(price({ countries: ['AT', 'DE'] }), 'DE')).toBe(true)
    expect(isSoldIn(price({ countries: ['AT', 'DE'] }), 'FR')).toBe(false)
    expect(isSoldIn(price({ countries: ['CH'] }), 'CH')).toBe(false)
  })

  test('in every country whose own currency it is where it names none', () => {
    expect(isSoldIn(price(), 'FR')).toBe(true)
    expect(isSoldIn(price(), 'CH')).toBe(false)
    expect(marketsOf(price({ currency: 'CHF' }))).toEqual(['CH', 'LI'])
    expect(marketsOf(price({ currency: 'XXX' }))).toEqual([])
  })
})

describe('what a customer may buy', () => {
  const trial = offer({ id: 'T:1', isTrial: true, limitUnit: 'Lifetime', limit: 1, convertsTo: 'A:1' })
  const small = offer({ limitUnit: 'Concurrent', limit: 2 })
  const addOn = offer({ id: 'X:1', requires: ['A:1', 'B:1'] })
  const school = offer({ segment: 'Education' })

  test.each([
    ['an offer for its country', offer(), price(), facts(), []],
    ['what is withdrawn', offer({ withdrawnAt: new Date() }), price(), facts(), ['withdrawn']],
    ['a price that is withdrawn', offer(), price({ withdrawnAt: new Date() }), facts(), ['withdrawn']],
    ['an offer for schools, as a company', school, price(), facts(), ['segment']],
    ['an offer for schools, as a school', school, price(), facts({ segment: 'Education' }), []],
    ['a commercial offer, as a school', offer(), price(), facts({ segment: 'Education' }), []],
    ['what is not sold in its country', offer(), price({ countries: ['FR'] }), facts(), ['country']],
    ['what is sold in other currencies only', offer(), price({ currency: 'RUB' }), facts(), ['country']],
    ['a foreign currency', offer(), price({ countries: ['DE'], currency: 'USD' }), facts(), ['currency']],
    ['a first trial', trial, price(), facts(), []],
    ['a second trial', trial, price(), facts({ has: { 'T:1': { ever: 1 } } }), ['lifetimeLimit']],
    ['a trial of what it has', trial, price(), facts({ has: { 'A:1': { current: 1, ever: 1 } } }), ['owned']],
    ['a trial of what it once had', trial, price(), facts({ has: { 'A:1': { ever: 1 } } }), []],
    ['a second small plan', small, price(), facts({ has: { 'A:1': { active: 1, current: 1, ever: 9 } } }), []],
    ['a third small plan', small, price(), facts({ has: { 'A:1': { current: 2, ever: 2 } } }), ['concurrentLimit']],
    ['an add-on to nothing', addOn, price(), facts(), ['prerequisite']],
    ['an add-on to what is suspended', addOn, price(), facts({ has: { 'B:1': { current: 1 } } }), ['prerequisite']],
    ['an add-on to one of its bases', addOn, price(), facts({ has: { 'B:1': { active: 1, current: 1 } } }), []],
  ] as const)('%s', (_name, of, at, to, expected) => expect(reasons(of, at, to)).toEqual(expected))

  test('is told every reason, the most lasting one first', () => {
    const all = { ...school, requires: ['B:1'], limitUnit: 'Concurrent' as const, limit: 1, withdrawnAt: new Date() }
    expect(
      reasons(all, price({ countries: ['FR'], withdrawnAt: new Date() }), facts({ has: { 'A:1': { current: 1 } } })),
    ).toEqual(['withdrawn', 'segment', 'country', 'concurrentLimit', 'prerequisite'])
  })

  test('changes with what waits in the same cart', () => {
    expect(reasons(addOn, price(), withPurchase(facts(), 'A:1'))).toEqual([])
    expect(reasons(trial, price(), withPurchase(facts(), 'T:1'))).toEqual(['lifetimeLimit'])
    const two = withPurchase(withPurchase(facts(), 'A:1'), 'A:1')
    expect(reasons(small, price(), two)).toEqual(['concurrentLimit'])
    expect(two.holdings.get('A:1')).toEqual({ active: 2, current: 2, ever: 2 })
  })

  test('an offer is available where one of its prices is; otherwise the nearest tells why', () => {
    const prices = [price({ currency: 'RUB' }), price(), price({ countries: ['FR'] })]
    expect(offerVerdict(offer(), prices, facts())).toEqual({ available: true })
    expect(reasonsIn(offerVerdict(addOn, prices, facts()))).toEqual(['prerequisite'])
    expect(reasonsIn(offerVerdict(offer(), prices.slice(2), facts()))).toEqual(['country'])
    expect(reasonsIn(offerVerdict(offer(), [], facts()))).toEqual(['withdrawn'])
  })

  test('is refused with the code of the reason', async () => {
    const refuse = async (...given: Parameters<typeof assertAvailable>) => {
      const { code, parameters } = await refusalOf(Promise.resolve().then(() => assertAvailable(...given)))
      return [code, parameters]
    }
    const title = 'Workplace'
    assertAvailable(offer(), price(), facts())
    expect(await refuse(school, price(), facts())).toEqual(['offer_unavailable', { title, reason: 'segment' }])
    expect(await refuse(small, price(), facts({ has: { 'A:1': { current: 2 } } }))).toEqual([
      'offer_limit_reached',
      { title, limit: 2 },
    ])
    expect(await refuse(addOn, price(), facts())).toEqual(['prerequisite_missing', { title }])
  })
})
