import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { deleteCustomerUser } from '@/lib/domain/customer-users/commands'
import { changeLicenses } from '@/lib/domain/licenses/commands'
import { listLicenses } from '@/lib/domain/licenses/queries'
import { founded, member, type Organization, organization, person } from '../support/organizations'
import { count, row } from '../support/owner'
import { times } from '../support/property'
import { atOnce } from '../support/races'
import { readers, watched } from '../support/record'
import { answerOf, answers, refusal, refusalOf } from '../support/refusal'
import { relationship } from '../support/relations'
import { outsiders, served } from '../support/serving'
import { assignment, subscription } from '../support/subscriptions'

const located = { usageLocation: 'DE' }
const people = (customer: Organization, many: number) =>
  Promise.all(Array.from({ length: many }, () => person(customer, [], located)))
const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)

async function expectCountsToAgree(subscriptionId: string): Promise<number> {
  const { assigned, quantity } = await row<{ assigned: number; quantity: number }>(
    'select assigned, quantity from "Subscription" where id = $1',
    [subscriptionId],
  )
  expect(assigned).toBe(await count('LicenseAssignment', '"subscriptionId" = $1', [subscriptionId]))
  expect(assigned).toBeLessThanOrEqual(quantity)
  return assigned
}

describe('changing licenses', () => {
  test('for several people assigns, takes back and leaves the rest as it is', async () => {
    const { customer, provider, ofProvider } = await served('salesAgent')
    const [mail, office, security] = [
      await subscription({ provider, customer, quantity: 5 }),
      await subscription({ provider, customer, quantity: 5, friendlyName: 'Office' }),
      await subscription({ provider, customer, quantity: 5 }),
    ]
    const [anna, boris, clara] = await people(customer, 3)
    if (!anna || !boris || !clara) throw new Error('three people')
    await assignment(mail, anna)
    await assignment(office, anna)
    await assignment(security, boris)
    await assignment(security, clara)
    const list = () => listLicenses(ofProvider, { customerId: customer.id, userIds: idsOf([anna, boris]) })
    const before = new Map((await list()).subscriptions.map((each) => [each.id, each]))
    expect(before.get(mail.id)).toMatchObject({ total: 5, assigned: 1, available: 4, held: 1 })
    expect(before.get(office.id)).toMatchObject({ title: 'Office', offer: office.title, held: 1 })
    expect(before.get(security.id)).toMatchObject({ assigned: 2, held: 1 })
    const watch = watched()
    const input = {
      customerId: customer.id,
      userIds: idsOf([anna, boris]),
      assign: [mail.id],
      remove: [security.id],
    }
    await changeLicenses(ofProvider, input, watch.request)
    const events = await watch.events()
    expect(events.map(({ type }) => type)).toEqual(['license.changed', 'license.changed'])
    expect(events.map(({ details }) => details)).toEqual(
      expect.arrayContaining([
        { subscriptionId: mail.id, title: mail.title, assigned: 1, removed: 0 },
        { subscriptionId: security.id, title: security.title, assigned: 0, removed: 1 },
      ]),
    )
    expect(events[0]?.readers).toEqual(readers(customer, provider))
    const after = new Map((await list()).subscriptions.map((each) => [each.id, each]))
    expect(after.get(mail.id)).toMatchObject({ assigned: 2, available: 3, held: 2 })
    expect(after.get(office.id)).toMatchObject({ assigned: 1, held: 1 })
    expect(after.get(security.id)).toMatchObject({ assigned: 1, held: 0 })

    const again = watched()
    expect((await changeLicenses(ofProvider, input, again.request)).changes).toEqual([])
    expect(await again.events()).toHaveLength(1)
    for (const { id } of [mail, office, security]) await expectCountsToAgree(id)
  })

  test('works for the customer itself and for a reseller that administers it, with trials too', async () => {
    const { customer, provider, ofCustomer } = await served()
    const { organization: reseller, admin } = await founded('reseller')
    await relationship(reseller, customer, { delegated: true })
    const trial = await subscription({ provider, customer, offer: { isTrial: true }, quantity: 2 })
    const [anna, boris] = idsOf(await people(customer, 2)) as [string, string]
    await changeLicenses(ofCustomer, { customerId: customer.id, userIds: [anna], assign: [trial.id] })
    await changeLicenses(admin, { customerId: customer.id, userIds: [boris], assign: [trial.id] })
    expect(await expectCountsToAgree(trial.id)).toBe(2)
  })

  test('is all or nothing', async () => {
    const { customer, provider, ofProvider } = await served()
    const [plenty, scarce] = [
      await subscription({ provider, customer, quantity: 5 }),
      await subscription({ provider, customer, quantity: 1, friendlyName: 'Scarce' }),
    ]
    const userIds = idsOf(await people(customer, 2))
    const change = (input: { assign?: string[]; remove?: string[]; userIds?: string[] }) =>
      changeLicenses(ofProvider, { customerId: customer.id, userIds, ...input })
    const refused = await refusalOf(change({ assign: [plenty.id, scarce.id] }))
    expect([refused.code, refused.parameters]).toEqual(['no_license_left', { title: 'Scarce', available: 1 }])
    expect(await expectCountsToAgree(plenty.id)).toBe(0)
    expect(await expectCountsToAgree(scarce.id)).toBe(0)
    const homeless = await person(customer, [], { fullName: 'Homeless' })
    const unlocated = await refusalOf(change({ assign: [plenty.id], userIds: [...userIds, homeless.id] }))
    expect([unlocated.code, unlocated.parameters]).toEqual(['usage_location_missing', { name: 'Homeless' }])
    expect(await expectCountsToAgree(plenty.id)).toBe(0)
    expect((await refusalOf(change({}))).fields).toEqual({ assign: ['license_choice'] })
    expect((await refusalOf(change({ assign: [plenty.id], remove: [plenty.id] }))).fields).toEqual({
      assign: ['license_both'],
    })
    expect(await refusal(change({ assign: [plenty.id], userIds: [] }))).toBe('input_invalid')
  })

  test('assigns only of active subscriptions; what is suspended can still be taken back', async () => {
    const { customer, provider, ofProvider } = await served()
    const suspended = await subscription({ provider, customer, status: 'suspended' })
    const expired = await subscription({ provider, customer, status: 'expired' })
    const [anna, boris] = await people(customer, 2)
    if (!anna || !boris) throw new Error('two people')
    await assignment(suspended, anna)
    const change = (userId: string, input: { assign?: string[]; remove?: string[] }) =>
      changeLicenses(ofProvider, { customerId: customer.id, userIds: [userId], ...input })
    for (const { id } of [suspended, expired])
      expect(await refusal(change(boris.id, { assign: [id] }))).toBe('subscription_not_active')
    await change(anna.id, { remove: [suspended.id] })
    expect(await expectCountsToAgree(suspended.id)).toBe(0)
    const { subscriptions } = await listLicenses(ofProvider, { customerId: customer.id })
    expect(idsOf(subscriptions)).toEqual([suspended.id])
  })

  test('are had where they are sold, asked for elsewhere, and nowhere when there cannot be more', async () => {
    const { customer, provider, ofProvider } = await served()
    const reseller = await organization('reseller')
    await relationship(reseller, customer, { delegated: true })
    const sold = (more: object) => subscription({ provider, customer, ...more })
    const office = await sold({ offer: { family: 'office365' } })
    const voice = await sold({ offer: { family: 'voice' } })
    const full = await sold({ quantity: 25, offer: { family: 'voice', minQuantity: 25, maxQuantity: 25 } })
    const more = async (actor: Actor) => {
      const { subscriptions } = await listLicenses(actor, { customerId: customer.id })
      return [office, voice, full].map(({ id }) => subscriptions.find((one) => one.id === id)?.more)
    }
    expect(await more(ofProvider)).toEqual(['change', 'change', null])
    expect(await more(await member(provider, 'helpdeskAgent'))).toEqual([null, 'change', null])
    expect(await more(await member(reseller, 'adminAgent'))).toEqual(['ask', 'ask', null])
    expect(await more(await member(customer, 'globalAdmin'))).toEqual(['ask', 'ask', null])
  })

  test('finds neither people nor subscriptions of others, and nothing without delegated administration', async () => {
    const { customer, provider, ofProvider } = await served()
    const other = await served()
    const [mine, theirs] = [
      await subscription({ provider, customer }),
      await subscription({ provider: other.provider, customer: other.customer }),
    ]
    const [anna] = idsOf(await people(customer, 1)) as [string]
    const [stranger] = idsOf(await people(other.customer, 1)) as [string]
    const gone = (await person(customer, [], { ...located, deletedAt: new Date() })).id
    const change = (actor: Actor, userIds: string[], assign: string[]) =>
      refusal(changeLicenses(actor, { customerId: customer.id, userIds, assign }))
    expect(await change(ofProvider, [anna, stranger], [mine.id])).toBe('not_found')
    expect(await change(ofProvider, [anna, gone], [mine.id])).toBe('not_found')
    expect(await change(ofProvider, [anna], [mine.id, theirs.id])).toBe('not_found')
    expect(await refusal(listLicenses(ofProvider, { customerId: customer.id, userIds: [stranger] }))).toBe('not_found')
    for (const [what, actor, code] of await outsiders(customer)) {
      expect(await change(actor, [anna], [mine.id]), what).toBe(code)
      expect(await refusal(listLicenses(actor, { customerId: customer.id })), what).toBe(code)
    }
    expect(await expectCountsToAgree(mine.id)).toBe(0)
  })
})

