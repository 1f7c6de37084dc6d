import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { listOffers, listOffersForCustomer } from '@/lib/domain/catalog/queries'
import { founded, member, newMark, type Organization, organization } from '../support/organizations'
import { insert } from '../support/owner'
import { walk } from '../support/paging'
import { refusal } from '../support/refusal'
import { relationship } from '../support/relations'
import { type Offer, type OfferChoices, offer, subscription } from '../support/subscriptions'

// Others write offers into the same database: everything here is found by a mark in its title.
const mark = newMark()
const titled = (title: string, choices: OfferChoices = {}) => offer({ title: `${title} ${mark}`, ...choices })
const titles = (rows: readonly { title: string }[]) => rows.map(({ title }) => title.replace(` ${mark}`, ''))

let provider: Organization
let customer: Organization
let seller: Actor
let base: Offer
let trial: Offer

beforeAll(async () => {
  const made = await founded('provider')
  provider = made.organization
  seller = made.admin
  customer = await organization('customer')
  await relationship(provider, customer)
  base = await titled('Base', { limitUnit: 'Concurrent', limit: 2 })
  trial = await titled('Basic Trial', { isTrial: true, limitUnit: 'Lifetime', limit: 1, convertsTo: base.id })
  await titled('Add-on', { requires: [base.id], family: 'voice' })
  await titled('School', { segment: 'Education' })
  await titled('Russia 100%', { currency: 'RUB', termDuration: 'P3Y', billingCycle: 'Annual' })
  await titled('France', { countries: ['FR'], upgradesTo: [base.id] })
  await titled('Gone', { withdrawnAt: new Date() })
})

describe('the price list', () => {
  const list = async (input: Parameters<typeof listOffers>[1] = {}, actor = seller) =>
    listOffers(actor, { search: mark, ...input })

  test('shows what is sold at home, in title order', async () => {
    const page = await list()
    expect(titles(page.rows)).toEqual(['Add-on', 'Base', 'Basic Trial', 'School'])
    expect(page).toMatchObject({ market: 'DE', home: 'DE', isImported: true, previous: null, next: null })
  })

  test.each([
    [{ market: 'all' }, ['Add-on', 'Base', 'Basic Trial', 'France', 'Russia 100%', 'School']],
    [{ market: 'FR' }, ['Add-on', 'Base', 'Basic Trial', 'France', 'School']],
    [{ market: 'RU' }, ['Russia 100%']],
    [{ market: 'US' }, []],
    [{ kind: 'base' }, ['Base', 'School']],
    [{ kind: 'addOn' }, ['Add-on']],
    [{ kind: 'trial' }, ['Basic Trial']],
    [{ family: 'voice' }, ['Add-on']],
    [{ segment: 'Education' }, ['School']],
    [{ term: 'P1M' }, ['Basic Trial']],
    [{ term: 'P3Y', market: 'all' }, ['Russia 100%']],
    [{ cycle: 'Monthly', segment: 'Commercial' }, ['Add-on', 'Base']],
    [{ cycle: 'Annual', term: 'P1Y', market: 'all' }, []],
  ] as const)('filtered by %j', async (input, expected) => expect(titles((await list(input)).rows)).toEqual(expected))

  test.each([
    [`base ${mark.toUpperCase()}`, ['Base']],
    [`trial ${mark}`, ['Basic Trial']],
    [`100% ${mark}`, ['Russia 100%']],
    [`1%0 ${mark}`, []],
    [`_ase ${mark}`, []],
    [`\\ ${mark}`, []],
  ])('found by %s', async (search, expected) =>
    expect(titles((await list({ search, market: 'all' })).rows)).toEqual(expected),
  )

  test('is found by words of the description in either language', async () => {
    for (const search of ['an OFFER.', 'ПРЕДЛОЖЕНИЕ']) expect((await list({ search })).rows.length).toBeGreaterThan(0)
  })

  test('names what an offer needs, becomes and leads to', async () => {
    const { rows } = await list({ market: 'all' })
    const named = { id: base.id, title: base.title }
    expect(rows.find(({ kind }) => kind === 'addOn')).toMatchObject({ requires: [named] })
    expect(rows.find(({ id }) => id === trial.id)).toMatchObject({ convertsTo: named, kind: 'trial' })
    expect(rows.find(({ title }) => title.startsWith('France'))).toMatchObject({ upgradesTo: [named] })
  })

  test('pages forth and back', async () => {
    const many = newMark()
    for (let number = 0; number < 53; number += 1) await offer({ title: `Same ${many}` })
    const { forth, back } = await walk((request) => listOffers(seller, { ...request, search: many }) as never)
    expect(forth.map((page) => page.length)).toEqual([25, 25, 3])
    expect(new Set(forth.flat().map((row) => (row as { id: string }).id)).size).toBe(53)
    expect(back.flat()).toEqual(forth.flat())
  })

  test('shows everybody its own prices and never one upstream', async () => {
    const pricesSeenBy = async (actor: Actor) =>
      (await list({ kind: 'base' }, actor)).rows[0]?.availabilities[0]?.prices
    expect(await pricesSeenBy(seller)).toEqual({ list: '8.00', reseller: '9.00', retail: '10.00' })
    expect(await pricesSeenBy((await founded('reseller')).admin)).toEqual({ reseller: '9.00', retail: '10.00' })
    const buyer = await member(customer, 'globalAdmin')
    expect(await pricesSeenBy(buyer)).toEqual({ retail: '10.00' })
    expect(JSON.stringify(await list({}, buyer))).not.toMatch(/8\.00|9\.00|listPrice|resellerPrice/)
  })

  test('refuses filters that are none', async () => {
    for (const input of [{ family: 'x' }, { market: 'XX' }, { kind: ['trial'] }, { search: { contains: 'a' } }])
      expect(await refusal(listOffers(seller, input as never))).toBe('input_invalid')
  })
})

