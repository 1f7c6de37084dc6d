import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import {
  approvePurchaseRequest,
  commentOnPurchaseRequest,
  createPurchaseRequest,
  declinePurchaseRequest,
  forwardPurchaseRequest,
  withdrawPurchaseRequest,
} from '@/lib/domain/purchase-requests/commands'
import {
  draftPurchaseRequest,
  getPurchaseRequest,
  listPurchaseRequests,
  previewApproval,
} from '@/lib/domain/purchase-requests/queries'
import { founded, member, organization } from '../support/organizations'
import { count, rows } from '../support/owner'
import { answers, refusal } from '../support/refusal'
import { agreement, partnership, relationship } from '../support/relations'
import { chain, lettersTo, requestRow, subscriptionsOf, wish } from '../support/requests'
import { offer } from '../support/subscriptions'

describe('asking a provider for a new subscription', () => {
  test('opens a request that both sides see, with a letter to the provider and a record', async () => {
    const of = await chain()
    const { input, title } = await wish(of)
    const { requestId } = await createPurchaseRequest(of.ofReseller, { ...input, comment: 'Please before Monday' })
    for (const [actor, box] of [
      [of.ofReseller, 'sent'],
      [of.ofProvider, 'toAnswer'],
    ] as const) {
      const [row] = (await listPurchaseRequests(actor, { box })).rows
      expect(row).toMatchObject({ id: requestId, status: 'open', title, quantity: 3, customerName: of.customer.name })
      expect((await getPurchaseRequest(actor, { requestId })).comment).toBe('Please before Monday')
    }
    expect(await lettersTo(of.provider)).toEqual(['purchaseRequested'])
    expect(
      await count('AuditEvent', `type = 'purchaseRequest.created' and details->>'requestId' = $1`, [requestId]),
    ).toBe(1)
    expect(await subscriptionsOf(of)).toEqual([])
  })

  test('shows each side what it costs at its own prices', async () => {
    const of = await chain()
    const { requestId } = await createPurchaseRequest(of.ofReseller, (await wish(of)).input)
    const pricesOf = async (actor: Actor) => (await getPurchaseRequest(actor, { requestId })).impact?.prices
    expect(await pricesOf(of.ofProvider)).toEqual([
      { name: 'list', price: '8.00', total: '24.00' },
      { name: 'reseller', price: '9.00', total: '27.00' },
      { name: 'retail', price: '10.00', total: '30.00' },
    ])
    expect(await pricesOf(of.ofReseller)).toEqual([
      { name: 'reseller', price: '9.00', total: '27.00' },
      { name: 'retail', price: '10.00', total: '30.00' },
    ])
  })

  test('approved, runs the order in the same moment, and tells the reseller', async () => {
    const of = await chain()
    const { input, title } = await wish(of)
    const { requestId } = await createPurchaseRequest(of.ofReseller, input)
    const { orderId } = await approvePurchaseRequest(of.ofProvider, { requestId, comment: 'Done' })
    expect(await subscriptionsOf(of)).toEqual([{ title, quantity: 3, resellerId: null, providerId: of.provider.id }])
    expect(await requestRow(requestId)).toMatchObject({
      status: 'approved',
      answer: 'Done',
      orderId,
      approvedQuantity: null,
    })
    expect(await lettersTo(of.reseller)).toEqual(['purchaseAnswered'])
    expect(await count('Order', 'id = $1 and nonce = $2', [orderId, requestId])).toBe(1)
  })

  test('approved with another quantity, orders that', async () => {
    const of = await chain()
    const { requestId } = await createPurchaseRequest(of.ofReseller, (await wish(of)).input)
    await approvePurchaseRequest(of.ofProvider, { requestId, quantity: 5 })
    expect((await subscriptionsOf(of)).map(({ quantity }) => quantity)).toEqual([5])
    expect(await requestRow(requestId)).toMatchObject({ approvedQuantity: 5 })
  })

  test('says what it comes to before it is approved, as the order then does, and is refused at another price', async () => {
    const of = await chain()
    const { input } = await wish(of)
    const { requestId } = await createPurchaseRequest(of.ofReseller, input)
    const { approval } = await getPurchaseRequest(of.ofProvider, { requestId })
    expect(approval).toMatchObject({ kind: 'purchase', quantity: 3, amount: { list: '24.00' }, currency: 'EUR' })
    const five = await previewApproval(of.ofProvider, { requestId, quantity: 5 })
    expect(five).toMatchObject({ kind: 'purchase', amount: { list: '40.00' }, later: { list: '40.00' } })
    const approve = (amount: string) => approvePurchaseRequest(of.ofProvider, { requestId, quantity: 5, amount })
    await rows(`update "CatalogAvailability" set "listPrice" = 9 where id = $1`, [input.availabilityId])
    expect(await refusal(approve('40.00'))).toBe('total_changed')
    expect(await requestRow(requestId)).toMatchObject({ status: 'open' })
    const { orderId } = await approve('45.00')
    expect(await rows('select "listTotal"::text from "Order" where id = $1', [orderId])).toEqual([
      { listTotal: '45.00' },
    ])
  })

  test('says before what stands against it', async () => {
    const of = await chain()
    const { requestId } = await createPurchaseRequest(of.ofReseller, (await wish(of)).input)
    const why = async (quantity = 3) => (await previewApproval(of.ofProvider, { requestId, quantity })) as object
    expect(await why(999)).toMatchObject({ kind: 'refused', why: { code: 'quantity_out_of_range' } })
    await rows('delete from "CustomerAgreement" where "customerId" = $1', [of.customer.id])
    expect(await why()).toMatchObject({ kind: 'refused', why: { code: 'customer_agreement_missing' } })
    await rows(`update "CustomerRelationship" set status = 'ended', "endedAt" = now() where "partnerId" = $1`, [
      of.provider.id,
    ])
    expect(await why()).toMatchObject({ kind: 'refused', why: { code: 'relationship_missing' } })
    const opened = await getPurchaseRequest(of.ofProvider, { requestId })
    expect(opened.approval).toMatchObject({ kind: 'refused', why: { code: 'relationship_missing' } })
  })

  test('stays open when a guard of the order refuses, which says why', async () => {
    const of = await chain()
    const bare = await organization('customer')
    await relationship(of.provider, bare)
    await relationship(of.reseller, bare)
    const { input } = await wish({ ...of, customer: bare })
    const { requestId } = await createPurchaseRequest(of.ofReseller, input)
    expect(await refusal(approvePurchaseRequest(of.ofProvider, { requestId }))).toBe('customer_agreement_missing')
    expect(await requestRow(requestId)).toMatchObject({ status: 'open', decidedByName: null })
    expect(await lettersTo(of.reseller)).toEqual([])
    await agreement(bare)
    const unsigned = { requestId, resellerId: of.reseller.id }
    expect(await refusal(approvePurchaseRequest(of.ofProvider, unsigned))).toBe('reseller_agreement_missing')
    expect(await refusal(approvePurchaseRequest(of.ofProvider, { requestId, quantity: 999 }))).toBe(
      'quantity_out_of_range',
    )
    await approvePurchaseRequest(of.ofProvider, { requestId })
    expect(await requestRow(requestId)).toMatchObject({ status: 'approved' })
  })

  test('declined, says why and orders nothing', async () => {
    const of = await chain()
    const { requestId } = await createPurchaseRequest(of.ofReseller, (await wish(of)).input)
    expect(await refusal(declinePurchaseRequest(of.ofProvider, { requestId, comment: ' ' }))).toBe('input_invalid')
    await declinePurchaseRequest(of.ofProvider, { requestId, comment: 'Not before January' })
    expect(await requestRow(requestId)).toMatchObject({ status: 'declined', answer: 'Not before January' })
    expect(await lettersTo(of.reseller)).toEqual(['purchaseAnswered'])
    expect(await subscriptionsOf(of)).toEqual([])
  })

  test('twice is refused while the first waits, and allowed afterwards', async () => {
    const of = await chain()
    const { input } = await wish(of)
    const { requestId } = await createPurchaseRequest(of.ofReseller, input)
    expect(await refusal(createPurchaseRequest(of.ofReseller, input))).toBe('request_pending')
    await withdrawPurchaseRequest(of.ofReseller, { requestId })
    expect(await refusal(approvePurchaseRequest(of.ofProvider, { requestId }))).toBe('request_answered')
    await createPurchaseRequest(of.ofReseller, input)
  })

  test('twenty times at once asks once', async () => {
    const of = await chain()
    const { input } = await wish(of)
    const asking = Array.from({ length: 20 }, () => createPurchaseRequest(of.ofReseller, input))
    expect(await answers(asking)).toEqual({ ok: 1, request_pending: 19 })
    expect(await lettersTo(of.provider)).toHaveLength(1)
  })
})

