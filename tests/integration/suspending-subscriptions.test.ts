import { describe, expect, test } from 'vitest'
import { day, hour } from '@/lib/core/clock'
import {
  cancelSubscription,
  changeQuantity,
  reactivateSubscription,
  renameSubscription,
  suspendSubscription,
} from '@/lib/domain/subscriptions/commands'
import { getSubscription } from '@/lib/domain/subscriptions/queries'
import { founded } from '../support/organizations'
import { rows } from '../support/owner'
import { mailsOf } from '../support/record'
import { refusal, refusalOf } from '../support/refusal'
import { relationship } from '../support/relations'
import { moveClock } from '../support/request'
import { agentOf, historyOf, sale, sold, standing } from '../support/selling'

const azure = { offer: { family: 'azure' } } as const

describe('suspending', () => {
  test('locks it with its add-ons, keeps only the billing cycle of what was scheduled, and can be undone', async () => {
    const world = await sale()
    const columns = { nextQuantity: 4, nextTermDuration: 'P3Y', nextBillingCycle: 'Annual' }
    const bought = await sold(world, { ...azure, columns })
    const addOn = await sold(world, { ...azure, parentId: bought.id })
    const before = await sold(world, { ...azure, parentId: bought.id, status: 'suspended' })
    await suspendSubscription(world.ofReseller, { subscriptionId: bought.id, reason: 'Not paid', version: 1 })
    expect(await standing(bought)).toMatchObject({
      status: 'suspended',
      suspensionReason: 'Not paid',
      nextQuantity: null,
      nextTermDuration: null,
      nextBillingCycle: 'Annual',
    })
    expect(await standing(addOn)).toMatchObject({ status: 'suspended' })
    expect(await mailsOf(world.customer)).toMatchObject([
      { letter: 'subscriptionSuspended', parameters: { reason: 'Not paid', title: bought.title } },
    ])
    expect(await refusal(reactivateSubscription(world.ofProvider, { subscriptionId: addOn.id }))).toBe(
      'add_on_parent_inactive',
    )
    expect(await refusal(suspendSubscription(world.ofProvider, { subscriptionId: bought.id }))).toBe(
      'transition_refused',
    )
    await reactivateSubscription(world.ofProvider, { subscriptionId: bought.id })
    expect(await standing(bought)).toMatchObject({ status: 'active', suspensionReason: null })
    expect(await standing(addOn)).toMatchObject({ status: 'active' })
    expect(await standing(before), 'suspended for reasons of its own').toMatchObject({ status: 'suspended' })
    expect(await historyOf(bought)).toEqual(['subscription.suspended', 'subscription.reactivated'])
  })

  test('is for a Helpdesk agent outside of the Office 365 family only', async () => {
    const world = await sale()
    for (const of of [world.provider, world.reseller]) {
      const agent = await agentOf(of, 'helpdeskAgent')
      await suspendSubscription(agent, { subscriptionId: (await sold(world, azure)).id })
      const office = await sold(world, { offer: { family: 'office365' } })
      expect(await refusalOf(suspendSubscription(agent, { subscriptionId: office.id }))).toMatchObject({
        code: 'role_missing',
        permission: 'subscription.administerOffice365',
      })
      expect((await getSubscription(agent, { subscriptionId: office.id })).possible.suspend).toMatchObject({
        possible: false,
        why: { code: 'role_missing', permission: 'subscription.administerOffice365' },
      })
    }
  })

  test('takes delegated administration of a reseller, and is none of the business of others', async () => {
    const world = await sale({ delegated: false })
    const bought = await sold(world)
    const input = { subscriptionId: bought.id }
    expect(await refusal(suspendSubscription(world.ofReseller, input))).toBe('delegation_missing')
    expect(await refusal(renameSubscription(world.ofReseller, { ...input, name: 'A' }))).toBe('delegation_missing')
    expect(await refusal(suspendSubscription(world.ofCustomer, input))).toBe('role_missing')
    const { admin: stranger } = await founded('reseller')
    expect(await refusal(suspendSubscription(stranger, input))).toBe('not_found')
  })
})

test('nothing is offered to a customer, whose every role would be refused', async () => {
  const world = await sale()
  const bought = await sold(world, azure)
  const { possible } = await getSubscription(world.ofCustomer, { subscriptionId: bought.id })
  expect(Object.values(possible).filter(Boolean)).toEqual([])
  const ofReseller = await getSubscription(world.ofReseller, { subscriptionId: bought.id })
  expect(ofReseller.possible).toMatchObject({ suspend: { possible: true }, cancel: null })
})

test('another provider that administers the customer may suspend but not sell', async () => {
  const world = await sale()
  const bought = await sold(world)
  const { organization: other, admin } = await founded('provider')
  await relationship(other, world.customer, { delegated: true })
  const input = { subscriptionId: bought.id }
  expect(await refusal(changeQuantity(admin, { ...input, quantity: 12 }))).toBe('not_found')
  expect(await refusal(cancelSubscription(admin, input))).toBe('not_found')
  await suspendSubscription(admin, input)
  expect(await standing(bought)).toMatchObject({ status: 'suspended' })
})

test('a provider the customer has left changes nothing any more', async () => {
  const world = await sale()
  const bought = await sold(world)
  await rows(
    'update "CustomerRelationship" set "endedAt" = now(), status = $3 where "partnerId" = $1 and "customerId" = $2',
    [world.provider.id, world.customer.id, 'ended'],
  )
  const input = { subscriptionId: bought.id }
  expect(await refusal(changeQuantity(world.ofProvider, { ...input, quantity: 12 }))).toBe('relationship_missing')
})

describe('a nickname', () => {
  test('is given, found, and taken away again', async () => {
    const world = await sale()
    const bought = await sold(world)
    const input = { subscriptionId: bought.id }
    await renameSubscription(world.ofReseller, { ...input, name: 'Night shift' })
    expect(await getSubscription(world.ofCustomer, input)).toMatchObject({ name: 'Night shift', title: bought.title })
    await renameSubscription(world.ofProvider, { ...input, name: '' })
    expect(await standing(bought)).toMatchObject({ friendlyName: null })
    expect(await historyOf(bought)).toEqual(['subscription.renamed', 'subscription.renamed'])
  })
})

test('windows close at their own hour', async () => {
  const world = await sale()
  const bought = await sold(world, { addedAt: new Date(Date.now() - 7 * day + hour) })
  const read = () => getSubscription(world.ofProvider, { subscriptionId: bought.id })
  expect((await read()).windows).toMatchObject([{ quantity: 10 }])
  moveClock(hour)
  expect((await read()).windows).toEqual([])
})
