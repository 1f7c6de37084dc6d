import { uuidv7 } from 'uuidv7'
import { submitCart } from '@/lib/domain/orders/commands'
import { changeQuantity } from '@/lib/domain/subscriptions/commands'
import { type Act, acts, insertAll, providerAdmin, type Setting } from './acts'
import { withClient } from './cluster'
import { idOf } from './world'

const quantity = 12

interface OnOffer {
  id: string
  price: string
}

/** Carts with two offers and a reseller of record, each of another customer, about to be submitted. */
export async function orders(setting: Setting): Promise<Act[]> {
  const { database } = setting
  const offers = await readOffers(setting)
  const customers = spread(setting, acts.orders)
  const parties = { providerId: providerAdmin.organizationId }
  const carts = customers.map(({ id: customerId }) => ({
    id: uuidv7(),
    ...parties,
    customerId,
    status: 'active',
    createdByName: providerAdmin.fullName,
    createdAt: new Date(),
    expiresAt: new Date(Date.now() + 86_400_000),
  }))
  await insertAll(database, 'Cart', carts)
  const items = carts.flatMap(({ id: cartId }) =>
    offers.map(({ id: availabilityId }) => {
      return { id: uuidv7(), cartId, ...parties, availabilityId, quantity, addedAt: new Date() }
    }),
  )
  await insertAll(database, 'CartItem', items)
  const cents = offers.reduce((sum, { price }) => sum + Math.round(Number(price) * 100) * quantity, 0)
  const total = (cents / 100).toFixed(2)
  return customers.map(({ id: customerId, resellerId }) => {
    return () => submitCart(providerAdmin, { customerId, nonce: uuidv7(), total, resellerId })
  })
}

/** Five more seats for subscriptions of different customers. */
export async function seats(setting: Setting): Promise<Act[]> {
  return spread(setting, acts.seats).map(({ number, position }) => {
    // world.sql: the first of three, with ten to twenty-nine seats.
    const subscriptionId = idOf(6, number * 3 + Math.floor(position % 3))
    return () => changeQuantity(providerAdmin, { subscriptionId, quantity: 15 + (number % 20) })
  })
}

function readOffers({ database }: Setting): Promise<OnOffer[]> {
  return withClient(database.ownerUrl, async (client) => {
    const { rows } = await client.query<OnOffer>(
      `SELECT DISTINCT ON (o.id) a.id, a."listPrice"::text AS price FROM "CatalogOffer" o JOIN "CatalogAvailability" a ON a."offerId" = o.id
       WHERE NOT o."isTrial" AND o."segment" = 'Commercial' AND o."requires" = '{}' AND o."limitUnit" = 'None' AND a."currency" = 'EUR'
         AND a."termDuration" = 'P1Y' AND a."billingCycle" = 'Monthly' AND a."countries" = '{}' AND o."minQuantity" <= $1 AND o."maxQuantity" >= $1
       ORDER BY o.id LIMIT 2`,
      [quantity],
    )
    return rows
  })
}

/** So many of the measured provider's customers, spread over the whole list, with their resellers as world.sql gives them. */
function spread({ provided, providers }: Setting, many: number) {
  return Array.from({ length: Math.min(many, provided) }, (_, index) => {
    const position = Math.floor((index * provided) / Math.min(many, provided))
    const number = position * providers
    const reseller = position % (provided / 500) === 0 ? 0 : 1 + (position % 39)
    return { number, position, id: idOf(3, number), resellerId: idOf(2, reseller) }
  })
}
