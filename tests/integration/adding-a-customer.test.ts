import { describe, expect, test } from 'vitest'
import { findActor } from '@/lib/auth/session'
import { submitNewCustomer } from '@/lib/domain/onboarding/commands'
import { changePassword, signIn } from '@/lib/domain/users/commands'
import { attested, buying, newCustomer, providerWithReseller } from '../support/new-customer'
import { newMark } from '../support/organizations'
import { count, row, rows } from '../support/owner'
import { activeRelationships, isQueued, mailsOf, readers, watched } from '../support/record'
import { answers, refusal } from '../support/refusal'
import { request } from '../support/request'
import { offer } from '../support/subscriptions'

describe('adding a customer for a reseller', () => {
  test('founds it with its first admin, both relationships and the agreement, and sells to it, all at once', async () => {
    const { provider, reseller, agent } = await providerWithReseller()
    const { sold, input } = await buying(12, { resellerId: reseller.id, resellerOfRecord: reseller.id })
    const watch = watched()
    const made = await submitNewCustomer(agent, input, watch.request)
    expect(made).toMatchObject({
      companyName: input.companyName,
      userName: `admin@${input.prefix}.onmicrosoft.com`,
      contactEmail: input.email,
      order: { currency: 'EUR', listTotal: '96.00', lines: [{ title: sold.title, quantity: 12, listAmount: '96.00' }] },
    })
    const customer = { id: made.customerId }
    expect(await activeRelationships(provider, customer)).toBe(1)
    expect(await activeRelationships(reseller, customer)).toBe(1)
    expect(await count('DelegatedAdministration', '"customerId" = $1 and "revokedAt" is null', [customer.id])).toBe(2)
    expect(await row('select * from "CustomerAccount" where "customerId" = $1', [customer.id])).toMatchObject({
      foundedById: provider.id,
      phoneNumber: '+49301234567',
      postalCode: '10115',
      language: 'de',
      culture: 'de-DE',
    })
    expect(await row('select * from "CustomerAgreement" where "customerId" = $1', [customer.id])).toMatchObject({
      firstAndLastName: 'Vera Ahorn',
      email: 'vera@ahorn.example',
      userId: agent.userId,
    })
    expect(await row('select * from "Subscription" where "customerId" = $1', [customer.id])).toMatchObject({
      providerId: provider.id,
      resellerId: reseller.id,
      supportContactId: provider.id,
      quantity: 12,
      status: 'active',
    })
    const events = await watch.events()
    expect(events.map(({ type }) => type)).toEqual(['customer.added', 'agreement.attested', 'order.submitted'])
    for (const event of events) expect(event.readers).toEqual(readers(provider, customer))
    expect(events[0]?.details).toEqual({
      customerId: customer.id,
      resellerId: reseller.id,
      delegatedAdministration: true,
    })
  })

  test('lets the first admin in with the temporary password, to choose another one', async () => {
    const { agent } = await providerWithReseller()
    const made = await submitNewCustomer(agent, newCustomer(), request())
    const password = made.temporaryPassword ?? ''
    const { sessionToken } = await signIn(null, { email: made.userName, password }, request())
    const admin = await findActor(sessionToken)
    expect(admin).toMatchObject({
      organizationId: made.customerId,
      organizationKind: 'customer',
      roles: ['globalAdmin'],
      mustChangePassword: true,
    })
    const chosen = 'a bicycle made of glass'
    await changePassword(admin, { currentPassword: password, newPassword: chosen, repeatedPassword: chosen })
    await signIn(null, { email: made.userName, password: chosen }, request())
  })

  test('writes to the contact who opened the account, without the password', async () => {
    const { provider, reseller, agent } = await providerWithReseller()
    const input = newCustomer({ resellerId: reseller.id, country: 'DE' })
    const made = await submitNewCustomer(agent, input, request())
    const [mail, ...others] = await mailsOf({ id: made.customerId })
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      letter: 'customerWelcome',
      toAddress: input.email,
      locale: 'en',
      parameters: { providerName: provider.name, resellerName: reseller.name, userName: made.userName },
    })
    expect(mail && (await isQueued(mail))).toBe(true)
  })

  test('does not make the reseller the one of record by itself', async () => {
    const { reseller, agent } = await providerWithReseller()
    const { input } = await buying(1, { resellerId: reseller.id })
    const made = await submitNewCustomer(agent, input, request())
    expect(await row('select "resellerId" from "Subscription" where "customerId" = $1', [made.customerId])).toEqual({
      resellerId: null,
    })
  })

  test('adds what belongs together: an add-on joins the subscription bought beside it', async () => {
    const { agent } = await providerWithReseller()
    const base = await offer()
    const addOn = await offer({ requires: [base.id] })
    const items = [addOn.availabilityId, base.availabilityId]
    const made = await submitNewCustomer(
      agent,
      newCustomer({ ...attested(), items, quantities: ['3', '5'], total: '64.00' }),
      request(),
    )
    const bought = await rows<{ id: string; offerId: string; parentId: string | null }>(
      'select id, "offerId", "parentId" from "Subscription" where "customerId" = $1',
      [made.customerId],
    )
    const baseId = bought.find(({ offerId }) => offerId === base.id)?.id
    expect(bought.find(({ offerId }) => offerId === addOn.id)?.parentId).toBe(baseId)
    expect(
      await refusal(
        submitNewCustomer(agent, newCustomer({ ...attested(), items: [addOn.availabilityId], quantities: ['3'] })),
      ),
    ).toBe('prerequisite_missing')
  })

  test('without a reseller makes it the direct customer of the provider', async () => {
    const { provider, agent } = await providerWithReseller()
    const made = await submitNewCustomer(agent, newCustomer(), request())
    expect(made.order).toBeNull()
    expect(await count('CustomerRelationship', '"customerId" = $1', [made.customerId])).toBe(1)
    expect(await activeRelationships(provider, { id: made.customerId })).toBe(1)
  })
})

