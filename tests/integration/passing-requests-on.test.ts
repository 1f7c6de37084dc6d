import { describe, expect, test } from 'vitest'
import {
  approvePurchaseRequest,
  createPurchaseRequest,
  declinePurchaseRequest,
  forwardPurchaseRequest,
  withdrawPurchaseRequest,
} from '@/lib/domain/purchase-requests/commands'
import { getPurchaseRequest, listPurchaseRequests } from '@/lib/domain/purchase-requests/queries'
import { count } from '../support/owner'
import { atOnce } from '../support/races'
import { refusal } from '../support/refusal'
import { chain, lettersTo, requestRow, subscriptionsOf, wish } from '../support/requests'

describe('what a customer asks its reseller for', () => {
  test('is passed on to the provider, ordered there, and the answer travels back', async () => {
    const of = await chain()
    const { input, title } = await wish(of)
    const { requestId } = await createPurchaseRequest(of.ofCustomer, input)
    expect((await requestRow(requestId)).toOrganizationId).toBe(of.reseller.id)
    expect(await refusal(approvePurchaseRequest(of.ofReseller, { requestId }))).toBe('role_missing')
    await forwardPurchaseRequest(of.ofReseller, { requestId, comment: 'For our customer' })
    expect(await requestRow(requestId)).toMatchObject({ status: 'forwarded' })
    expect(await refusal(declinePurchaseRequest(of.ofReseller, { requestId, comment: 'No' }))).toBe('request_answered')
    const [passedOn] = (await listPurchaseRequests(of.ofProvider, {})).rows
    if (!passedOn) throw new Error('Nothing was passed on.')
    expect((await getPurchaseRequest(of.ofReseller, { requestId })).related.child?.id).toBe(passedOn.id)
    expect((await getPurchaseRequest(of.ofCustomer, { requestId })).related).toEqual({ parent: null, child: null })
    expect((await getPurchaseRequest(of.ofProvider, { requestId: passedOn.id })).related.parent).toBeNull()
    const { orderId } = await approvePurchaseRequest(of.ofProvider, {
      requestId: passedOn.id,
      quantity: 4,
      comment: 'Here',
    })
    for (const id of [requestId, passedOn.id])
      expect(await requestRow(id)).toMatchObject({ status: 'approved', answer: 'Here', orderId, approvedQuantity: 4 })
    expect(await subscriptionsOf(of)).toMatchObject([{ title, quantity: 4 }])
    expect(await lettersTo(of.reseller)).toEqual(['purchaseRequested', 'purchaseAnswered'])
    expect(await lettersTo(of.customer)).toContain('purchaseAnswered')
    expect((await getPurchaseRequest(of.ofCustomer, { requestId })).orderId).toBe(orderId)
  })

  test('is declined by the reseller, or by the provider it was passed on to', async () => {
    const of = await chain()
    const first = await createPurchaseRequest(of.ofCustomer, (await wish(of)).input)
    await declinePurchaseRequest(of.ofReseller, { ...first, comment: 'Too expensive' })
    expect(await requestRow(first.requestId)).toMatchObject({ status: 'declined', answer: 'Too expensive' })
    const second = await createPurchaseRequest(of.ofCustomer, (await wish(of)).input)
    await forwardPurchaseRequest(of.ofReseller, second)
    const [passedOn] = (await listPurchaseRequests(of.ofProvider, {})).rows
    await declinePurchaseRequest(of.ofProvider, { requestId: passedOn?.id ?? '', comment: 'Sold out' })
    expect(await requestRow(second.requestId)).toMatchObject({ status: 'declined', answer: 'Sold out' })
    expect(await lettersTo(of.customer)).toEqual(['purchaseAnswered', 'purchaseAnswered'])
  })

  test('withdrawn by the customer, is withdrawn at the provider, too', async () => {
    const of = await chain()
    const { requestId } = await createPurchaseRequest(of.ofCustomer, (await wish(of)).input)
    await forwardPurchaseRequest(of.ofReseller, { requestId })
    const [passedOn] = (await listPurchaseRequests(of.ofProvider, {})).rows
    await withdrawPurchaseRequest(of.ofCustomer, { requestId })
    expect(await requestRow(passedOn?.id ?? '')).toMatchObject({ status: 'withdrawn' })
    expect(await refusal(approvePurchaseRequest(of.ofProvider, { requestId: passedOn?.id ?? '' }))).toBe(
      'request_answered',
    )
  })

  test('passed on and taken back by the reseller, is open again', async () => {
    const of = await chain()
    const { requestId } = await createPurchaseRequest(of.ofCustomer, (await wish(of)).input)
    await forwardPurchaseRequest(of.ofReseller, { requestId })
    const [passedOn] = (await listPurchaseRequests(of.ofProvider, {})).rows
    await withdrawPurchaseRequest(of.ofReseller, { requestId: passedOn?.id ?? '' })
    expect(await requestRow(requestId)).toMatchObject({ status: 'open' })
    await forwardPurchaseRequest(of.ofReseller, { requestId })
  })

  test('withdrawn and answered at the same moment, ends one way at both ends', async () => {
    const of = await chain()
    for (let round = 0; round < 10; round += 1) {
      const { requestId } = await createPurchaseRequest(of.ofCustomer, (await wish(of)).input)
      await forwardPurchaseRequest(of.ofReseller, { requestId })
      const [passedOn] = (await listPurchaseRequests(of.ofProvider, {})).rows
      const child = { requestId: passedOn?.id ?? '' }
      const given = await atOnce(
        () => withdrawPurchaseRequest(of.ofCustomer, { requestId }),
        () => approvePurchaseRequest(of.ofProvider, child),
      )
      expect([...given].sort()).toEqual(['ok', 'request_answered'])
      const { status } = await requestRow(requestId)
      expect((await requestRow(child.requestId)).status).toBe(status)
      expect(await count('Order', 'nonce = $1', [child.requestId])).toBe(status === 'approved' ? 1 : 0)
    }
  })
})
