import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { decimal, moneyText } from '@/lib/core/money'
import { query } from '@/lib/core/operation'
import { byNewest, readPage } from '@/lib/core/page'
import { type PriceName, pricesFor } from '../catalog/rules'
import { availabilityFields, offersForCustomer } from '../catalog/steps'
import { findCustomer } from '../customers/steps'
import { resellersOfRecord } from '../orders/guard-steps'
import { visibleSubscriptions } from '../orders/scopes'
import { forecast } from './forecast-steps'
import { type Deeds, deedsOf, seatsAfter } from './rules'
import {
  draftPurchaseRequestInput,
  listPurchaseRequestsInput,
  previewApprovalInput,
  purchaseRequestInput,
  type RequestKind,
} from './schema'
import {
  findRequest,
  findSubscription,
  type Recipient,
  recipientsFor,
  requestsSent,
  requestsToAnswer,
  subscriptionFields,
  visibleRequests,
} from './steps'

const listFields = {
  id: true,
  kind: true,
  status: true,
  customerId: true,
  customerName: true,
  fromOrganizationId: true,
  fromName: true,
  toOrganizationId: true,
  toName: true,
  askedByName: true,
  title: true,
  quantity: true,
  approvedQuantity: true,
  createdAt: true,
} as const

/** Requests asked of one's organization, or by it; newest first. */
export const listPurchaseRequests = query({
  access: 'purchaseRequest.list',
  input: listPurchaseRequestsInput,
  async run({ actor, input, db }) {
    const box = input.box ?? (actor.organizationKind === 'customer' ? 'sent' : 'toAnswer')
    const mine = box === 'sent' ? requestsSent(actor) : requestsToAnswer(actor)
    const status = input.status ? { status: input.status } : {}
    const page = await readPage(
      input,
      (range) => {
        const { where, orderBy, take } = byNewest('id', range)
        return db.purchaseRequest.findMany({
          where: { AND: [mine, status, where] },
          orderBy,
          take,
          select: listFields,
        })
      },
      (row) => ({ sort: '', id: row.id }),
    )
    return { ...page, box, now: clock.now() }
  },
})

/** One request with its conversation, what it means, and what one may do with it. @throws DomainError `not_found` */
export const getPurchaseRequest = query({
  access: 'purchaseRequest.list',
  input: purchaseRequestInput,
  async run({ actor, input, db }) {
    const request = await db.purchaseRequest.findFirst({
      where: { AND: [visibleRequests(actor), { id: input.requestId }] },
      select: {
        ...listFields,
        subscriptionId: true,
        availabilityId: true,
        comment: true,
        decidedAt: true,
        decidedByName: true,
        answer: true,
        orderId: true,
        parentId: true,
        comments: {
          orderBy: { id: 'asc' },
          take: 500,
          select: { id: true, organizationName: true, authorName: true, text: true, createdAt: true },
        },
      },
    })
    if (!request) throw new DomainError('not_found')
    const deeds = deedsOf(request, actor)
    const sold = await soldFacts(db, actor, request)
    return {
      ...request,
      deeds,
      impact: impactOf(actor, request, sold),
      approval: deeds.approve ? await forecast(db, actor, request, request.quantity ?? 0) : null,
      subscriptionVisible: sold !== null,
      ...(await choicesFor(db, actor, request, deeds, sold)),
      related: await relatedTo(db, actor, request),
    }
  },
})

/**
 * What another quantity than was asked for would cost or bring if it were approved now, or why it cannot be had.
 * @throws DomainError `not_found`, `role_missing`, `request_answered`
 */
export const previewApproval = query({
  access: 'purchaseRequest.decide',
  input: previewApprovalInput,
  async run({ actor, input, db }) {
    const request = await findRequest(db, requestsToAnswer(actor), input.requestId)
    // Spec 0.6: a reseller does not order.
    if (actor.organizationKind !== 'provider') throw new DomainError('role_missing', { permission: 'order.create' })
    if (!deedsOf(request, actor).approve) throw new DomainError('request_answered')
    return forecast(db, actor, request, input.quantity)
  },
})

interface Wish {
  id: string
  kind: RequestKind
  customerId: string
  subscriptionId: string | null
  availabilityId: string | null
  quantity: number | null
  parentId: string | null
}

type Sold = NonNullable<Awaited<ReturnType<typeof soldFacts>>>

