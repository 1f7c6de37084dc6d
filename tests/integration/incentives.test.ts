import { describe, expect, test } from 'vitest'
import { endRelationship } from '@/lib/domain/customers/commands'
import { setResellersOfRecord } from '@/lib/domain/incentives/commands'
import { listIncentives, listMissingResellers } from '@/lib/domain/incentives/queries'
import { totalsOf } from '@/lib/domain/incentives/rules'
import { removePartnership } from '@/lib/domain/partnerships/commands'
import { charge } from '../support/charges'
import { anotherReseller, partnersOn, type Trade, trade } from '../support/levers'
import { founded, organization } from '../support/organizations'
import { count } from '../support/owner'
import { watched } from '../support/record'
import { refusalOf } from '../support/refusal'
import { partnership, relationship } from '../support/relations'
import { subscription } from '../support/subscriptions'

const october = new Date('2026-10-01T00:00:00Z')
const november = new Date('2026-11-01T00:00:00Z')
const month = '2026-11'

const bill = (made: Trade, of: { id: string }, amount: string, more: object = {}) =>
  charge(of, {
    provider: made.provider,
    customer: made.customer,
    reseller: made.reseller,
    amount,
    month: november,
    ...more,
  })

describe('incentives', () => {
  test('are a share of a month’s charges per subscription, less what was given back', async () => {
    const made = await trade({ ofRecord: true })
    const { provider, customer, reseller, sold, ofReseller, ofProvider } = made
    const voice = await subscription({ provider, customer, reseller, offer: { family: 'voice' } })
    await bill(made, sold, '100.00')
    await bill(made, sold, '-40.00')
    await bill(made, sold, '500.00', { month: october })
    await bill(made, sold, '70.00', { reseller: undefined })
    await bill(made, voice, '0.10')
    for (const viewer of [ofReseller, ofProvider]) {
      const shown = await listIncentives(viewer, { month })
      expect(shown.rows).toMatchObject([
        { subscriptionId: sold.id, resellerName: reseller.name, billed: '60.00', rate: '0.06', credit: '3.60' },
        { subscriptionId: voice.id, customerName: customer.name, billed: '0.10', credit: '0.01' },
      ])
      expect(shown.totals).toEqual([{ currency: 'EUR', billed: '60.10', credit: '3.61' }])
    }
    expect((await listIncentives(ofReseller, { month: '2026-10' })).totals).toEqual([
      { currency: 'EUR', billed: '500.00', credit: '30.00' },
    ])
    expect((await listIncentives(ofReseller, { month: '2026-09' })).rows).toEqual([])
  })

  test('stay with whoever was of record when it was billed, also after the relationship', async () => {
    const made = await trade({ ofRecord: true })
    const { sold, ofReseller, ofProvider, ofCustomer, reseller, relationshipId } = made
    const other = await anotherReseller(made)
    await bill(made, sold, '10.00')
    await bill(made, sold, '20.00', { reseller: other })
    await setResellersOfRecord(ofProvider, { subscriptionIds: [sold.id], resellerId: other.id })
    await endRelationship(ofCustomer, { relationshipId })
    expect((await listIncentives(ofReseller, { month })).rows).toMatchObject([{ title: sold.title, billed: '10.00' }])
    expect((await listIncentives(ofProvider, { month })).rows).toHaveLength(2)
    const filtered = await listIncentives(ofProvider, { month, reseller: other.id })
    expect(filtered.rows).toMatchObject([{ resellerId: other.id, billed: '20.00' }])
    expect(filtered.totals).toEqual([{ currency: 'EUR', billed: '20.00', credit: '1.20' }])
    expect(filtered.resellers.map(({ id }) => id).sort()).toEqual([reseller.id, other.id].sort())
  })

  test('are nobody else’s to see', async () => {
    const made = await trade({ ofRecord: true })
    await bill(made, made.sold, '10.00')
    for (const kind of ['provider', 'reseller'] as const) {
      const { organization: stranger, admin } = await founded(kind)
      if (kind === 'provider') await partnership(stranger, made.reseller)
      else await partnership(made.provider, stranger)
      await relationship(stranger, made.customer, { delegated: true })
      for (const reseller of ['', made.reseller.id]) {
        const shown = await listIncentives(admin, { month, reseller })
        expect([shown.rows, shown.totals]).toEqual([[], []])
      }
    }
  })

  test('come in pages whose rows add up to the total, forward and back', async () => {
    const made = await trade({ ofRecord: true })
    const { provider, customer, reseller, ofProvider } = made
    const other = await anotherReseller(made)
    for (let n = 0; n < 30; n += 1) {
      const each = await subscription({ provider, customer, reseller, offer: { family: n % 2 ? 'azure' : 'security' } })
      await bill(made, each, `${n}.13`)
      if (n % 3 === 0) await bill(made, each, `-${n}.07`, { reseller: other })
    }
    const pages = [await listIncentives(ofProvider, { month })]
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
      pages.push(await listIncentives(ofProvider, { month, after: next }))
    const rows = pages.flatMap((page) => page.rows)
    expect(pages.map((page) => page.rows.length)).toEqual([25, 15])
    expect(new Set(rows.map((row) => row.subscriptionId + row.resellerId)).size).toBe(40)
    expect(pages[0]?.totals).toEqual(totalsOf(rows))
    const back = await listIncentives(ofProvider, { month, before: pages[1]?.previous ?? '' })
    expect(back.rows).toEqual(pages[0]?.rows)
  })
})

