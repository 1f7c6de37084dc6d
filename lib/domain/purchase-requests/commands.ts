import { clock } from '@/lib/core/clock'
import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { type Budget, spend } from '@/lib/core/rate-limit'
import { findCustomer } from '../customers/steps'
import { carryOut } from './approval-steps'
import {
  approvePurchaseRequestInput,
  commentInput,
  createPurchaseRequestInput,
  declinePurchaseRequestInput,
  forwardPurchaseRequestInput,
  purchaseRequestInput,
} from './schema'
import {
  announceAnswer,
  ask,
  chooseRecipient,
  claim,
  findRequest,
  findSubscription,
  recipientsFor,
  requestsSent,
  requestsToAnswer,
  visibleRequests,
} from './steps'
import { subjectOf } from './subject-steps'

const requestBudget: Budget = { name: 'purchase-request', points: 200, seconds: 3600 }

/**
 * Asks a provider, or a customer's reseller, for what one may not order oneself (spec 0.6).
 * @throws DomainError `not_found`, `request_pending`, `partnership_missing`, `relationship_missing`, and what stands
 * against the wish already, `too_many_attempts`
 */
export const createPurchaseRequest = command({
  access: 'purchaseRequest.create',
  input: createPurchaseRequestInput,
  // Each writes letters to the other side, also those that are withdrawn at once.
  prepare: ({ actor }) => spend(requestBudget, actor.organizationId),
  async run({ actor, input, db, audit }) {
    const customer = await findCustomer(db, actor, input.customerId)
    const { subject, sold } = await subjectOf(db, actor, customer, input)
    const recipient = chooseRecipient(actor, await recipientsFor(db, actor, customer, sold), input.recipientId)
    const comment = input.comment || null
    return ask({ actor, db, audit }, { kind: input.kind, customer, recipient, ...subject, comment })
  },
})

/**
 * A reseller passes its customer's request on to a provider, as a request of its own; the answer travels back.
 * @throws DomainError `not_found`, `role_missing`, `request_answered`, `request_pending`, `partnership_missing`
 */
export const forwardPurchaseRequest = command({
  access: 'purchaseRequest.decide',
  input: forwardPurchaseRequestInput,
  async run({ actor, input, db, audit }) {
    const request = await findRequest(db, requestsToAnswer(actor), input.requestId)
    // A provider orders itself: there is nobody it could pass anything on to.
    if (actor.organizationKind !== 'reseller')
      throw new DomainError('role_missing', { permission: 'purchaseRequest.create' })
    await claim(db, actor, request, { status: 'forwarded' })
    const customer = await findCustomer(db, actor, request.customerId)
    const sold = request.subscriptionId ? await findSubscription(db, actor, customer.id, request.subscriptionId) : null
    const recipient = chooseRecipient(actor, await recipientsFor(db, actor, customer, sold), input.recipientId)
    const { kind, subscriptionId, availabilityId, title, quantity } = request
    const wish = { kind, subscriptionId, availabilityId, title, quantity, comment: input.comment || null }
    await ask({ actor, db, audit }, { ...wish, customer, recipient, parentId: request.id })
    await audit('purchaseRequest.forwarded', { requestId: request.id, title }, { subject: customer })
    return { requestId: request.id }
  },
})

/**
 * A provider approves, as asked or another quantity, and the order runs in the same transaction with all its guards: what
 * refuses it leaves the request open.
 * @throws DomainError `not_found`, `role_missing`, `request_answered`, `total_changed`, `stale` and every refusal of the order
 */
export const approvePurchaseRequest = command({
  access: 'purchaseRequest.decide',
  input: approvePurchaseRequestInput,
  async run({ actor, input, db, audit }) {
    const request = await findRequest(db, requestsToAnswer(actor), input.requestId)
    // Spec 0.6: a reseller does not order.
    if (actor.organizationKind !== 'provider') throw new DomainError('role_missing', { permission: 'order.create' })
    const quantity = request.kind === 'cancel' ? null : (input.quantity ?? request.quantity)
    const comment = input.comment || null
    await claim(db, actor, request, {
      status: 'approved',
      ...decided(actor.fullName),
      answer: comment,
      approvedQuantity: quantity === request.quantity ? null : quantity,
    })
    const work = { actor, db, audit }
    const { amount, resellerId = null } = input
    const orderId = await carryOut(work, request, { quantity, resellerId, amount })
    await db.purchaseRequest.updateMany({ where: { id: request.id }, data: { orderId } })
    const subject = { id: request.fromOrganizationId, name: request.fromName }
    await audit('purchaseRequest.approved', { requestId: request.id, title: request.title, orderId }, { subject })
    await announceAnswer(work, request, { approved: true, comment })
    return { requestId: request.id, orderId }
  },
})

/** @throws DomainError `not_found`, `request_answered` */
export const declinePurchaseRequest = command({
  access: 'purchaseRequest.decide',
  input: declinePurchaseRequestInput,
  async run({ actor, input, db, audit }) {
    const request = await findRequest(db, requestsToAnswer(actor), input.requestId)
    await claim(db, actor, request, { status: 'declined', ...decided(actor.fullName), answer: input.comment })
    const subject = { id: request.fromOrganizationId, name: request.fromName }
    await audit('purchaseRequest.declined', { requestId: request.id, title: request.title }, { subject })
    await announceAnswer({ actor, db, audit }, request, { approved: false, comment: input.comment })
    return { requestId: request.id }
  },
})

/**
 * Whoever asked takes it back while there is no answer. What was passed on goes with it; a request that was passed on by
 * way of this one is open again.
 * @throws DomainError `not_found`, `request_answered`
 */
export const withdrawPurchaseRequest = command({
  access: 'purchaseRequest.create',
  input: purchaseRequestInput,
  async run({ actor, input, db, audit }) {
    const request = await findRequest(db, requestsSent(actor), input.requestId)
    const { count } = await db.purchaseRequest.updateMany({
      where: { AND: [requestsSent(actor), { id: request.id, status: { in: ['open', 'forwarded'] } }] },
      data: { status: 'withdrawn', ...decided(actor.fullName) },
    })
    if (count !== 1) throw new DomainError('request_answered')
    await db.$queryRaw`select withdraw_forwarded_request(${request.id}::uuid)`
    if (request.parentId)
      await db.purchaseRequest.updateMany({
        where: { AND: [requestsToAnswer(actor), { id: request.parentId, status: 'forwarded' }] },
        data: { status: 'open' },
      })
    const subject = { id: request.toOrganizationId, name: request.toName }
    await audit('purchaseRequest.withdrawn', { requestId: request.id, title: request.title }, { subject })
    return { requestId: request.id }
  },
})

/** A word in the conversation that both sides read. @throws DomainError `not_found` */
export const commentOnPurchaseRequest = command({
  access: 'purchaseRequest.list',
  input: commentInput,
  unaudited: 'The conversation is its own record.',
  async run({ actor, input, db }) {
    const request = await findRequest(db, visibleRequests(actor), input.requestId)
    await db.purchaseRequestComment.createMany({
      data: {
        requestId: request.id,
        organizationId: actor.organizationId,
        organizationName: actor.organizationName,
        authorName: actor.fullName,
        text: input.text,
        createdAt: clock.now(),
      },
    })
  },
})

function decided(name: string) {
  return { decidedAt: clock.now(), decidedByName: name }
}
