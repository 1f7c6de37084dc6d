import { uuidv7 } from 'uuidv7'
import { relations } from '../neighbourhood'
import { rows } from '../owner'
import { agreement } from '../relations'
import { offer } from '../subscriptions'
import type { Cell, Row } from './row'
import { afterTheEnd, customerId, customerOf, soldBefore, soldTo } from './sold'

/** A partner reaches the customers it serves; a customer reaches itself. */
const opens = ({ world, relation }: Cell) =>
  relation === (world.me.kind === 'customer' ? 'own' : 'active') ? 'ok' : 'not_found'

/** Only a provider has carts; whoever serves the customer may buy for it. */
const serves = ({ relation }: Cell) => (relation === 'active' ? 'ok' : 'not_found')

async function filledCart(cell: Cell): Promise<{ itemId: string; total: string }> {
  const { id } = customerOf(cell)
  const { availabilityId } = await offer()
  const itemId = uuidv7()
  await rows(`update "Cart" set status = 'abandoned' where "providerId" = $1 and "customerId" = $2`, [
    cell.world.me.id,
    id,
  ])
  const [cart] = await rows<{ id: string }>(
    `insert into "Cart" (id, "providerId", "customerId", "createdByName", "expiresAt")
     values ($1, $2, $3, 'Somebody', now() + interval '1 day') returning id`,
    [uuidv7(), cell.world.me.id, id],
  )
  await rows(
    `insert into "CartItem" (id, "cartId", "providerId", "availabilityId", quantity) values ($1, $2, $3, $4, 1)`,
    [itemId, cart?.id, cell.world.me.id, availabilityId],
  )
  return { itemId, total: '8.00' }
}

/** A cart of the neighbour, which is nobody else's. */
async function itemOf(cell: Cell): Promise<{ itemId: string }> {
  return cell.relation === 'active' ? filledCart(cell) : { itemId: uuidv7() }
}

export const orderRows: Row[] = [
  { operation: 'orders.getCart', access: 'order.create', relations, input: customerId, answers: serves },
  { operation: 'orders.getCartOutline', access: 'order.create', relations, input: customerId, answers: serves },
  {
    operation: 'orders.addToCart',
    access: 'order.create',
    relations,
    input: async (cell) => ({
      ...customerId(cell),
      items: [(await offer()).availabilityId],
      quantities: [1],
    }),
    answers: serves,
  },
  {
    operation: 'orders.changeCartItem',
    access: 'order.create',
    relations,
    input: async (cell) => ({ itemId: (await itemOf(cell)).itemId, quantity: 2 }),
    answers: serves,
  },
  {
    operation: 'orders.removeCartItem',
    access: 'order.create',
    relations,
    input: async (cell) => ({ itemId: (await itemOf(cell)).itemId }),
    answers: serves,
  },
  { operation: 'orders.emptyCart', access: 'order.create', relations, input: customerId, answers: serves },
  {
    operation: 'orders.submitCart',
    access: 'order.create',
    relations,
    input: async (cell) => {
      const { total } = await filledCart(cell)
      if (cell.relation === 'active') await agreement(customerOf(cell)).catch(() => undefined)
      return { ...customerId(cell), nonce: uuidv7(), total }
    },
    answers: serves,
  },
  {
    operation: 'orders.listOrders',
    access: 'order.list',
    relations,
    input: async (cell) => {
      await soldBefore(cell)
      return {}
    },
    shows: afterTheEnd,
  },
  {
    operation: 'orders.listOrders',
    of: 'customer',
    access: 'order.list',
    relations,
    input: customerId,
    answers: opens,
  },
  {
    operation: 'orders.getOrder',
    access: 'order.list',
    relations,
    input: async (cell) => ({ orderId: (await soldTo(cell)).orderId }),
    // What a provider sold it always sees; a reseller sees it while it administers the customer.
    answers: ({ world: { me }, relation }) => {
      if (relation === 'own') return 'ok'
      if (me.kind === 'customer') return 'not_found'
      return relation === 'active' || (me.kind === 'provider' && relation === 'ended') ? 'ok' : 'not_found'
    },
    shows: afterTheEnd,
  },
]