describe('the catalogue for a customer', () => {
  const offers = async (actor: Actor, customerId: string, input: object = {}) =>
    (await listOffersForCustomer(actor, { customerId, search: mark, ...input })).offers
  const reasonsFor = async (actor: Actor, customerId: string) =>
    Object.fromEntries((await offers(actor, customerId)).map((each) => [titles([each])[0], each.reasons]))

  test('lists what can be bought with its prices, and what cannot with the reason', async () => {
    expect(await reasonsFor(seller, customer.id)).toEqual({
      'Add-on': ['prerequisite'],
      Base: [],
      'Basic Trial': [],
      France: ['country'],
      'Russia 100%': ['country'],
      School: ['segment'],
    })
    const [addOn, first] = await offers(seller, customer.id)
    expect(first?.availabilities).toEqual([
      {
        ...{ id: base.availabilityId, countries: [], currency: 'EUR', termDuration: 'P1Y', billingCycle: 'Monthly' },
        prices: { list: '8.00', reseller: '9.00', retail: '10.00' },
      },
    ])
    expect(addOn?.requires).toEqual([{ id: base.id, title: base.title }])
    expect((await offers(seller, customer.id)).find(({ title }) => title.startsWith('France'))?.availabilities).toEqual(
      [],
    )
  })

  test('takes filters', async () => {
    expect(titles(await offers(seller, customer.id, { kind: 'trial' }))).toEqual(['Basic Trial'])
    expect(titles(await offers(seller, customer.id, { term: 'P3Y' }))).toEqual(['Russia 100%'])
  })

  test('knows the segment of the account', async () => {
    const school = await organization('customer')
    await relationship(provider, school)
    await insert('CustomerAccount', {
      ...{
        customerId: school.id,
        segment: 'Education',
        culture: 'de-DE',
        language: 'de',
        firstName: 'A',
        lastName: 'B',
      },
      ...{ contactEmail: 'a@b.example', addressLine1: 'C', city: 'D' },
    })
    expect(await reasonsFor(seller, school.id)).toMatchObject({ School: [], Base: [] })
  })

  test('knows what the customer has: limits, trials and bases of add-ons', async () => {
    const rich = await organization('customer')
    await relationship(provider, rich)
    await subscription({ provider, customer: rich, offer: trial, status: 'deleted' })
    expect(await reasonsFor(seller, rich.id)).toMatchObject({ Base: [], 'Basic Trial': ['lifetimeLimit'] })
    await subscription({ provider, customer: rich, offer: base, status: 'suspended' })
    expect(await reasonsFor(seller, rich.id)).toMatchObject({
      Base: [],
      'Basic Trial': ['owned', 'lifetimeLimit'],
      'Add-on': ['prerequisite'],
    })
    await subscription({ provider, customer: rich, offer: base })
    expect(await reasonsFor(seller, rich.id)).toMatchObject({ Base: ['concurrentLimit'], 'Add-on': [] })
  })

  test('counts a trial that has been converted', async () => {
    const converted = await organization('customer')
    await relationship(provider, converted)
    await subscription({
      provider,
      customer: converted,
      offer: trial,
      columns: { offerId: base.id, status: 'deleted' },
    })
    expect(await reasonsFor(seller, converted.id)).toMatchObject({ 'Basic Trial': ['lifetimeLimit'], Base: [] })
  })

  test('counts what any provider has sold against a limit', async () => {
    const shared = await organization('customer')
    const rival = await organization('provider')
    await relationship(provider, shared)
    await relationship(rival, shared)
    await subscription({ provider: rival, customer: shared, offer: trial, status: 'deleted' })
    await subscription({ provider: rival, customer: shared, offer: base })
    expect(await reasonsFor(seller, shared.id)).toMatchObject({ Base: [], 'Basic Trial': ['owned', 'lifetimeLimit'] })
    await subscription({ provider, customer: shared, offer: base })
    expect(await reasonsFor(seller, shared.id)).toMatchObject({ Base: ['concurrentLimit'] })
  })

  test('tells a partner nothing of what others have sold, unless it administers the customer', async () => {
    const shared = await organization('customer')
    const rival = await organization('provider')
    await relationship(provider, shared)
    await relationship(rival, shared)
    await subscription({ provider: rival, customer: shared, offer: base })
    expect(await reasonsFor(seller, shared.id)).toMatchObject({ 'Add-on': ['prerequisite'] })
    const { organization: administrator, admin } = await founded('provider')
    await relationship(administrator, shared, { delegated: true })
    // Nor does an add-on join what another provider sells.
    expect(await reasonsFor(admin, shared.id)).toMatchObject({ 'Add-on': ['prerequisite'] })
    expect(await reasonsFor(await member(shared, 'globalAdmin'), shared.id)).toMatchObject({ 'Add-on': [] })
  })

  test('shows the customer itself its own prices only', async () => {
    const buyer = await member(customer, 'globalAdmin')
    expect((await offers(buyer, customer.id))[1]?.availabilities[0]?.prices).toEqual({ retail: '10.00' })
  })

  test('of somebody else does not exist', async () => {
    const ended = await organization('customer')
    await relationship(provider, ended, { ended: true })
    const [foreign, partner] = [await organization('customer'), await organization('reseller')]
    for (const { id } of [ended, foreign, partner, provider])
      expect(await refusal(listOffersForCustomer(seller, { customerId: id }))).toBe('not_found')
    const other = await member(foreign, 'globalAdmin')
    expect(await refusal(listOffersForCustomer(other, { customerId: customer.id }))).toBe('not_found')
  })
})
