import { describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { listActivity } from '@/lib/domain/activity/queries'
import { listOffersForCustomer } from '@/lib/domain/catalog/queries'
import { attestAgreement, changeBilling, changeContact, submitNewCustomer } from '@/lib/domain/onboarding/commands'
import { getAccount } from '@/lib/domain/onboarding/queries'
import { suspendSubscription } from '@/lib/domain/subscriptions/commands'
import { pagesOf } from '@/lib/web/export'
import { activityExport } from '@/lib/web/exports/activity'
import { csvChunks } from '@/lib/web/exports/csv'
import { accountVersions } from '../support/customer-accounts'
import { readerOf, whole } from '../support/exports'
import { attested, newCustomer, providerWithReseller } from '../support/new-customer'
import { founded, member, newMark, organization } from '../support/organizations'
import { count } from '../support/owner'
import { mailsOf, readers, watched } from '../support/record'
import { answers, refusal, refusalOf } from '../support/refusal'
import { partnership, relationship } from '../support/relations'
import { request } from '../support/request'
import { offer, subscription } from '../support/subscriptions'

const { agreedOn, signerFirstName, signerLastName, signerEmail } = attested()
const signer = { agreedOn, signerFirstName, signerLastName, signerEmail }
const contact = { firstName: 'Ada', lastName: 'Birke', email: 'Ada@Birke.example', phoneNumber: '030 7654321' }
const address = { addressLine1: 'Weg 2', city: 'Bonn', postalCode: 'D-53111' }

/** The forms as they are at this moment, filled in. */
async function contactForm(customerId: string, differently: Partial<typeof contact & { culture: string }> = {}) {
  const { contact: version } = await accountVersions(customerId)
  return { customerId, version, ...contact, culture: 'de-DE', ...differently }
}
type Billing = Partial<typeof address & { segment: 'Commercial' | 'Education' }>
async function billingForm(customerId: string, differently: Billing = {}) {
  const { billing: version } = await accountVersions(customerId)
  return { customerId, version, ...address, ...differently }
}

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
    const found = await getAccount(agent, { customerId })
    expect(found).toMatchObject({
      account: { contactEmail: customer.contactEmail, addressLine1: null, segment: 'Commercial', culture: 'de-DE' },
      agreement: null,
      handover: null,
    })
    expect(found.versions).toEqual(await accountVersions(customerId))
  })

  test('takes a new contact and keeps the address, and the other way round', async () => {
    const { agent, provider, customer, customerId } = await invited()
    const watch = watched()
    await changeContact(agent, await contactForm(customerId), watch.request)
    await changeBilling(agent, await billingForm(customerId), watch.request)
    expect((await getAccount(agent, { customerId })).account).toMatchObject({
      ...{ firstName: 'Ada', lastName: 'Birke', contactEmail: 'ada@birke.example', phoneNumber: '+49307654321' },
      ...{ addressLine1: 'Weg 2', city: 'Bonn', postalCode: '53111', registrationNumber: null },
      ...{ culture: 'de-DE', segment: 'Commercial' },
    })
    const both = { readers: readers(provider, customer) }
    expect(await watch.events()).toMatchObject([
      { type: 'customer.contactChanged', ...both, details: { customerId, cultureBefore: null, cultureAfter: null } },
      { type: 'customer.billingChanged', ...both, details: { customerId, segmentBefore: null, segmentAfter: null } },
    ])
  })

  test('asks what the country asks', async () => {
    const { agent, customerId } = await invited()
    const wrong = { ...(await billingForm(customerId, { postalCode: 'SW1A 1AA' })), city: '' }
    expect((await refusalOf(changeBilling(agent, wrong))).fields).toEqual({
      city: ['city_required'],
      postalCode: ['postal_code'],
    })
    const short = await contactForm(customerId, { phoneNumber: '1' })
    expect((await refusalOf(changeContact(agent, short))).fields).toEqual({ phoneNumber: ['phone'] })
    const elsewhere = await contactForm(customerId, { culture: 'ru-RU' })
    expect((await refusalOf(changeContact(agent, elsewhere))).fields).toEqual({ culture: ['invalid'] })
    expect(await count('CustomerAccount', '"customerId" = $1', [customerId])).toBe(0)
  })

  test('is kept by a reseller only as far as the contact goes, and only with delegated administration', async () => {
    const { ofReseller, customerId } = await invited()
    await changeContact(ofReseller, await contactForm(customerId), request())
    expect(await refusal(changeBilling(ofReseller, await billingForm(customerId)))).toBe('role_missing')
    const plain = await invited(false)
    const change = changeContact(plain.ofReseller, await contactForm(plain.customerId))
    expect(await refusal(change)).toBe('delegation_missing')
  })

  test('is kept by the customer itself, and shown to strangers by nobody', async () => {
    const { own, customer, customerId } = await invited()
    const watch = watched()
    await changeContact(own, await contactForm(customerId), watch.request)
    expect(await watch.events()).toMatchObject([{ readers: readers(customer) }])
    const { admin: stranger } = await founded('provider')
    expect(await refusal(getAccount(stranger, { customerId }))).toBe('not_found')
    expect(await refusal(changeContact(stranger, await contactForm(customerId)))).toBe('not_found')
  })

  test('filled in before somebody else saved is refused, and what the other has saved stays', async () => {
    const { agent, ofReseller, own, customerId } = await invited()
    const [contacts, billings] = [await contactForm(customerId), await billingForm(customerId)]
    await changeContact(ofReseller, { ...contacts, firstName: 'Eva' })
    expect(await refusal(changeContact(agent, contacts))).toBe('stale')
    // The contact is another form: nobody is in its way.
    await changeBilling(own, { ...billings, city: 'Köln' })
    expect(await refusal(changeBilling(agent, billings))).toBe('stale')
    expect((await getAccount(agent, { customerId })).account).toMatchObject({ firstName: 'Eva', city: 'Köln' })
    await changeContact(agent, await contactForm(customerId))
    await changeBilling(agent, await billingForm(customerId))
  })

  test('saved by many at the same moment for the first time is saved by one', async () => {
    const { agent, customerId } = await invited()
    const [contacts, billings] = [await contactForm(customerId), await billingForm(customerId)]
    const six = [1, 2, 3, 4, 5, 6]
    const contactChanges = six.map((each) => changeContact(agent, { ...contacts, firstName: `Ada ${each}` }))
    expect(await answers(contactChanges)).toEqual({ ok: 1, stale: 5 })
    const billingChanges = six.map((each) => changeBilling(agent, { ...billings, city: `Bonn ${each}` }))
    expect(await answers(billingChanges)).toEqual({ ok: 1, stale: 5 })
  })
})

