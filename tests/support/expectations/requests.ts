import { uuidv7 } from 'uuidv7'
import { relations } from '../neighbourhood'
import { founded, type Organization } from '../organizations'
import { agreement, relationship } from '../relations'
import { writtenRequest } from '../requests'
import { offer } from '../subscriptions'
import type { Cell, Row } from './row'
import { customerId, customerOf } from './sold'

/** Who stands across in that relation: partners ask providers, customers ask resellers. */
function across({ world: { me }, neighbour }: Cell): Organization | undefined {
  return me.kind === 'reseller' ? neighbour?.customer : neighbour?.partner
}

/** A request between the caller's organization and its active neighbour, or between two others. */
async function request(cell: Cell, direction: 'received' | 'sent'): Promise<{ requestId: string }> {
  const { world, neighbour, relation } = cell
  if (!neighbour) return { requestId: uuidv7() }
  const customer = world.me.kind === 'customer' ? world.me : neighbour.customer
  if (relation === 'active') {
    await readyToOrder(cell)
    const other = direction === 'sent' ? neighbour.partner : (across(cell) ?? neighbour.partner)
    const [from, to] = direction === 'sent' ? [world.me, other] : [other, world.me]
    return { requestId: await writtenRequest({ from, to, customer }) }
  }
  const { organization } = await founded('provider')
  return {
    requestId: await writtenRequest({ from: neighbour.partner, to: organization, customer: neighbour.customer }),
  }
}

/** Whatever an order needs beside the request, where it is not there yet. */
async function readyToOrder(cell: Cell): Promise<void> {
  const { world, neighbour } = cell
  if (!neighbour || world.me.kind === 'customer') return
  await agreement(neighbour.customer).catch(() => undefined)
  if (world.me.kind === 'reseller') await relationship(neighbour.partner, neighbour.customer).catch(() => undefined)
}

const received = (cell: Cell) => request(cell, cell.world.me.kind === 'customer' ? 'sent' : 'received')
const sent = (cell: Cell) => request(cell, 'sent')
const between = ({ relation }: Cell) => (relation === 'active' ? 'ok' : 'not_found')
const onlyAs =
  (kind: string) =>
  ({ world: { me }, relation }: Cell) =>
    relation !== 'active' ? 'not_found' : me.kind === kind ? 'ok' : 'role_missing'

const marks = (cell: Cell) => (cell.relation === 'active' ? [across(cell)?.mark ?? ''] : [])

/** A reseller asks about customers it serves, a customer about itself. */
const asksFor = ({ world: { me }, relation }: Cell) =>
  relation === (me.kind === 'customer' ? 'own' : 'active') ? 'ok' : 'not_found'

export const requestRows: Row[] = [
  {
    operation: 'purchase-requests.listPurchaseRequests',
    access: 'purchaseRequest.list',
    relations,
    input: async (cell) => {
      await received(cell)
      return {}
    },
    shows: marks,
  },
  {
    operation: 'purchase-requests.listPurchaseRequests',
    of: 'sent',
    access: 'purchaseRequest.list',
    relations,
    input: async (cell) => {
      if (cell.world.me.kind !== 'provider') await sent(cell)
      return { box: 'sent' }
    },
    shows: ({ world: { me }, relation, neighbour }) =>
      relation === 'active' && me.kind !== 'provider' && neighbour ? [neighbour.partner.mark] : [],
  },
  {
    operation: 'purchase-requests.getPurchaseRequest',
    access: 'purchaseRequest.list',
    relations,
    input: received,
    answers: between,
    shows: marks,
  },
  {
    operation: 'purchase-requests.draftPurchaseRequest',
    access: 'purchaseRequest.create',
    relations,
    input: customerId,
    answers: asksFor,
  },
  {
    operation: 'purchase-requests.createPurchaseRequest',
    access: 'purchaseRequest.create',
    relations,
    input: async (cell) => {
      if (cell.relation === 'active') await readyToOrder(cell)
      const { availabilityId } = await offer()
      return { customerId: customerOf(cell).id, kind: 'newSubscription', availabilityId, quantity: 1 }
    },
    answers: asksFor,
  },
  {
    operation: 'purchase-requests.approvePurchaseRequest',
    access: 'purchaseRequest.decide',
    relations,
    input: received,
    answers: onlyAs('provider'),
  },
  {
    operation: 'purchase-requests.previewApproval',
    access: 'purchaseRequest.decide',
    relations,
    input: async (cell) => ({ ...(await received(cell)), quantity: 2 }),
    answers: onlyAs('provider'),
  },
  {
    operation: 'purchase-requests.forwardPurchaseRequest',
    access: 'purchaseRequest.decide',
    relations,
    input: received,
    answers: onlyAs('reseller'),
  },
  {
    operation: 'purchase-requests.declinePurchaseRequest',
    access: 'purchaseRequest.decide',
    relations,
    input: async (cell) => ({ ...(await received(cell)), comment: 'No' }),
    answers: between,
  },
  {
    operation: 'purchase-requests.withdrawPurchaseRequest',
    access: 'purchaseRequest.create',
    relations,
    input: sent,
    answers: between,
  },
  {
    operation: 'purchase-requests.commentOnPurchaseRequest',
    access: 'purchaseRequest.list',
    relations,
    input: async (cell) => ({ ...(await received(cell)), text: 'Hello' }),
    answers: between,
  },
]