/** What the subscription, or the offer, costs and has; null where one no longer sees it. */
async function soldFacts(db: Database, actor: Actor, { kind, customerId, subscriptionId, availabilityId }: Wish) {
  if (kind === 'newSubscription') {
    const found = await db.catalogAvailability.findUnique({
      where: { id: availabilityId ?? '' },
      select: availabilityFields,
    })
    return found && { ...found, seats: 0, assigned: 0, termEndsAt: null, providerId: null, resellerId: null }
  }
  const found = await db.subscription.findFirst({
    where: { AND: [visibleSubscriptions(actor), { id: subscriptionId ?? '', customerId }] },
    select: subscriptionFields,
  })
  if (!found) return null
  const { quantity, listUnitPrice, resellerUnitPrice, retailUnitPrice, ...facts } = found
  const prices = { listPrice: listUnitPrice, resellerPrice: resellerUnitPrice, retailPrice: retailUnitPrice }
  return { ...facts, ...prices, seats: quantity }
}

/** What it means for whoever reads it, at the prices they may see. */
function impactOf(actor: Actor, { kind, quantity }: Wish, sold: Sold | null) {
  if (!sold) return null
  const { seats, assigned, currency, termDuration, billingCycle, termEndsAt } = sold
  const afterwards = seatsAfter(kind, seats, quantity ?? 0)
  const unit = pricesFor(actor, sold)
  const prices = Object.entries(unit).map(([name, price]) => ({
    name: name as PriceName,
    price,
    total: moneyText(decimal(price).times(afterwards)),
  }))
  return { seats, seatsAfter: afterwards, assigned, currency, termDuration, billingCycle, termEndsAt, prices }
}

/** Whom a reseller may pass it on to, and whom a provider may name as reseller of record. */
async function choicesFor(db: Database, actor: Actor, request: Wish, deeds: Deeds, sold: Sold | null) {
  const bySubscription = sold?.providerId ? { providerId: sold.providerId, resellerId: sold.resellerId } : null
  const recipients: Recipient[] = deeds.forward
    ? await recipientsFor(db, actor, { id: request.customerId }, bySubscription)
    : []
  const resellers =
    deeds.approve && request.kind === 'newSubscription' ? await resellersOfRecord(db, actor, request.customerId) : []
  return { recipients, resellers }
}

/** The request it was made for, and the one that was made for it, as far as one sees them. */
async function relatedTo(db: Database, actor: Actor, { id, parentId }: Wish) {
  const found = await db.purchaseRequest.findMany({
    where: { AND: [visibleRequests(actor), { OR: [{ parentId: id }, { id: parentId ?? id }] }, { id: { not: id } }] },
    orderBy: { id: 'desc' },
    take: 20,
    select: { id: true, parentId: true, toName: true, fromName: true, status: true },
  })
  return {
    parent: found.find((one) => one.id === parentId) ?? null,
    child: found.find((one) => one.parentId === id) ?? null,
  }
}

/**
 * What the form of a new request needs: whom to ask, what there is, what could be bought.
 * @throws DomainError `not_found`
 */
export const draftPurchaseRequest = query({
  access: 'purchaseRequest.create',
  input: draftPurchaseRequestInput,
  async run({ actor, input, db }) {
    const { id, name } = await findCustomer(db, actor, input.customerId)
    const subscription = input.subscriptionId ? await findSubscription(db, actor, id, input.subscriptionId) : null
    const recipients = await recipientsFor(db, actor, { id }, subscription)
    if (subscription) {
      const { title, friendlyName, status, quantity, assigned } = subscription
      const subject = { id: subscription.id, title, friendlyName, status, quantity, assigned }
      return { customer: { id, name }, recipients, subscription: subject, offers: [] }
    }
    const { offers } = await offersForCustomer(db, actor, id, everyOffer)
    const wanted = offers.filter(
      (offer) => offer.reasons.length === 0 && (!input.offerId || offer.id === input.offerId),
    )
    return { customer: { id, name }, recipients, subscription: null, offers: wanted.flatMap(termsOf) }
  },
})

const everyOffer = {
  search: undefined,
  family: undefined,
  segment: undefined,
  term: undefined,
  cycle: undefined,
  kind: undefined,
}

type Offer = Awaited<ReturnType<typeof offersForCustomer>>['offers'][number]

function termsOf({ title, availabilities }: Offer) {
  return availabilities.map(({ id, termDuration, billingCycle, currency, prices }) => ({
    availabilityId: id,
    title,
    termDuration,
    billingCycle,
    currency,
    price: prices.reseller ?? prices.retail ?? null,
  }))
}
