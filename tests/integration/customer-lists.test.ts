import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { listCustomers } from '@/lib/domain/customers/queries'
import { founded, member, type Organization, organization } from '../support/organizations'
import { walk } from '../support/paging'
import { refusal } from '../support/refusal'
import { agreement, partnership, relationship } from '../support/relations'

describe('the list of customers', () => {
  let admin: Actor
  let me: Organization

  beforeAll(async () => {
    const made = await founded('reseller')
    admin = made.admin
    me = made.organization
    for (let number = 0; number < 64; number += 1)
      await relationship(me, await organization('customer', { name: 'Birch Trading' }))
    await relationship(
      me,
      await organization('customer', { name: 'Žluťoučký 50% kůň_\\', domain: `zlut-${Date.now()}.example` }),
    )
    await relationship(me, await organization('customer', { name: 'Ended Customer' }), { ended: true })
    await relationship(await organization('reseller'), await organization('customer', { name: 'Foreign Customer' }))
  })

  test('shows every customer once, forth and back, though 64 have the same name', async () => {
    const { forth, back } = await walk((request) => listCustomers(admin, request))
    expect(forth.map((page) => page.length)).toEqual([25, 25, 15])
    expect(new Set(forth.flat().map(({ id }) => id)).size).toBe(65)
    expect(back.flat()).toEqual(forth.flat())
    expect(forth.flat().at(-1)?.customerName).toContain('Žluť')
  })

  test('pages through what a search finds, too', async () => {
    const { forth, back } = await walk((request) => listCustomers(admin, { ...request, search: 'birch t' }))
    expect(forth.flat()).toHaveLength(64)
    expect(back.flat()).toEqual(forth.flat())
  })

  test('finds what stands behind a thousand others, forth and back', async () => {
    const { admin, organization: partner } = await founded('reseller')
    const serve = async (name: string) => relationship(partner, await organization('customer', { name }))
    for (let number = 0; number < 1_010; number += 1) await serve('Alder Works')
    for (let number = 0; number < 30; number += 1) await serve(number < 3 ? 'Zephyr Rare' : 'Zephyr Works')
    const found = async (search: string) => {
      const { forth, back } = await walk((request) => listCustomers(admin, { ...request, search }))
      expect(back.flat()).toEqual(forth.flat())
      return forth.map((page) => page.length)
    }
    expect(await found('zephyr')).toEqual([25, 5])
    expect(await found('rare')).toEqual([3])
    expect((await listCustomers(admin, { search: 'works' })).rows).toHaveLength(25)
  })

  test.each(['žluťoučký', 'ZLUTOUCKY', 'žlutoucky 50% k', 'ŽLUTOUČKÝ', 'kun', '50%', '%', '_', '\\', 'zlut-'])(
    'finds one by %s',
    async (search) => {
      expect((await listCustomers(admin, { search })).rows.map(({ customerName }) => customerName)).toEqual([
        'Žluťoučký 50% kůň_\\',
      ])
    },
  )

  test.each(['Ended', 'Foreign', '5%0', 'b%h', 'b_rch', "' or true --"])('finds nothing by %s', async (search) => {
    expect((await listCustomers(admin, { search })).rows).toEqual([])
  })

  test('is open to every role of a partner and closed to people without one', async () => {
    for (const role of [
      'globalAdmin',
      'userManagementAdmin',
      'billingAdmin',
      'adminAgent',
      'salesAgent',
      'helpdeskAgent',
    ] as const) {
      expect((await listCustomers(await member(me, role), {})).rows).toHaveLength(25)
    }
    expect(await refusal(listCustomers(await member(me), {}))).toBe('role_missing')
  })
})