describe('an answer', () => {
  test('wins once, however many give one at the same moment', async () => {
    const of = await chain()
    for (let round = 0; round < 5; round += 1) {
      const { requestId } = await createPurchaseRequest(of.ofReseller, (await wish(of)).input)
      const given = await answers([
        ...Array.from({ length: 4 }, () => approvePurchaseRequest(of.ofProvider, { requestId })),
        ...Array.from({ length: 4 }, () => declinePurchaseRequest(of.ofProvider, { requestId, comment: 'No' })),
        withdrawPurchaseRequest(of.ofReseller, { requestId }),
      ])
      expect(given).toEqual({ ok: 1, request_answered: 8 })
      const { status } = await requestRow(requestId)
      expect(await count('Order', 'nonce = $1', [requestId])).toBe(status === 'approved' ? 1 : 0)
    }
  })

  test('is the business of who is asked, and of roles that may order', async () => {
    const of = await chain()
    const { requestId } = await createPurchaseRequest(of.ofReseller, (await wish(of)).input)
    const helpdesk = await member(of.provider, 'helpdeskAgent')
    expect(await refusal(approvePurchaseRequest(helpdesk, { requestId }))).toBe('role_missing')
    expect((await getPurchaseRequest(helpdesk, { requestId })).deeds).toEqual({
      approve: false,
      forward: false,
      decline: false,
      withdraw: false,
    })
    expect(await refusal(approvePurchaseRequest(of.ofReseller, { requestId }))).toBe('not_found')
    const { admin: stranger } = await founded('provider')
    for (const act of [approvePurchaseRequest, forwardPurchaseRequest])
      expect(await refusal(act(stranger, { requestId }))).toBe('not_found')
    expect(await refusal(getPurchaseRequest(stranger, { requestId }))).toBe('not_found')
    expect(await refusal(getPurchaseRequest(of.ofCustomer, { requestId }))).toBe('not_found')
    expect(await refusal(withdrawPurchaseRequest(of.ofProvider, { requestId }))).toBe('role_missing')
    expect(await refusal(forwardPurchaseRequest(of.ofProvider, { requestId }))).toBe('role_missing')
  })
})