describe('what nobody can be credited for', () => {
  test('is found with its reason, and only while active', async () => {
    const made = await trade({ ofRecord: true })
    const { provider, customer, ofProvider, sold } = made
    const [unsigned, former, leaving] = [
      await organization('reseller'),
      await organization('reseller'),
      await anotherReseller(made),
    ]
    await partnership(provider, unsigned)
    await relationship(unsigned, customer)
    const formerly = await partnership(provider, former)
    await relationship(former, customer)
    const bare = await subscription({ provider, customer })
    await subscription({ provider, customer, status: 'suspended' })
    // The provider's own customer: a stranger's reseller could not be credited for it either.
    const direct = await organization('customer')
    await relationship(provider, direct)
    await relationship(await organization('reseller'), direct)
    await subscription({ provider, customer: direct })
    const of = async (reseller: typeof unsigned) => (await subscription({ provider, customer, reseller })).id
    const wrong = { unsigned: await of(unsigned), former: await of(former) }
    const { organization: elsewhere, admin: ofElsewhere } = await founded('customer')
    await relationship(provider, elsewhere)
    const leavingId = await relationship(leaving, elsewhere)
    const left = await subscription({ provider, customer: elsewhere, reseller: leaving })
    await removePartnership(ofProvider, { partnershipId: formerly })
    await endRelationship(ofElsewhere, { relationshipId: leavingId })
    const found = await listMissingResellers(ofProvider, {})
    expect(Object.fromEntries(found.rows.map(({ id, reason }) => [id, reason]))).toEqual({
      [bare.id]: 'missing',
      [wrong.unsigned]: 'agreementMissing',
      [wrong.former]: 'partnershipEnded',
      [left.id]: 'relationshipEnded',
    })
    expect(found.rows.map(({ id }) => id)).not.toContain(sold.id)
    expect(found.resellers.map(({ id }) => id).sort()).toEqual([made.reseller.id, leaving.id].sort())
  })

  test('comes in pages', async () => {
    const made = await trade()
    const { provider, customer, ofProvider } = made
    for (let n = 0; n < 27; n += 1) await subscription({ provider, customer })
    const first = await listMissingResellers(ofProvider, {})
    const second = await listMissingResellers(ofProvider, { after: first.next ?? '' })
    expect([first.rows.length, second.rows.length, second.next]).toEqual([25, 3, null])
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(28)
    const back = await listMissingResellers(ofProvider, { before: second.previous ?? '' })
    expect(back.rows).toEqual(first.rows)
  })

  test('is mended together, each recorded', async () => {
    const made = await trade()
    const { provider, customer, reseller, ofProvider, sold } = made
    const more = [await subscription({ provider, customer }), await subscription({ provider, customer })]
    const subscriptionIds = [sold, ...more].map(({ id }) => id)
    const { request, events } = watched()
    const done = await setResellersOfRecord(ofProvider, { subscriptionIds, resellerId: reseller.id }, request)
    expect(done).toEqual({ changed: 3 })
    expect((await events()).map(({ type }) => type)).toEqual(Array(3).fill('resellerOfRecord.changed'))
    expect((await listMissingResellers(ofProvider, {})).rows).toEqual([])
    expect(await setResellersOfRecord(ofProvider, { subscriptionIds, resellerId: reseller.id })).toEqual({ changed: 0 })
  })

  test('is mended all or not at all, and it is said what was wrong with which', async () => {
    const made = await trade()
    const { provider, customer, reseller, ofProvider, sold } = made
    const elsewhere = await organization('customer')
    await relationship(provider, elsewhere)
    const foreign = await subscription({ provider, customer: elsewhere })
    const gone = await subscription({ provider, customer, status: 'deleted' })
    const subscriptionIds = [sold.id, foreign.id, gone.id]
    const refused = await refusalOf(setResellersOfRecord(ofProvider, { subscriptionIds, resellerId: reseller.id }))
    expect(refused).toMatchObject({
      code: 'resellers_not_set',
      fields: { [foreign.id]: ['reseller_not_serving'], [gone.id]: ['subscription_gone'] },
      parameters: { count: 2, names: `${foreign.title} (${elsewhere.name}), ${gone.title} (${customer.name})` },
    })
    expect((await partnersOn(sold)).resellerId).toBeNull()
    expect(await count('SubscriptionChange', '"subscriptionId" = any($1)', [subscriptionIds])).toBe(0)
    const stranger = await trade()
    const theirs = { subscriptionIds: [sold.id, stranger.sold.id], resellerId: reseller.id }
    expect((await refusalOf(setResellersOfRecord(ofProvider, theirs))).code).toBe('not_found')
  })

  test('is not mended with nothing selected', async () => {
    const { ofProvider, reseller } = await trade()
    const refused = await refusalOf(setResellersOfRecord(ofProvider, { resellerId: reseller.id } as never))
    expect(refused.fields).toEqual({ subscriptionIds: ['nothing_selected'] })
  })

  test('two who mend the same many at once do not block each other', async () => {
    const made = await trade()
    const { provider, customer, reseller, ofProvider, sold } = made
    const other = await anotherReseller(made)
    const ids = [sold.id]
    for (let n = 0; n < 9; n += 1) ids.push((await subscription({ provider, customer })).id)
    await Promise.all([
      setResellersOfRecord(ofProvider, { subscriptionIds: ids, resellerId: reseller.id }),
      setResellersOfRecord(ofProvider, { subscriptionIds: ids.toReversed(), resellerId: other.id }),
    ])
    const winners = new Set(await Promise.all(ids.map(async (id) => (await partnersOn({ id })).resellerId)))
    expect(winners.size).toBe(1)
    expect(await count('SubscriptionChange', '"subscriptionId" = any($1)', [ids])).toBe(20)
  })
})