describe('the language of a customer', () => {
  test('is changed with the contact, and letters to the contact follow', async () => {
    const { organization: provider, admin } = await founded('provider')
    const customer = await organization('customer', { country: 'KZ' })
    await relationship(provider, customer)
    const suspendAnother = async () => {
      const { id } = await subscription({ provider, customer, offer: { family: 'azure' } })
      await suspendSubscription(admin, { subscriptionId: id })
    }
    await suspendAnother()
    const watch = watched()
    const change = { phoneNumber: '+7 701 123 45 67', culture: 'ru-KZ' }
    await changeContact(admin, await contactForm(customer.id, change), watch.request)
    expect((await getAccount(admin, { customerId: customer.id })).account.culture).toBe('ru-KZ')
    expect(await watch.events()).toMatchObject([{ details: { cultureBefore: 'kk-KZ', cultureAfter: 'ru-KZ' } }])
    await suspendAnother()
    expect(await mailsOf(customer)).toMatchObject([
      { letter: 'subscriptionSuspended', locale: 'en' },
      { letter: 'subscriptionSuspended', toAddress: 'ada@birke.example', locale: 'ru' },
    ])
  })
})

describe('the segment of a customer', () => {
  const reasons = async (actor: Actor, customerId: string, search: string) =>
    (await listOffersForCustomer(actor, { customerId, search })).offers.map((each) => each.reasons)

  test('is changed by whoever of the provider edits the billing, and what can be bought follows', async () => {
    const { agent, provider, customer, customerId } = await invited()
    const title = `School ${newMark()}`
    await offer({ title, segment: 'Education' })
    expect(await reasons(agent, customerId, title)).toEqual([['segment']])
    const before = await getAccount(agent, { customerId })
    expect(before.mayChangeSegment).toBe(true)
    const watch = watched()
    await changeBilling(agent, await billingForm(customerId, { segment: 'Education' }), watch.request)
    expect((await getAccount(agent, { customerId })).account.segment).toBe('Education')
    expect(await reasons(agent, customerId, title)).toEqual([[]])
    expect(await watch.events()).toMatchObject([
      {
        type: 'customer.billingChanged',
        readers: readers(provider, customer),
        details: { segmentBefore: 'Commercial', segmentAfter: 'Education' },
      },
    ])
    // Who saves the address without naming one leaves it.
    await changeBilling(agent, await billingForm(customerId, { city: 'Köln' }))
    expect((await getAccount(agent, { customerId })).account).toMatchObject({ segment: 'Education', city: 'Köln' })
  })

  test('is read by a reseller and by the customer, and changed by neither', async () => {
    const { own, ofReseller, reseller, customerId } = await invited()
    const form = await billingForm(customerId, { segment: 'Education' })
    for (const actor of [own, ofReseller, await member(reseller, 'globalAdmin')]) {
      const { account, mayChangeSegment } = await getAccount(actor, { customerId })
      expect({ segment: account.segment, mayChangeSegment }).toEqual({ segment: 'Commercial', mayChangeSegment: false })
      expect(await refusal(changeBilling(actor, form))).toBe('role_missing')
    }
    const { segment: _segment, ...addressOnly } = form
    await changeBilling(own, addressOnly)
    expect((await getAccount(own, { customerId })).account.segment).toBe('Commercial')
  })

  test('is no matter for somebody of the provider who may not edit the billing', async () => {
    const { provider, customerId } = await invited()
    const helpdesk = await member(provider, 'helpdeskAgent')
    expect((await getAccount(helpdesk, { customerId })).mayChangeSegment).toBe(false)
    const form = await billingForm(customerId, { segment: 'Education' })
    expect(await refusal(changeBilling(helpdesk, form))).toBe('role_missing')
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

  test('says which language and which segment it had and has, in the reader’s words', async () => {
    const { agent, own, customer, customerId } = await invited()
    await changeContact(agent, await contactForm(customerId, { culture: 'en-DE' }))
    await changeBilling(agent, await billingForm(customerId, { segment: 'Education' }))
    await changeContact(own, await contactForm(customerId, { culture: 'en-DE', firstName: 'Eva' }))
    const told = async (locale: 'en' | 'ru') => {
      const reader = await readerOf({ ...own, locale })
      return whole(csvChunks(activityExport.columns(reader), pagesOf(listActivity, own, { customerId }), reader))
    }
    const english = await told('en')
    expect(english).toContain(`contact details of ${customer.name}. Language: German (Germany) → English (Germany)`)
    expect(english).toContain(`billing details of ${customer.name}. Segment: Commercial → Education`)
    expect(english).toContain(`(${customer.name}) changed the contact details,`)
    const russian = await told('ru')
    expect(russian).toContain(`клиента ${customer.name}. Язык: немецкий (Германия) → английский (Германия)`)
    expect(russian).toContain(`клиента ${customer.name}. Сегмент: Коммерческий → Образование`)
  })

  test('is its whole log for the customer itself', async () => {
    const { own, customerId } = await invited()
    await changeContact(own, await contactForm(customerId), request())
    expect((await listActivity(own, { customerId })).rows).toEqual((await listActivity(own, {})).rows)
  })
})
