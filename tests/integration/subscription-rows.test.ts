import { expect, test } from 'vitest'
import { organization, person } from '../support/organizations'
import { count, row } from '../support/owner'
import { relationship } from '../support/relations'
import { assignment, subscription } from '../support/subscriptions'

test('a subscription of the tests stands as one after an order does', async () => {
  const [provider, customer] = [await organization('provider'), await organization('customer')]
  await relationship(provider, customer, { delegated: true })
  const bought = await subscription({ provider, customer, quantity: 3, startedAt: new Date('2026-01-31T00:00:00Z') })
  await assignment(bought, await person(customer))
  expect(
    await row('select quantity, assigned, status, "periodEndsAt", "termEndsAt" from "Subscription" where id = $1', [
      bought.id,
    ]),
  ).toEqual({
    quantity: 3,
    assigned: 1,
    status: 'active',
    periodEndsAt: new Date('2026-02-28T00:00:00Z'),
    termEndsAt: new Date('2027-01-31T00:00:00Z'),
  })
  expect(await row('select "listTotal"::text as total from "Order" where id = $1', [bought.orderId])).toEqual({
    total: '24.00',
  })
  expect(await count('SubscriptionBatch', '"subscriptionId" = $1 and quantity = 3', [bought.id])).toBe(1)
  expect(await count('OrderLine', '"orderId" = $1', [bought.orderId])).toBe(1)
})
