import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { approvePurchaseRequest, createPurchaseRequest } from '@/lib/domain/purchase-requests/commands'
import { draftPurchaseRequest, getPurchaseRequest, previewApproval } from '@/lib/domain/purchase-requests/queries'
import { founded, organization } from '../support/organizations'
import { count, row } from '../support/owner'
import { answers, refusal } from '../support/refusal'
import { partnership, relationship } from '../support/relations'
import { type Chain, chain, requestRow } from '../support/requests'
import { type SubscriptionChoices, subscription } from '../support/subscriptions'

describe('about a subscription', () => {
  let of: Chain
  beforeAll(async () => {
    of = await chain()
  })

  test('one asks its provider, and only for what makes sense', async () => {
    const { id } = await subscription({
      provider: of.provider,
      customer: of.customer,
      reseller: of.reseller,
      quantity: 4,
    })
    const about = { customerId: of.customer.id, subscriptionId: id }
    const ask = (more: { kind: 'addSeats' | 'removeSeats' | 'cancel'; quantity?: number }, actor = of.ofReseller) =>
      refusal(createPurchaseRequest(actor, { ...about, ...more }))
    expect(await ask({ kind: 'removeSeats', quantity: 4 })).toBe('quantity_out_of_range')
    expect(await ask({ kind: 'addSeats' })).toBe('input_invalid')
    expect(await ask({ kind: 'addSeats', quantity: 5 }, (await founded('reseller')).admin)).toBe('not_found')
    const suspended = await subscription({ provider: of.provider, customer: of.customer, status: 'suspended' })
    const fixed = await subscription({
      ...{ provider: of.provider, customer: of.customer, quantity: 25 },
      offer: { minQuantity: 25, maxQuantity: 25 },
    })
    const another = { customerId: of.customer.id, subscriptionId: fixed.id, kind: 'addSeats' as const, quantity: 1 }
    expect(await refusal(createPurchaseRequest(of.ofReseller, another))).toBe('quantity_out_of_range')
    const inactive = {
      customerId: of.customer.id,
      subscriptionId: suspended.id,
      kind: 'addSeats' as const,
      quantity: 1,
    }
    expect(await refusal(createPurchaseRequest(of.ofReseller, inactive))).toBe('subscription_not_active')
    const sold = await subscription({ provider: await organization('provider'), customer: of.customer })
    const elsewhere = { customerId: of.customer.id, subscriptionId: sold.id, kind: 'cancel' as const }
    expect(await refusal(createPurchaseRequest(of.ofReseller, elsewhere))).toBe('partnership_missing')
  })

  test('a customer asks the reseller of record; where there is none, its seller can be asked, too, and carries it out', async () => {
    const { organization: elsewhere, admin } = await founded('provider')
    await relationship(elsewhere, of.customer)
    const recorded = await subscription({ provider: of.provider, customer: of.customer, reseller: of.reseller })
    const direct = await subscription({ provider: elsewhere, customer: of.customer, quantity: 4 })
    const choices = async (subscriptionId: string) =>
      (await draftPurchaseRequest(of.ofCustomer, { customerId: of.customer.id, subscriptionId })).recipients
    expect((await choices(recorded.id)).map(({ id }) => id)).toEqual([of.reseller.id])
    expect((await choices(direct.id)).map(({ id }) => id)).toEqual([of.reseller.id, elsewhere.id])
    const wish = { customerId: of.customer.id, subscriptionId: direct.id, kind: 'addSeats' as const, quantity: 3 }
    const { requestId } = await createPurchaseRequest(of.ofCustomer, { ...wish, recipientId: elsewhere.id })
    await approvePurchaseRequest(admin, { requestId })
    expect(await row('select quantity from "Subscription" where id = $1', [direct.id])).toEqual({ quantity: 7 })
  })

  const seatsOf = async (id: string) =>
    await row<{ quantity: number; status: string }>('select quantity, status from "Subscription" where id = $1', [id])
  const sold = async (choices: Partial<SubscriptionChoices> = {}) => {
    const { id } = await subscription({
      provider: of.provider,
      customer: of.customer,
      reseller: of.reseller,
      quantity: 4,
      ...choices,
    })
    return { customerId: of.customer.id, subscriptionId: id }
  }

  test('more seats, fewer seats and its end are carried out by the same steps as by hand', async () => {
    const about = await sold({ startedAt: new Date() })
    const approve = async (
      wish: { kind: 'addSeats' | 'removeSeats' | 'cancel'; quantity?: number },
      quantity?: number,
    ) => {
      const { requestId } = await createPurchaseRequest(of.ofReseller, { ...about, ...wish })
      const { orderId } = await approvePurchaseRequest(of.ofProvider, { requestId, ...(quantity ? { quantity } : {}) })
      expect(orderId).not.toBeNull()
      return seatsOf(about.subscriptionId)
    }
    expect(await approve({ kind: 'addSeats', quantity: 5 })).toMatchObject({ quantity: 9 })
    expect(await approve({ kind: 'addSeats', quantity: 5 }, 2)).toMatchObject({ quantity: 11 })
    expect(await approve({ kind: 'removeSeats', quantity: 3 })).toMatchObject({ quantity: 8 })
    expect(await approve({ kind: 'cancel' })).toMatchObject({ status: 'deleted' })
    const changes = await count('SubscriptionChange', '"subscriptionId" = $1', [about.subscriptionId])
    expect(changes).toBeGreaterThanOrEqual(4)
  })

  test('what an approval costs or brings is told before, and nobody approves at another price', async () => {
    const about = await sold({ startedAt: new Date() })
    const asked = async (wish: { kind: 'addSeats' | 'removeSeats' | 'cancel'; quantity?: number }) =>
      (await createPurchaseRequest(of.ofReseller, { ...about, ...wish })).requestId
    const opened = async (requestId: string) => (await getPurchaseRequest(of.ofProvider, { requestId })).approval
    const more = await asked({ kind: 'addSeats', quantity: 5 })
    const whole = { list: '40.00', reseller: '45.00', retail: '50.00' }
    expect(await opened(more)).toMatchObject({ kind: 'seats', before: 4, after: 9, amount: whole })
    const three = await previewApproval(of.ofProvider, { requestId: more, quantity: 3 })
    expect(three).toMatchObject({ kind: 'seats', after: 7, amount: { list: '24.00' }, later: { list: '56.00' } })
    const approved = { requestId: more, quantity: 3 }
    // An emptied number is no answer, least of all the quantity that was asked for.
    const emptied = { ...approved, quantity: '' as unknown as number }
    expect(await refusal(approvePurchaseRequest(of.ofProvider, emptied))).toBe('input_invalid')
    expect(await refusal(approvePurchaseRequest(of.ofProvider, { ...approved, amount: '40.00' }))).toBe('total_changed')
    expect(await seatsOf(about.subscriptionId)).toMatchObject({ quantity: 4 })
    const { orderId } = await approvePurchaseRequest(of.ofProvider, { ...approved, amount: '24.00' })
    expect(await row('select "listTotal"::text from "Order" where id = $1', [orderId])).toEqual({ listTotal: '24.00' })
    expect(await refusal(previewApproval(of.ofProvider, approved))).toBe('request_answered')

    const none = await asked({ kind: 'removeSeats', quantity: 2 })
    const all = await previewApproval(of.ofProvider, { requestId: none, quantity: 7 })
    expect(all).toMatchObject({ kind: 'refused', why: { code: 'quantity_out_of_range' } })

    const end = await asked({ kind: 'cancel' })
    expect(await opened(end)).toMatchObject({ kind: 'end', cancellation: { refund: { list: '56.00' }, isFull: true } })
    expect(await refusal(approvePurchaseRequest(of.ofProvider, { requestId: end, amount: '0.00' }))).toBe(
      'total_changed',
    )
    await approvePurchaseRequest(of.ofProvider, { requestId: end, amount: '56.00' })
    expect(await seatsOf(about.subscriptionId)).toMatchObject({ status: 'deleted' })
  })

  test('what stands against an approval is told before, too, and to nobody who does not decide', async () => {
    const old = await sold({ startedAt: new Date(Date.now() - 20 * 86_400_000) })
    const { requestId } = await createPurchaseRequest(of.ofReseller, { ...old, kind: 'cancel' })
    const seen = await getPurchaseRequest(of.ofProvider, { requestId })
    expect(seen.approval).toMatchObject({ kind: 'refused', why: { code: 'cancellation_window_passed' } })
    expect((await getPurchaseRequest(of.ofReseller, { requestId })).approval).toBeNull()
    expect(await refusal(previewApproval(of.ofReseller, { requestId, quantity: 1 }))).toBe('not_found')
  })

  test('what the windows no longer allow stays open and says so', async () => {
    const old = await sold({ startedAt: new Date(Date.now() - 20 * 86_400_000) })
    const fewer = await createPurchaseRequest(of.ofReseller, { ...old, kind: 'removeSeats', quantity: 1 })
    expect(await refusal(approvePurchaseRequest(of.ofProvider, fewer))).toBe('seats_not_reducible')
    const end = await createPurchaseRequest(of.ofReseller, { ...old, kind: 'cancel' })
    expect(await refusal(approvePurchaseRequest(of.ofProvider, end))).toBe('cancellation_window_passed')
    for (const { requestId } of [fewer, end]) expect(await requestRow(requestId)).toMatchObject({ status: 'open' })
    expect(await seatsOf(old.subscriptionId)).toEqual({ quantity: 4, status: 'active' })
    const all = { ...fewer, quantity: 4 }
    expect(await refusal(approvePurchaseRequest(of.ofProvider, all))).toBe('input_invalid')
  })

  test('ten requests approved at once add up', async () => {
    const about = await sold()
    const asking: Actor[] = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const { organization: reseller, admin } = await founded('reseller')
        await partnership(of.provider, reseller)
        await relationship(reseller, of.customer, { delegated: true })
        return admin
      }),
    )
    const requests = await Promise.all(
      asking.map((actor) => createPurchaseRequest(actor, { ...about, kind: 'addSeats', quantity: 2 })),
    )
    expect(await answers(requests.map((request) => approvePurchaseRequest(of.ofProvider, request)))).toEqual({ ok: 10 })
    expect(await seatsOf(about.subscriptionId)).toMatchObject({ quantity: 24 })
  })
})