describe('the last license', () => {
  test(`goes to one of two whom two admins give it at the same moment, ${times(20, 200)} times`, async () => {
    const { customer, provider, ofProvider, ofCustomer } = await served()
    const [anna, boris] = idsOf(await people(customer, 2)) as [string, string]
    for (let round = 0; round < times(20, 200); round += 1) {
      const { id } = await subscription({ provider, customer, quantity: 1 })
      const give = (actor: Actor, userId: string) => () =>
        changeLicenses(actor, { customerId: customer.id, userIds: [userId], assign: [id] })
      const given = await atOnce(give(ofProvider, anna), give(ofCustomer, boris))
      expect([...given].sort()).toEqual(['no_license_left', 'ok'])
      expect(await expectCountsToAgree(id)).toBe(1)
    }
  })

  test('given to one person by ten at once is given once', async () => {
    const { customer, provider, ofProvider } = await served()
    const { id } = await subscription({ provider, customer, quantity: 1 })
    const userIds = idsOf(await people(customer, 1))
    const give = () => changeLicenses(ofProvider, { customerId: customer.id, userIds, assign: [id] })
    expect(await answers(Array.from({ length: 10 }, give))).toEqual({ ok: 10 })
    expect(await expectCountsToAgree(id)).toBe(1)
  })
})

