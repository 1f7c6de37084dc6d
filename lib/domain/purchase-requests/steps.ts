import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import type { CommandContext } from '@/lib/core/operation'
import { scope } from '@/lib/core/scope'
import { sendLater } from '@/lib/mail/send-later'
import type { VisibleCustomer } from '../customers/steps'
import { notifyHolders } from '../notifications/steps'
import { visibleSubscriptions } from '../orders/scopes'
import type { RequestKind } from './schema'

export type Work = Pick<CommandContext<'purchaseRequest.create', unknown>, 'actor' | 'db' | 'audit'>

/** Requests that the actor's organization asked or is asked. */
export function visibleRequests({ organizationId }: Actor) {
  return scope({ OR: [{ fromOrganizationId: organizationId }, { toOrganizationId: organizationId }] })
}

/** Those it is asked. */
export function requestsToAnswer({ organizationId }: Actor) {
  return scope({ toOrganizationId: organizationId })
}

/** Those it asked. */
export function requestsSent({ organizationId }: Actor) {
  return scope({ fromOrganizationId: organizationId })
}

const requestFields = {
  id: true,
  kind: true,
  status: true,
  customerId: true,
  customerName: true,
  fromOrganizationId: true,
  fromName: true,
  toOrganizationId: true,
  toName: true,
  askedByUserId: true,
  subscriptionId: true,
  availabilityId: true,
  title: true,
  quantity: true,
  comment: true,
  parentId: true,
} as const

export type Request = NonNullable<Awaited<ReturnType<typeof readRequest>>>

function readRequest(db: Database, where: object) {
  return db.purchaseRequest.findFirst({ where, select: requestFields })
}

/** @throws DomainError `not_found` */
export async function findRequest(db: Database, mine: object, requestId: string): Promise<Request> {
  const request = await readRequest(db, { AND: [mine, { id: requestId }] })
  if (!request) throw new DomainError('not_found')
  return request
}

export interface Recipient {
  id: string
  name: string
}

interface Sold {
  providerId: string
  resellerId: string | null
}

/**
 * Whom one may ask about a customer. A reseller: its providers that serve the customer, for a subscription the one that
 * sold it. The customer itself: its reseller, of record where that still serves it, and its provider where it has none. What no
 * reseller is of record of may be nothing that a reseller can pass on: then its seller can be chosen, too.
 */
export async function recipientsFor(
  db: Database,
  actor: Actor,
  customer: Pick<VisibleCustomer, 'id'>,
  subscription: Sold | null,
): Promise<Recipient[]> {
  const reseller = actor.organizationKind === 'reseller'
  const working = { partner: { partnershipsAsProvider: { some: { resellerId: actor.organizationId, endedAt: null } } } }
  const found = await db.customerRelationship.findMany({
    where: {
      customerId: customer.id,
      endedAt: null,
      ...(reseller ? { partnerKind: 'provider', ...working } : {}),
    },
    orderBy: [{ partnerSortName: 'asc' }, { id: 'asc' }],
    take: 200,
    select: { partnerId: true, partnerName: true, partnerKind: true },
  })
  const all = found.map(({ partnerId, partnerName, partnerKind }) => ({
    id: partnerId,
    name: partnerName,
    kind: partnerKind,
  }))
  const sellers = all.filter(({ id, kind }) => kind === 'provider' && (!subscription || id === subscription.providerId))
  if (reseller) return sellers
  const resellers = all.filter(({ kind }) => kind === 'reseller')
  if (!subscription) return resellers.length > 0 ? resellers : sellers
  const ofRecord = resellers.filter(({ id }) => id === subscription.resellerId)
  return ofRecord.length > 0 ? ofRecord : [...resellers, ...sellers]
}

/**
 * The one that was chosen, or the only one, or the first.
 * @throws DomainError `partnership_missing` for a reseller and `relationship_missing` for a customer that has nobody to
 * ask; `not_found` for somebody else
 */
export function chooseRecipient(actor: Actor, recipients: readonly Recipient[], chosen: string | undefined): Recipient {
  const [first] = recipients
  if (!first)
    throw new DomainError(actor.organizationKind === 'reseller' ? 'partnership_missing' : 'relationship_missing')
  const recipient = chosen ? recipients.find(({ id }) => id === chosen) : first
  if (!recipient) throw new DomainError('not_found')
  return recipient
}

export const subscriptionFields = {
  id: true,
  title: true,
  friendlyName: true,
  status: true,
  quantity: true,
  assigned: true,
  currency: true,
  termDuration: true,
  billingCycle: true,
  termEndsAt: true,
  listUnitPrice: true,
  resellerUnitPrice: true,
  retailUnitPrice: true,
  providerId: true,
  resellerId: true,
  offer: { select: { minQuantity: true, maxQuantity: true } },
} as const