// R5: a provider and a reseller in partnership see which customers both serve, and nothing else of each other's.
describe('shared customers', () => {
  async function world() {
    const { organization: provider, admin: ofProvider } = await founded('provider')
    const { organization: reseller, admin: ofReseller } = await founded('reseller')
    await partnership(provider, reseller)
    const [shared, providerOnly, resellerOnly, endedForReseller] = [
      await organization('customer'),
      await organization('customer'),
      await organization('customer'),
      await organization('customer'),
    ]
    for (const customer of [shared, providerOnly, endedForReseller])
      await relationship(provider, customer, { delegated: true })
    for (const customer of [shared, resellerOnly]) await relationship(reseller, customer)
    await relationship(reseller, endedForReseller, { ended: true })
    await agreement(shared)
    return { provider, ofProvider, reseller, ofReseller, shared, providerOnly, resellerOnly, endedForReseller }
  }

  const namesOf = ({ rows }: Awaited<ReturnType<typeof listCustomers>>) => rows.map(({ customerName }) => customerName)

  test('are what a partner filter shows, to either side, searched or not', async () => {
    const { provider, ofProvider, reseller, ofReseller, shared } = await world()
    for (const search of ['', 'organization', shared.domain]) {
      expect(namesOf(await listCustomers(ofProvider, { partner: reseller.id, search }))).toEqual([shared.name])
      expect(namesOf(await listCustomers(ofReseller, { partner: provider.id, search }))).toEqual([shared.name])
    }
  })

  test("never show the other's remaining customers", async () => {
    const { ofProvider, ofReseller, shared, providerOnly, resellerOnly, endedForReseller } = await world()
    const seenByProvider = JSON.stringify(await listCustomers(ofProvider, {}))
    const seenByReseller = JSON.stringify(await listCustomers(ofReseller, {}))
    for (const customer of [shared, providerOnly, endedForReseller]) expect(seenByProvider).toContain(customer.mark)
    expect(seenByProvider).not.toContain(resellerOnly.mark)
    for (const customer of [shared, resellerOnly]) expect(seenByReseller).toContain(customer.mark)
    for (const customer of [providerOnly, endedForReseller]) expect(seenByReseller).not.toContain(customer.mark)
    for (const [actor, other] of [
      [ofProvider, resellerOnly],
      [ofReseller, providerOnly],
    ] as const) {
      expect((await listCustomers(actor, { search: other.mark })).rows).toEqual([])
    }
  })

  test('name the partner they are shared with, and the date of the agreement', async () => {
    const { ofProvider, reseller, shared, providerOnly } = await world()
    const { rows, partners } = await listCustomers(ofProvider, {})
    expect(partners).toEqual([{ id: reseller.id, name: reseller.name }])
    expect(rows.find(({ customerId }) => customerId === shared.id)).toMatchObject({
      partners: [{ partnerId: reseller.id, partnerName: reseller.name }],
      agreementDate: expect.any(Date),
    })
    expect(rows.find(({ customerId }) => customerId === providerOnly.id)).toMatchObject({
      partners: [],
      agreementDate: null,
    })
  })

  test('do not name partners of others who serve the same customer', async () => {
    const { ofProvider, ofReseller, shared } = await world()
    const [stranger, sibling] = [await organization('reseller'), await organization('provider')]
    await relationship(stranger, shared)
    await relationship(sibling, shared)
    for (const actor of [ofProvider, ofReseller]) {
      expect(JSON.stringify(await listCustomers(actor, {}))).not.toMatch(new RegExp(`${stranger.mark}|${sibling.mark}`))
      for (const partner of [stranger.id, sibling.id]) {
        expect((await listCustomers(actor, { partner })).rows).toEqual([])
        expect((await listCustomers(actor, { partner, search: shared.mark })).rows).toEqual([])
      }
    }
  })

  test('are shared no more when the partnership has ended', async () => {
    const [{ organization: provider, admin }, reseller, customer] = [
      await founded('provider'),
      await organization('reseller'),
      await organization('customer'),
    ]
    await partnership(provider, reseller, { ended: true })
    await relationship(provider, customer)
    await relationship(reseller, customer)
    expect((await listCustomers(admin, {})).rows).toMatchObject([{ partners: [] }])
    expect((await listCustomers(admin, { partner: reseller.id })).rows).toEqual([])
  })
})