describe('many changes at once', () => {
  test(`leave the counter equal to the assignments, ${times(2, 10)} times a hundred`, async () => {
    const { customer, provider, ofProvider, ofCustomer } = await served()
    const crowd = idsOf(await people(customer, 12))
    const sold = [
      await subscription({ provider, customer, quantity: 7 }),
      await subscription({ provider, customer, quantity: 3 }),
    ]
    const some = (from: string[]) => from.filter(() => Math.random() < 0.4)
    for (let round = 0; round < times(2, 10); round += 1) {
      const given = await Promise.all(
        Array.from({ length: 100 }, (_, number) => {
          const [assign, remove] = number % 2 ? [idsOf(sold), []] : [[], idsOf(sold)]
          const userIds = [...some(crowd), crowd[number % 12] as string]
          const input = { customerId: customer.id, userIds: [...new Set(userIds)], assign, remove }
          return answerOf(changeLicenses(number % 3 ? ofProvider : ofCustomer, input))
        }),
      )
      expect(given.filter((answer) => answer !== 'ok' && answer !== 'no_license_left')).toEqual([])
      for (const { id } of sold) await expectCountsToAgree(id)
    }
  })

  test(`never leave a license with somebody who is being deleted, ${times(20, 200)} times`, async () => {
    const { customer, provider, ofProvider, ofCustomer } = await served()
    const { id } = await subscription({ provider, customer, quantity: 300 })
    for (let round = 0; round < times(20, 200); round += 1) {
      const [userId] = idsOf(await people(customer, 1)) as [string]
      const ids = { customerId: customer.id, userId }
      const [deleted, assigned] = await atOnce(
        () => deleteCustomerUser(ofProvider, ids),
        () => changeLicenses(ofCustomer, { customerId: customer.id, userIds: [userId], assign: [id] }),
      )
      expect(deleted).toBe('ok')
      expect(['ok', 'not_found']).toContain(assigned)
      expect(await count('LicenseAssignment', '"userId" = $1', [userId])).toBe(0)
    }
    expect(await expectCountsToAgree(id)).toBe(0)
  })
})