describe('whom one can ask', () => {
  test('is a provider that is a partner and serves the customer', async () => {
    const of = await chain()
    const { organization: elsewhere } = await founded('provider')
    await relationship(elsewhere, of.customer)
    const idle = await organization('provider')
    await partnership(idle, of.reseller)
    const { recipients } = await draftPurchaseRequest(of.ofReseller, { customerId: of.customer.id })
    expect(recipients.map(({ id }) => id)).toEqual([of.provider.id])
    const { input } = await wish(of)
    for (const recipientId of [elsewhere.id, idle.id, of.reseller.id, uuidv7()])
      expect(await refusal(createPurchaseRequest(of.ofReseller, { ...input, recipientId }))).toBe('not_found')
    const lonely = await organization('customer')
    await relationship(of.reseller, lonely)
    expect(await refusal(createPurchaseRequest(of.ofReseller, { ...input, customerId: lonely.id }))).toBe(
      'partnership_missing',
    )
    const foreign = await organization('customer')
    expect(await refusal(createPurchaseRequest(of.ofReseller, { ...input, customerId: foreign.id }))).toBe('not_found')
  })

  test('is the reseller for a customer, and the provider where it has none', async () => {
    const of = await chain()
    expect((await draftPurchaseRequest(of.ofCustomer, { customerId: of.customer.id })).recipients).toEqual([
      { id: of.reseller.id, name: of.reseller.name, kind: 'reseller' },
    ])
    const direct = await organization('customer')
    await relationship(of.provider, direct)
    const admin = await member(direct, 'globalAdmin')
    const { recipients } = await draftPurchaseRequest(admin, { customerId: direct.id })
    expect(recipients.map(({ id }) => id)).toEqual([of.provider.id])
    const alone = await organization('customer')
    const { input } = await wish({ ...of, customer: alone })
    expect(await refusal(createPurchaseRequest(await member(alone, 'globalAdmin'), input))).toBe('relationship_missing')
  })

  test('is never asked for what cannot be sold', async () => {
    const of = await chain()
    const ask = (availabilityId: string, quantity = 1) =>
      refusal(
        createPurchaseRequest(of.ofReseller, {
          customerId: of.customer.id,
          kind: 'newSubscription',
          availabilityId,
          quantity,
        }),
      )
    expect(await ask((await offer({ withdrawnAt: new Date() })).availabilityId)).toBe('offer_unavailable')
    expect(await ask((await offer({ currency: 'GBP' })).availabilityId)).toBe('offer_unavailable')
    expect(await ask((await offer({ maxQuantity: 5 })).availabilityId, 6)).toBe('quantity_out_of_range')
    expect(await ask('NOTHING:0001:x')).toBe('not_found')
  })
})

describe('the conversation', () => {
  test('is read by both sides and by nobody else', async () => {
    const of = await chain()
    const { requestId } = await createPurchaseRequest(of.ofReseller, (await wish(of)).input)
    await commentOnPurchaseRequest(of.ofReseller, { requestId, text: 'How long will it take?' })
    await commentOnPurchaseRequest(of.ofProvider, { requestId, text: 'A day.\nNot more.' })
    for (const actor of [of.ofReseller, of.ofProvider]) {
      const { comments } = await getPurchaseRequest(actor, { requestId })
      expect(comments.map(({ text }) => text)).toEqual(['How long will it take?', 'A day.\nNot more.'])
    }
    const { admin: stranger } = await founded('reseller')
    for (const actor of [stranger, of.ofCustomer])
      expect(await refusal(commentOnPurchaseRequest(actor, { requestId, text: 'Me, too' }))).toBe('not_found')
  })
})