/** @throws DomainError `not_found` */
export async function findSubscription(db: Database, actor: Actor, customerId: string, subscriptionId: string) {
  const found = await db.subscription.findFirst({
    where: { AND: [visibleSubscriptions(actor), { id: subscriptionId, customerId }] },
    select: subscriptionFields,
  })
  if (!found) throw new DomainError('not_found')
  return found
}

/** @throws DomainError `not_found` */
export function subscriptionOf({ subscriptionId }: Pick<Request, 'subscriptionId'>): string {
  if (!subscriptionId) throw new DomainError('not_found')
  return subscriptionId
}

interface Asked {
  kind: RequestKind
  customer: { id: string; name: string }
  recipient: Recipient
  subscriptionId: string | null
  availabilityId: string | null
  title: string
  quantity: number | null
  comment: string | null
  parentId?: string
}

/**
 * Writes a request and tells those who are asked.
 * @throws DomainError `request_pending`
 */
export async function ask({ actor, db, audit }: Work, asked: Asked): Promise<{ requestId: string }> {
  const { customer, recipient, ...facts } = asked
  const id = uuidv7()
  await db.purchaseRequest.createMany({
    data: {
      id,
      ...facts,
      customerId: customer.id,
      customerName: customer.name,
      fromOrganizationId: actor.organizationId,
      fromName: actor.organizationName,
      toOrganizationId: recipient.id,
      toName: recipient.name,
      askedByUserId: actor.userId,
      askedByName: actor.fullName,
      createdAt: clock.now(),
    },
  })
  await audit(
    'purchaseRequest.created',
    { requestId: id, kind: asked.kind, title: asked.title },
    { subject: recipient },
  )
  const { contactEmail, kind } = await db.organization.findUniqueOrThrow({
    where: { id: recipient.id },
    select: { contactEmail: true, kind: true },
  })
  await sendLater(db, {
    letter: 'purchaseRequested',
    organizationId: recipient.id,
    to: { address: contactEmail },
    locale: actor.locale,
    parameters: {
      requestId: id,
      fromName: actor.organizationName,
      askedBy: actor.fullName,
      customerName: customer.name,
      kind: asked.kind,
      title: asked.title,
      quantity: asked.quantity,
      comment: asked.comment,
    },
  })
  await notifyHolders(
    db,
    { organizationId: recipient.id, kind, permission: 'purchaseRequest.decide' },
    {
      kind: 'requestWaiting',
      parameters: { organizationName: actor.organizationName, title: asked.title },
      path: `/requests/${id}`,
    },
  )
  return { requestId: id }
}

/**
 * Takes an open request to answer it. One of several wins; the row stays locked until the end of the transaction.
 * @throws DomainError `request_answered`
 */
export async function claim(db: Database, actor: Actor, request: Request, answer: object): Promise<void> {
  const { count } = await db.purchaseRequest.updateMany({
    where: { AND: [requestsToAnswer(actor), { id: request.id, status: 'open' }] },
    data: answer,
  })
  if (count !== 1) throw new DomainError('request_answered')
}

/**
 * Tells whoever asked, and the customer whose request was passed on.
 */
export async function announceAnswer(
  { actor, db }: Work,
  request: Request,
  answer: { approved: boolean; comment: string | null },
): Promise<void> {
  const carried = await db.$queryRaw<{ requestId: string; organizationId: string; userId: string }[]>`
    select "requestId", "organizationId", "userId" from answer_forwarded_request(${request.id}::uuid)`
  const asked = {
    requestId: request.id,
    organizationId: request.fromOrganizationId,
    userId: request.askedByUserId,
  }
  for (const { requestId, organizationId, userId } of [asked, ...carried]) {
    // Customers ask for themselves; whoever else asks is a reseller.
    const kind = organizationId === request.customerId ? 'customer' : 'reseller'
    await notifyHolders(
      db,
      { organizationId, kind, permission: 'purchaseRequest.create' },
      {
        kind: 'requestAnswered',
        parameters: { title: request.title, answer: answer.approved ? 'approved' : 'declined' },
        path: `/requests/${requestId}`,
      },
    )
    await sendLater(db, {
      letter: 'purchaseAnswered',
      organizationId,
      to: { userId },
      locale: actor.locale,
      parameters: {
        requestId,
        byName: actor.organizationName,
        customerName: request.customerName,
        title: request.title,
        ...answer,
      },
    })
  }
}