describe('the same submission again', () => {
  test('gives the customer that is there, without the password', async () => {
    const { agent } = await providerWithReseller()
    const { input } = await buying()
    const first = await submitNewCustomer(agent, input, request())
    const watch = watched()
    const again = await submitNewCustomer(agent, { ...input, companyName: 'Another name' }, watch.request)
    expect(again).toEqual({ ...first, temporaryPassword: null })
    expect(await watch.events()).toEqual([])
  })

  test('fifty times at once founds one customer with one order, and shows one password', async () => {
    const { agent } = await providerWithReseller()
    const { input } = await buying()
    const passwords: unknown[] = []
    const tally = await answers(
      Array.from({ length: 50 }, async () => {
        const made = await submitNewCustomer(agent, input, request())
        if (made.temporaryPassword) passwords.push(made.temporaryPassword)
      }),
    )
    // Hashing is refused where too many wait for it.
    expect((tally.ok ?? 0) + (tally.busy ?? 0)).toBe(50)
    expect(tally.ok).toBeGreaterThan(0)
    expect(passwords).toHaveLength(1)
    const domain = `${input.prefix}.onmicrosoft.com`
    expect(await count('Organization', 'domain = $1', [domain])).toBe(1)
    expect(await count('Order', 'nonce = $1', [input.nonce])).toBe(1)
    expect(await count('User', 'email = $1', [`admin@${domain}`])).toBe(1)
  })

  test('of somebody else is a submission of their own', async () => {
    const [one, other] = [await providerWithReseller(), await providerWithReseller()]
    const input = newCustomer()
    const first = await submitNewCustomer(one.agent, input, request())
    expect(await refusal(submitNewCustomer(other.agent, input, request()))).toBe('input_invalid')
    const second = await submitNewCustomer(other.agent, { ...input, prefix: newMark() }, request())
    expect(second.customerId).not.toBe(first.customerId)
  })

  test('two forms for one domain: one of them gets it, the other is told', async () => {
    const { agent } = await providerWithReseller()
    const prefix = newMark()
    const forms = Array.from({ length: 6 }, () => submitNewCustomer(agent, newCustomer({ prefix }), request()))
    const tally = await answers(forms)
    expect(tally.ok).toBe(1)
    expect((tally.domain_taken ?? 0) + (tally.input_invalid ?? 0)).toBe(5)
  })
})
