import { describe, expect, test } from 'vitest'
import { submitNewCustomer } from '@/lib/domain/onboarding/commands'
import { checkNewCustomer } from '@/lib/domain/onboarding/queries'
import { attested, buying, newCustomer, providerWithReseller } from '../support/new-customer'
import { member, newMark, organization } from '../support/organizations'
import { count, rows } from '../support/owner'
import { refusalOf } from '../support/refusal'
import { partnership } from '../support/relations'
import { request } from '../support/request'
import { offer } from '../support/subscriptions'

describe('a customer is not added, and nothing is kept of it,', () => {
  async function refused(input: ReturnType<typeof newCustomer>, agent: Parameters<typeof submitNewCustomer>[0]) {
    const error = await refusalOf(submitNewCustomer(agent, input, request()))
    expect(await count('Organization', 'domain = $1', [`${input.prefix}.onmicrosoft.com`])).toBe(0)
    // The steps of the form say the same before it is submitted.
    const checked = await refusalOf(checkNewCustomer(agent, { step: 'subscriptions', ...input }))
    expect([checked.code, checked.fields]).toEqual([error.code, error.fields])
    return error
  }

  test('for a reseller one does not work with, or no longer', async () => {
    const { agent, provider } = await providerWithReseller()
    const stranger = await organization('reseller')
    const former = await organization('reseller')
    await partnership(provider, former, { ended: true })
    for (const { id } of [stranger, former])
      expect((await refused(newCustomer({ resellerId: id }), agent)).code).toBe('partnership_missing')
  })

  test('in another region than the provider', async () => {
    const { agent } = await providerWithReseller()
    const there = { country: 'US', state: 'WA', postalCode: '98101', phoneNumber: '', culture: 'en-US' }
    expect((await refused(newCustomer(there), agent)).code).toBe('region_differs')
  })

  test.each([
    ['a postal code of another country', { postalCode: 'SW1A 1AA' }, 'postalCode', 'postal_code'],
    ['no city', { city: '' }, 'city', 'city_required'],
    [
      'a registration number nobody asked for',
      { organizationRegistrationNumber: '7707083893' },
      'organizationRegistrationNumber',
      'registration_number_needless',
    ],
    ['a language the country does not have', { culture: 'ru-RU' }, 'culture', 'invalid'],
    ['a telephone number that is none', { phoneNumber: '12' }, 'phoneNumber', 'phone'],
  ])('with %s', async (_what, wrong, field, key) => {
    const { agent } = await providerWithReseller()
    const error = await refusalOf(submitNewCustomer(agent, newCustomer(wrong), request()))
    expect(error.fields).toEqual({ [field]: [key] })
  })

  test('under a domain somebody has', async () => {
    const { agent } = await providerWithReseller()
    const prefix = newMark()
    await organization('customer', { domain: `${prefix}.onmicrosoft.com` })
    const error = await refusalOf(submitNewCustomer(agent, newCustomer({ prefix }), request()))
    expect(error.fields).toEqual({ prefix: ['domain_taken'] })
  })

  test('without its registration number and phone where the country asks for them', async () => {
    const provider = await organization('provider', { country: 'RU' })
    const agent = await member(provider, 'adminAgent')
    const there = {
      country: 'RU',
      city: 'Москва',
      postalCode: '101000',
      culture: 'ru-RU',
      state: 'RU-MOW',
      phoneNumber: '',
    }
    const error = await refusalOf(submitNewCustomer(agent, newCustomer(there), request()))
    expect(error.fields).toMatchObject({
      organizationRegistrationNumber: ['registration_number_required'],
      phoneNumber: ['phone_required'],
    })
  })

  test('with everything that is wrong told at once', async () => {
    const { agent } = await providerWithReseller()
    const empty = { companyName: '', city: '', postalCode: '', email: 'nobody', organizationRegistrationNumber: '1' }
    expect((await refusalOf(submitNewCustomer(agent, newCustomer(empty), request()))).fields).toEqual({
      companyName: ['required'],
      email: ['email'],
      city: ['city_required'],
      postalCode: ['postal_code_required'],
      organizationRegistrationNumber: ['registration_number_needless'],
    })
  })

  test('with an attestation from the future, or without who agreed', async () => {
    const { agent } = await providerWithReseller()
    const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
    expect((await refused(newCustomer(attested({ agreedOn: tomorrow })), agent)).fields).toEqual({
      agreedOn: ['date_future'],
    })
    expect((await refused(newCustomer({ attested: 'on', agreedOn: '2026-01-01' }), agent)).fields).toEqual({
      signerFirstName: ['required'],
      signerLastName: ['required'],
      signerEmail: ['required'],
    })
  })

  test('by somebody who may add but neither attest nor order, as far as that is asked for', async () => {
    const { provider } = await providerWithReseller()
    const people = await member(provider, 'userManagementAdmin')
    const admin = await member(provider, 'globalAdmin')
    const { input } = await buying()
    expect(await refusalOf(submitNewCustomer(admin, newCustomer(attested()), request()))).toMatchObject({
      code: 'role_missing',
      permission: 'customerAgreement.attest',
    })
    expect(await refusalOf(submitNewCustomer(people, { ...input, attested: undefined }, request()))).toMatchObject({
      code: 'role_missing',
      permission: 'order.create',
    })
    expect((await submitNewCustomer(people, newCustomer(), request())).order).toBeNull()
  })

  test('with an order before the agreement', async () => {
    const { agent } = await providerWithReseller()
    const { input } = await buying()
    expect((await refused({ ...input, attested: undefined } as never, agent)).code).toBe('customer_agreement_missing')
  })

  test('at a price that nobody has seen, and is told the price as it is', async () => {
    const { agent } = await providerWithReseller()
    const { input, sold } = await buying(3)
    const { total: _total, ...unseen } = input
    expect((await refusalOf(submitNewCustomer(agent, unseen as never, request()))).fields).toEqual({
      total: ['required'],
    })
    await rows(`update "CatalogAvailability" set "listPrice" = 8.5 where id = $1`, [sold.availabilityId])
    const changed = await refusalOf(submitNewCustomer(agent, input, request()))
    expect(changed).toMatchObject({ code: 'total_changed', parameters: { total: '25.50', currency: 'EUR' } })
    expect(await count('Organization', 'domain = $1', [`${input.prefix}.onmicrosoft.com`])).toBe(0)
    // A look that was had before stands in nobody's way: it is how one sees the new one.
    const seen = await checkNewCustomer(agent, { step: 'subscriptions', ...input })
    expect(seen.total?.list).toBe('25.50')
    expect((await submitNewCustomer(agent, { ...input, total: '25.50' }, request())).order?.listTotal).toBe('25.50')
    const nothing = newCustomer({ total: '24.00' })
    expect(await refusalOf(submitNewCustomer(agent, nothing, request()))).toMatchObject({ code: 'total_changed' })
  })

  test('with offers that are not for it, in quantities they are not sold in', async () => {
    const { agent } = await providerWithReseller()
    const buy = async (choices: Parameters<typeof offer>[0], quantity = '1') => {
      const { availabilityId } = await offer(choices)
      return newCustomer({ ...attested(), items: [availabilityId], quantities: [quantity] })
    }
    const code = async (choices: Parameters<typeof offer>[0], quantity?: string) =>
      (await refused(await buy(choices, quantity), agent)).code
    expect(await code({ minQuantity: 5 }, '4')).toBe('quantity_out_of_range')
    expect(await code({ maxQuantity: 5 }, '6')).toBe('quantity_out_of_range')
    expect(await code({ countries: ['FR'] })).toBe('offer_unavailable')
    expect(await code({ currency: 'USD' })).toBe('offer_unavailable')
    expect(await code({ segment: 'Education' })).toBe('offer_unavailable')
    expect(await code({ withdrawnAt: new Date() })).toBe('offer_unavailable')
    expect(
      (await refused(newCustomer({ ...attested(), items: ['nothing'], quantities: ['1'] }), agent)).fields,
    ).toEqual({
      items: ['invalid'],
    })
    expect(
      (await refused(newCustomer({ ...attested(), items: ['one', 'two'], quantities: ['1'] }), agent)).fields,
    ).toEqual({
      items: ['invalid'],
    })
  })

  test('with a reseller of record that does not serve it or has signed nothing', async () => {
    const { agent, provider, reseller } = await providerWithReseller()
    const unsigned = await organization('reseller')
    await partnership(provider, unsigned)
    const { input } = await buying()
    expect((await refused({ ...input, resellerOfRecord: reseller.id } as never, agent)).code).toBe(
      'reseller_not_eligible',
    )
    const both = { resellerId: unsigned.id, resellerOfRecord: unsigned.id }
    expect((await refused({ ...input, ...both } as never, agent)).code).toBe('reseller_agreement_missing')
  })
})
