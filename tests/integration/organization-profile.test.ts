import { describe, expect, test } from 'vitest'
import {
  changeLegalProfile,
  changePrimaryContact,
  changeSupportProfile,
} from '@/lib/domain/organization-profile/commands'
import { getOrganizationProfile } from '@/lib/domain/organization-profile/queries'
import { founded, member } from '../support/organizations'
import { row } from '../support/owner'
import { contactForm, legalForm, profiled, supportForm, verificationsOf } from '../support/profiles'
import { mailsOf, watched } from '../support/record'
import { answers, refusal, refusalOf } from '../support/refusal'

describe('the legal profile', () => {
  test('is read as it stands, with what a change would have verified', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    await profiled(reseller)
    const found = await getOrganizationProfile(await member(reseller, 'salesAgent'), {})
    expect(found).toMatchObject({
      ...{ id: reseller.id, domain: reseller.domain, country: 'DE', region: 'europe', mpnId: reseller.mpnId },
      legal: { name: reseller.name, addressLine1: 'Elbchaussee 1', city: 'Hamburg', postalCode: '22765' },
      contact: { contactName: reseller.contactName, contactEmail: reseller.contactEmail },
      support: {
        email: `help@${reseller.domain}`,
        phone: '+49 40 555 0100',
        website: `https://${reseller.domain}/help`,
      },
      ...{ mayRename: true, review: null, signature: null, providersWithAccess: 0 },
    })
    expect(found.verifies).toEqual([
      { fact: 'legalName', checks: ['BusinessVerification'] },
      { fact: 'address', checks: ['BusinessVerification'] },
      { fact: 'registrationNumber', checks: ['BusinessVerification'] },
      { fact: 'contactEmail', checks: ['EmailOwnership', 'EmailDomain', 'EmploymentVerification'] },
    ])
    expect((await getOrganizationProfile(admin, {})).versions).toEqual(found.versions)
  })

  test('changed is recorded, and only what has changed is verified again; the organization stays active', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    await profiled(reseller)
    const { request, events } = watched()
    const changed = await changeLegalProfile(admin, await legalForm(admin, { addressLine1: 'Neuer Wall 2' }), request)
    expect(changed).toEqual({ changed: ['address'] })
    expect(await events()).toMatchObject([
      {
        type: 'organization.legalProfileChanged',
        details: {
          changed: ['address'],
          before: 'Elbchaussee 1, 22765 Hamburg',
          after: 'Neuer Wall 2, 22765 Hamburg',
        },
        readers: [reseller.id],
      },
    ])
    expect(await verificationsOf(reseller)).toEqual([
      { status: 'InReview', changed: ['address'], checks: ['BusinessVerification'] },
    ])
    const found = await getOrganizationProfile(admin, {})
    expect(found).toMatchObject({ vettingStatus: 'Authorized', legal: { addressLine1: 'Neuer Wall 2' } })
    expect(found.review).toMatchObject({ status: 'InReview', changed: ['address'] })
  })

  test('saved as it was changes nothing and verifies nothing', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    await profiled(reseller)
    const { request, events } = watched()
    expect(await changeLegalProfile(admin, await legalForm(admin), request)).toEqual({ changed: [] })
    expect(await events()).toEqual([])
    expect(await verificationsOf(reseller)).toEqual([])
  })

  test('told for the first time is verified as well', async () => {
    const { organization: provider, admin } = await founded('provider')
    expect(await changeLegalProfile(admin, await legalForm(admin))).toEqual({ changed: ['address'] })
    expect(await verificationsOf(provider)).toMatchObject([{ changed: ['address'] }])
  })

  test('has to suit the country', async () => {
    const { admin } = await founded('reseller')
    const refused = await refusalOf(
      changeLegalProfile(admin, await legalForm(admin, { postalCode: '1', organizationRegistrationNumber: '12345' })),
    )
    expect(refused.fields).toEqual({
      postalCode: ['postal_code'],
      organizationRegistrationNumber: ['registration_number_needless'],
    })
    const { admin: russian } = await founded('reseller', { country: 'RU' })
    const form = await legalForm(russian, { postalCode: '190000', city: 'Санкт-Петербург', state: 'SPE' })
    expect((await refusalOf(changeLegalProfile(russian, form))).fields).toMatchObject({
      organizationRegistrationNumber: ['registration_number_required'],
    })
  })

  test('cannot be saved over what somebody else saved meanwhile: the second is told', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    await profiled(reseller)
    const [first, second] = [
      await legalForm(admin, { addressLine1: 'Erste 1' }),
      await legalForm(admin, { addressLine1: 'Zweite 2' }),
    ]
    await changeLegalProfile(admin, first)
    expect(await refusal(changeLegalProfile(admin, second))).toBe('stale')
    expect((await getOrganizationProfile(admin, {})).legal.addressLine1).toBe('Erste 1')
    // The other parts of the profile are other forms: nobody is in their way.
    await changeSupportProfile(admin, await supportForm(admin, { email: 'other@alder.example' }))
  })

  test('saved by ten at the same moment is saved by one, and verified once', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    await profiled(reseller)
    const forms = await Promise.all(
      Array.from({ length: 10 }, (_, street) => legalForm(admin, { addressLine1: `Street ${street}` })),
    )
    expect(await answers(forms.map((form) => changeLegalProfile(admin, form)))).toEqual({ ok: 1, stale: 9 })
    expect(await verificationsOf(reseller)).toHaveLength(1)
  })

  test('is changed by a Global admin alone, and by nobody of the operator or of a customer', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    const form = await legalForm(admin, { addressLine1: 'Neuer Wall 2' })
    for (const role of ['userManagementAdmin', 'billingAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'] as const)
      expect(await refusal(changeLegalProfile(await member(reseller, role), form))).toBe('role_missing')
    for (const kind of ['operator', 'customer'] as const)
      expect(await refusal(changeLegalProfile((await founded(kind)).admin, form))).toBe('role_missing')
    // 2.1: a Helpdesk agent may not even view it.
    expect(await refusal(getOrganizationProfile(await member(reseller, 'helpdeskAgent'), {}))).toBe('role_missing')
  })
})

