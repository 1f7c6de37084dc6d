import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { listActivity } from '@/lib/domain/activity/queries'
import { getHome } from '@/lib/domain/home/queries'
import { getOrder, listOrders } from '@/lib/domain/orders/queries'
import { createPurchaseRequest } from '@/lib/domain/purchase-requests/commands'
import { draftPurchaseRequest, getPurchaseRequest } from '@/lib/domain/purchase-requests/queries'
import { cancelSubscription, changeQuantity } from '@/lib/domain/subscriptions/commands'
import { getSubscription, previewQuantity } from '@/lib/domain/subscriptions/queries'
import { ordersExport } from '@/lib/web/exports/orders'
import { member } from '../support/organizations'
import { agreement } from '../support/relations'
import { type Sale, sale, sold } from '../support/selling'
import { offer, type WrittenSubscription } from '../support/subscriptions'

// Spec 2.2, "Catalogue, prices": a Helpdesk agent sees none, wherever they stand.

const dear = { list: '7311.11', reseller: '7322.22', retail: '7333.33' }
const priced = /73\d\d\.\d\d|"(?:list|reseller|retail|price|retailTotal)":"|"refund":"/

interface Shown {
  world: Sale
  running: WrittenSubscription
  cancelled: WrittenSubscription
  requestId: string
}

async function arrange(): Promise<Shown> {
  const world = await sale()
  await agreement(world.customer)
  const choices = { family: 'azure' as const, prices: dear }
  const running = await sold(world, { offer: choices })
  const cancelled = await sold(world, { offer: choices })
  await changeQuantity(world.ofProvider, { subscriptionId: running.id, quantity: 12 })
  await cancelSubscription(world.ofProvider, { subscriptionId: cancelled.id })
  const { availabilityId } = await offer(choices)
  const wish = { customerId: world.customer.id, kind: 'newSubscription' as const, availabilityId, quantity: 3 }
  const { requestId } = await createPurchaseRequest(world.ofReseller, wish)
  return { world, running, cancelled, requestId }
}

/** Everything that tells somebody of a partner something about what was sold. */
async function readings(actor: Actor, { world, running, cancelled, requestId }: Shown) {
  const { rows } = await listOrders(actor, {})
  return {
    subscription: await getSubscription(actor, { subscriptionId: running.id }),
    ended: await getSubscription(actor, { subscriptionId: cancelled.id }),
    orders: rows,
    order: await getOrder(actor, { orderId: rows[0]?.id ?? '' }),
    request: await getPurchaseRequest(actor, { requestId }),
    activity: await listActivity(actor, {}),
    home: await getHome(actor, {}),
    ...(actor.organizationKind === 'provider'
      ? { seats: await previewQuantity(actor, { subscriptionId: running.id, quantity: 20 }) }
      : { draft: await draftPurchaseRequest(actor, { customerId: world.customer.id }) }),
  }
}

describe('prices', () => {
  test('are absent from everything that a Helpdesk agent reads', async () => {
    const shown = await arrange()
    for (const side of [shown.world.provider, shown.world.reseller]) {
      const read = await readings(await member(side, 'helpdeskAgent'), shown)
      for (const [name, payload] of Object.entries(read))
        expect(`${name} ${JSON.stringify(payload)}`).not.toMatch(priced)
    }
  })

  test('are there for those who may see the catalogue', async () => {
    const shown = await arrange()
    for (const side of [shown.world.provider, shown.world.reseller]) {
      const read = await readings(await member(side, 'salesAgent'), shown)
      const { home: _home, activity: _activity, ...about } = read
      for (const [name, payload] of Object.entries(about)) expect(`${name} ${JSON.stringify(payload)}`).toMatch(priced)
    }
  })

  test('have no column in the export of a Helpdesk agent', async () => {
    const { provider } = (await arrange()).world
    const columnsFor = async (role: 'helpdeskAgent' | 'salesAgent') => {
      const actor = await member(provider, role)
      return ordersExport.columns({ words: (key: string) => key, actor, locale: 'en' } as never)
    }
    const total = /orders\.totals/
    expect(JSON.stringify(await columnsFor('salesAgent'))).toMatch(total)
    expect(JSON.stringify(await columnsFor('helpdeskAgent'))).not.toMatch(total)
  })
})
