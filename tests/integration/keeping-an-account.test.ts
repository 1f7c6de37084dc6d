import { describe, expect, test } from 'vitest'
import { listActivity } from '@/lib/domain/activity/queries'
import { attestAgreement, changeBilling, changeContact, submitNewCustomer } from '@/lib/domain/onboarding/commands'
import { getAccount } from '@/lib/domain/onboarding/queries'
import { attested, newCustomer, providerWithReseller } from '../support/new-customer'
import { founded, member, organization } from '../support/organizations'
import { count } from '../support/owner'
import { readers, watched } from '../support/record'
import { refusal, refusalOf } from '../support/refusal'
import { partnership, relationship } from '../support/relations'
import { request } from '../support/request'

const { agreedOn, signerFirstName, signerLastName, signerEmail } = attested()
const signer = { agreedOn, signerFirstName, signerLastName, signerEmail }
const contact = { firstName: 'Ada', lastName: 'Birke', email: 'Ada@Birke.example', phoneNumber: '030 7654321' }

/** A customer that came by invitation: nobody has kept a profile of it. */
async function invited(delegated = true) {
  const { organization: provider } = await founded('provider')
  const { organization: reseller } = await founded('reseller')
  const { organization: customer, admin: own } = await founded('customer')
  await partnership(provider, reseller)
  await relationship(provider, customer)
  await relationship(reseller, customer, { delegated })
  return {
    ...{ provider, reseller, customer, own, customerId: customer.id },
    agent: await member(provider, 'adminAgent'),
    ofReseller: await member(reseller, 'helpdeskAgent'),
  }
}

describe('the profile of a customer', () => {
  test('says what is known before anybody has kept one', async () => {
    const { agent, customer, customerId } = await invited()
    expect(await getAccount(agent, { customerId })).toMatchObject({
      account: { contactEmail: customer.contactEmail, addressLine1: null, segment: 'Commercial', culture: 'de-DE' },
      agreement: null,
      handover: null,
    })
  })

  test('takes a new contact and keeps the address, and the other way round', async () => {
    const { agent, provider, customer, customerId } = await invited()
    const watch = watched()
    await changeContact(agent, { customerId, ...contact }, watch.request)
    const address = { addressLine1: 'Weg 2', city: 'Bonn', postalCode: 'D-53111' }
    await changeBilling(agent, { customerId, ...address }, watch.request)
    expect((await getAccount(agent, { customerId })).account).toMatchObject({
      ...{ firstName: 'Ada', lastName: 'Birke', contactEmail: 'ada@birke.example', phoneNumber: '+49307654321' },
      ...{ addressLine1: 'Weg 2', city: 'Bonn', postalCode: '53111', registrationNumber: null },
    })
    expect(await watch.events()).toMatchObject([
      { type: 'customer.contactChanged', readers: readers(provider, customer) },
      { type: 'customer.billingChanged', readers: readers(provider, customer) },
    ])
  })

  test('asks what the country asks', async () => {
    const { agent, customerId } = await invited()
    const wrong = { customerId, addressLine1: 'Weg 2', postalCode: 'SW1A 1AA' }
    expect((await refusalOf(changeBilling(agent, wrong))).fields).toEqual({
      city: ['city_required'],
      postalCode: ['postal_code'],
    })
    expect((await refusalOf(changeContact(agent, { customerId, ...contact, phoneNumber: '1' }))).fields).toEqual({
      phoneNumber: ['phone'],
    })
    expect(await count('CustomerAccount', '"customerId" = $1', [customerId])).toBe(0)
  })

  test('is kept by a reseller only as far as the contact goes, and only with delegated administration', async () => {
    const { ofReseller, customerId } = await invited()
    await changeContact(ofReseller, { customerId, ...contact }, request())
    const address = { customerId, addressLine1: 'Weg 2', city: 'Bonn', postalCode: '53111' }
    expect(await refusal(changeBilling(ofReseller, address))).toBe('role_missing')
    const plain = await invited(false)
    const change = changeContact(plain.ofReseller, { customerId: plain.customerId, ...contact })
    expect(await refusal(change)).toBe('delegation_missing')
  })

  test('is kept by the customer itself, and shown to strangers by nobody', async () => {
    const { own, customer, customerId } = await invited()
    const watch = watched()
    await changeContact(own, { customerId, ...contact }, watch.request)
    expect(await watch.events()).toMatchObject([{ readers: readers(customer) }])
    const { admin: stranger } = await founded('provider')
    expect(await refusal(getAccount(stranger, { customerId }))).toBe('not_found')
    expect(await refusal(changeContact(stranger, { customerId, ...contact }))).toBe('not_found')
  })
})

describe('the customer agreement', () => {
  test('is attested once, by whoever may, for a day that has come', async () => {
    const { agent, provider, customer, customerId } = await invited()
    const watch = watched()
    expect(await refusal(attestAgreement(await member(provider, 'globalAdmin'), { customerId, ...signer }))).toBe(
      'role_missing',
    )
    const early = { customerId, ...signer, agreedOn: '2999-01-01' }
    expect((await refusalOf(attestAgreement(agent, early))).fields).toEqual({ agreedOn: ['date_future'] })
    await attestAgreement(agent, { customerId, ...signer }, watch.request)
    expect((await getAccount(agent, { customerId })).agreement).toMatchObject({
      firstAndLastName: 'Vera Ahorn',
      email: signerEmail,
    })
    expect(await watch.events()).toMatchObject([
      { type: 'agreement.attested', readers: readers(provider, customer), details: { dateAgreed: agreedOn } },
    ])
    expect(await refusal(attestAgreement(agent, { customerId, ...signer }))).toBe('stale')
  })
})

describe('the activity of one customer', () => {
  test('is what concerns it and nothing else', async () => {
    const { agent } = await providerWithReseller()
    const one = await submitNewCustomer(agent, newCustomer(attested()), request())
    const other = await submitNewCustomer(agent, newCustomer(), request())
    const typesOf = async (customerId: string) =>
      (await listActivity(agent, { customerId })).rows.map(({ type }) => type)
    expect(await typesOf(one.customerId)).toEqual(['agreement.attested', 'customer.added'])
    expect(await typesOf(other.customerId)).toEqual(['customer.added'])
    const stranger = await organization('customer')
    expect(await refusal(listActivity(agent, { customerId: stranger.id }))).toBe('not_found')
  })

  test('is its whole log for the customer itself', async () => {
    const { own, customerId } = await invited()
    await changeContact(own, { customerId, ...contact }, request())
    expect((await listActivity(own, { customerId })).rows).toEqual((await listActivity(own, {})).rows)
  })
})