describe('the legal name', () => {
  test('of an authorized provider is fixed', async () => {
    const { organization: provider, admin } = await founded('provider')
    await profiled(provider)
    expect((await getOrganizationProfile(admin, {})).mayRename).toBe(false)
    const renamed = await legalForm(admin, { name: 'Another Name' })
    expect(await refusal(changeLegalProfile(admin, renamed))).toBe('legal_name_fixed')
    // The form of a provider does not even hold the name.
    const { name: _, ...others } = await legalForm(admin, { addressLine1: 'Neuer Wall 2' })
    expect(await changeLegalProfile(admin, others)).toEqual({ changed: ['address'] })
    const { name } = await row<{ name: string }>('select name from "Organization" where id = $1', [provider.id])
    expect(name).toBe(provider.name)
  })
})

describe('the primary contact', () => {
  test('at another address is verified again, and the old address is told', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    const { request, events } = watched()
    const contactEmail = `new@${reseller.domain}`
    await changePrimaryContact(admin, await contactForm(admin, { contactName: 'Nora Weber', contactEmail }), request)
    expect(await events()).toMatchObject([{ type: 'organization.contactChanged', details: { emailChanged: true } }])
    const letters = await mailsOf(reseller)
    expect(letters.find(({ letter }) => letter === 'primaryContactChanged')).toMatchObject({
      toAddress: reseller.contactEmail,
      parameters: { organizationName: reseller.name, changedBy: admin.fullName },
    })
    expect(letters.find(({ letter }) => letter === 'contactConfirmation')?.toAddress).toBe(contactEmail)
    expect(await verificationsOf(reseller)).toEqual([
      {
        status: 'AwaitingContact',
        changed: ['contactEmail'],
        checks: ['EmailOwnership', 'EmailDomain', 'EmploymentVerification'],
      },
    ])
    expect((await getOrganizationProfile(admin, {})).vettingStatus).toBe('Authorized')
  })

  test('with another name or phone is verified by nobody, and nobody is written to', async () => {
    const { organization: reseller, admin } = await founded('reseller')
    await changePrimaryContact(admin, await contactForm(admin, { contactName: 'Nora', phoneNumber: '040 555 01 77' }))
    expect((await getOrganizationProfile(admin, {})).contact).toMatchObject({
      contactName: 'Nora',
      contactPhone: '+49405550177',
    })
    expect(await verificationsOf(reseller)).toEqual([])
    expect(await mailsOf(reseller)).toEqual([])
  })

  test.each(['nora@gmail.com', 'nora@mail.ru', 'nora@yandex.ru', 'nora@outlook.com'])(
    'cannot be the personal mailbox %s',
    async (contactEmail) => {
      const { admin } = await founded('reseller')
      const refused = await refusalOf(changePrimaryContact(admin, await contactForm(admin, { contactEmail })))
      expect(refused.fields).toEqual({ contactEmail: ['web_mail'] })
    },
  )

  test('edited by two at once is told to the second', async () => {
    const { admin } = await founded('reseller')
    const forms = [await contactForm(admin, { contactName: 'One' }), await contactForm(admin, { contactName: 'Two' })]
    expect(await answers(forms.map((form) => changePrimaryContact(admin, form)))).toEqual({ ok: 1, stale: 1 })
  })
})

describe('the support profile', () => {
  test('is told, changed and recorded', async () => {
    const { organization: provider, admin } = await founded('provider')
    const { request, events } = watched()
    const form = await supportForm(admin, { website: 'support.alder.example/help' })
    await changeSupportProfile(admin, form, request)
    const support = {
      email: `help@${provider.domain}`,
      phone: '+49 40 555 0100',
      website: 'https://support.alder.example/help',
    }
    expect((await getOrganizationProfile(admin, {})).support).toEqual(support)
    expect(await events()).toMatchObject([{ type: 'organization.supportProfileChanged', details: support }])
    expect(await verificationsOf(provider)).toEqual([])
    // Sent twice: the second time it is what there is, but the form no longer is.
    expect(await refusal(changeSupportProfile(admin, form))).toBe('stale')
  })

  test.each([
    ['website', 'javascript:alert(1)', 'web_address'],
    ['website', 'https://user:pass@alder.example', 'web_address'],
    ['website', 'ftp://alder.example', 'web_address'],
    ['website', 'http://localhost', 'web_address'],
    ['phone', 'call us', 'support_phone'],
    ['email', 'help at alder', 'email'],
  ])('refuses the %s %s', async (field, value, reason) => {
    const { admin } = await founded('reseller')
    const refused = await refusalOf(changeSupportProfile(admin, await supportForm(admin, { [field]: value })))
    expect(refused.fields).toEqual({ [field]: [reason] })
  })

  test('told for the first time by two at once is told once', async () => {
    const { admin } = await founded('reseller')
    const forms = [await supportForm(admin), await supportForm(admin, { email: 'other@alder.example' })]
    expect(await answers(forms.map((form) => changeSupportProfile(admin, form)))).toEqual({ ok: 1, stale: 1 })
  })
})
