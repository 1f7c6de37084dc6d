import { describe, expect, test } from 'vitest'
import {
  chooseProfile,
  enrollNow,
  keepContact,
  keepLegalProfile,
  keepSupport,
  signInToMembership,
} from '@/lib/domain/enrollment/commands'
import { viewEnrollment } from '@/lib/domain/enrollment/queries'
import {
  declared,
  enrolledCompany,
  enrollingCompany,
  legalProfile,
  linked,
  membershipAccount,
  membershipPassword,
  supportDetails,
} from '../support/enrollment'
import { actorOf, newMark, organization, person } from '../support/organizations'
import { count, row, rows } from '../support/owner'
import { readers, watched } from '../support/record'
import { answers, refusal, refusalOf } from '../support/refusal'
import { request } from '../support/request'

const statusOf = async ({ id }: { id: string }) =>
  (await row<{ status: string }>('select "vettingStatus" as status from "Organization" where id = $1', [id])).status

describe('enrolling', () => {
  test('stores each step, so that it goes on later where it was left, and Enroll now begins the review', async () => {
    const { organization: company, admin } = await enrollingCompany()
    const at = async () => (await viewEnrollment(admin, {})).currentStep
    expect(await at()).toBe('membership')
    const { userName, profiles } = await membershipAccount({}, { active: false }, { country: 'AT' })
    const watch = watched()
    await signInToMembership(admin, { userName: userName.toUpperCase(), password: membershipPassword }, watch.request)
    expect(await at()).toBe('profile')
    const mpnId = profiles[0]?.mpnId ?? ''
    await chooseProfile(admin, { mpnId }, watch.request)
    expect(await at()).toBe('legal')
    await keepLegalProfile(admin, legalProfile, watch.request)
    expect(await at()).toBe('contact')
    await keepContact(admin, { contactName: 'Pia Birke', email: 'pia@birkenfeld.example' }, watch.request)
    expect(await at()).toBe('support')
    await keepSupport(admin, supportDetails, watch.request)
    expect(await viewEnrollment(admin, {})).toMatchObject({
      currentStep: 'review',
      name: 'Birkenfeld Cloud GmbH',
      contactName: 'Pia Birke',
      contactEmail: 'pia@birkenfeld.example',
      legalProfile: { addressLine1: 'Lindenallee 12', city: 'Leipzig', postalCode: '04105' },
      supportProfile: { ...supportDetails, website: 'https://birkenfeld.example' },
      application: { mpnId, inProgram: false, membershipUser: userName },
    })
    expect(await statusOf(company)).toBe('None')
    await enrollNow(admin, {}, watch.request)
    expect(await statusOf(company)).toBe('Pending')
    const events = await watch.events()
    expect(events.map(({ type }) => type)).toEqual([
      'enrollment.membershipSignedIn',
      'enrollment.profileChosen',
      'enrollment.stepKept',
      'enrollment.stepKept',
      'enrollment.stepKept',
      'enrollment.submitted',
    ])
    expect(events[5]).toMatchObject({ actorUserId: admin.userId, details: { mpnId, inProgram: false } })
    expect(events[5]?.readers).toEqual(readers(company))
    expect(JSON.stringify(events)).not.toContain(membershipPassword)
  })

  test('is done once, however many press Enroll now at the same time', async () => {
    const { organization: company, admin } = await enrollingCompany()
    await linked(admin)
    await declared(admin)
    expect(await answers(Array.from({ length: 8 }, () => enrollNow(admin, {}, request())))).toEqual({
      ok: 1,
      already_enrolled: 7,
    })
    expect(await count('VerificationCase', '"organizationId" = $1', [company.id])).toBe(1)
  })

  test('authorizes a company that is in the programme already at once, with nothing but its support details', async () => {
    const { organization: company, admin } = await enrollingCompany()
    const { name } = await linked(admin, { inProgram: true })
    expect(await viewEnrollment(admin, {})).toMatchObject({ currentStep: 'support', name })
    await keepSupport(admin, supportDetails, request())
    await enrollNow(admin, {}, request())
    expect(await statusOf(company)).toBe('Authorized')
    expect(await count('LegalProfile', '"organizationId" = $1', [company.id])).toBe(1)
    expect(await count('VerificationCase', '"organizationId" = $1', [company.id])).toBe(0)
  })

  test('believes the directory, not what was read from it earlier', async () => {
    const { organization: company, admin } = await enrollingCompany()
    const { mpnId } = await linked(admin, { inProgram: true })
    await keepSupport(admin, supportDetails, request())
    await rows('update "MembershipProfile" set "inProgram" = false where "mpnId" = $1', [mpnId])
    expect(await refusal(enrollNow(admin, {}, request()))).toBe('profile_inactive')
    expect(await statusOf(company)).toBe('None')
  })

  test('is over once it was submitted: no step can be changed any more', async () => {
    const { admin, mpnId } = await enrolledCompany()
    // Also for somebody whose page still believes that it is open.
    for (const actor of [admin, { ...admin, vettingStatus: 'None' as const }]) {
      const { userName } = await membershipAccount({})
      const sign = signInToMembership(actor, { userName, password: membershipPassword }, request())
      expect(await refusal(sign)).toBe('already_enrolled')
      expect(await refusal(chooseProfile(actor, { mpnId }))).toBe('already_enrolled')
      expect(await refusal(keepLegalProfile(actor, legalProfile))).toBe('already_enrolled')
      expect(await refusal(keepSupport(actor, supportDetails))).toBe('already_enrolled')
      expect(await refusal(enrollNow(actor, {}))).toBe('already_enrolled')
    }
  })

  test('cannot be submitted before every step is done', async () => {
    const { organization: company, admin } = await enrollingCompany()
    expect(await refusal(enrollNow(admin, {}))).toBe('enrollment_incomplete')
    await linked(admin)
    await keepLegalProfile(admin, legalProfile)
    await keepSupport(admin, supportDetails)
    expect(await refusal(enrollNow(admin, {}))).toBe('enrollment_incomplete')
    expect(await statusOf(company)).toBe('None')
  })

  test('is for a Global admin of a reseller', async () => {
    const { organization: company } = await enrollingCompany()
    const colleague = actorOf(await person(company, ['adminAgent']), { vettingStatus: 'None' })
    expect(await refusal(enrollNow(colleague, {}))).toBe('role_missing')
    expect((await viewEnrollment(colleague, {})).currentStep).toBe('membership')
    for (const kind of ['operator', 'provider', 'customer'] as const) {
      const other = actorOf(await person(await organization(kind), ['globalAdmin']))
      expect(await refusal(viewEnrollment(other, {})), kind).toBe('role_missing')
      expect(await refusal(enrollNow(other, {})), kind).toBe('role_missing')
    }
  })
})

describe('an organization profile', () => {
  test('is refused when it is inactive, of another country, linked to another organization, or not of the account', async () => {
    const { organization: company, admin } = await enrollingCompany()
    const known = await organization('reseller')
    const { userName, profiles } = await membershipAccount(
      { active: false },
      { country: 'AT' },
      { mpnId: known.mpnId ?? '' },
    )
    await signInToMembership(admin, { userName, password: membershipPassword }, request())
    const reasons = ['profile_inactive', 'profile_of_other_country', 'mpn_taken']
    const shown = (await viewEnrollment(admin, {})).application.profiles
    expect(shown.map(({ refusal: reason }) => reason).sort()).toEqual([...reasons].sort())
    for (const [number, { mpnId }] of profiles.entries())
      expect(await refusal(chooseProfile(admin, { mpnId }))).toBe(reasons[number])
    const elsewhere = await membershipAccount({})
    expect(await refusal(chooseProfile(admin, { mpnId: elsewhere.profiles[0]?.mpnId ?? '' }))).toBe('not_found')
    expect(await row('select "mpnId" from "Organization" where id = $1', [company.id])).toEqual({ mpnId: null })
  })

  test('goes to one of two companies that choose it at the same moment', async () => {
    const { userName, profiles } = await membershipAccount({})
    const mpnId = profiles[0]?.mpnId ?? ''
    const admins = await Promise.all([1, 2, 3, 4].map(async () => (await enrollingCompany()).admin))
    for (const admin of admins) await signInToMembership(admin, { userName, password: membershipPassword }, request())
    expect(await answers(admins.map((admin) => chooseProfile(admin, { mpnId })))).toEqual({ ok: 1, mpn_taken: 3 })
    expect(await count('Organization', '"mpnId" = $1', [mpnId])).toBe(1)
  })

  test('of an account signed in to later takes the place of the one chosen before', async () => {
    const { organization: company, admin } = await enrollingCompany()
    const first = await linked(admin)
    const { userName } = await membershipAccount({})
    await signInToMembership(admin, { userName, password: membershipPassword }, request())
    expect((await viewEnrollment(admin, {})).currentStep).toBe('profile')
    expect(await count('Organization', '"mpnId" = $1', [first.mpnId])).toBe(0)
    const second = await linked(admin)
    expect(await row('select "mpnId" from "Organization" where id = $1', [company.id])).toEqual({
      mpnId: second.mpnId,
    })
  })
})

describe('signing in to the membership directory', () => {
  test('answers a wrong password as it answers an unknown account, ten times in a quarter of an hour', async () => {
    const { userName } = await membershipAccount({})
    const attempt = async (name: string, password: string, admin = enrollingCompany()) =>
      refusalOf(signInToMembership((await admin).admin, { userName: name, password }, request()))
    const wrong = await attempt(userName, 'something else entirely')
    const unknown = await attempt(newMark(), 'something else entirely')
    expect([wrong.code, unknown.code]).toEqual(['membership_sign_in_failed', 'membership_sign_in_failed'])
    // Different companies share the tries on one account.
    for (let number = 0; number < 9; number += 1) await attempt(userName, 'something else entirely')
    expect((await attempt(userName, membershipPassword)).code).toBe('too_many_attempts')
    // One company cannot try account after account either.
    const company = enrollingCompany()
    for (let number = 0; number < 10; number += 1) await attempt(newMark(), 'x', company)
    expect((await attempt(newMark(), 'x', company)).code).toBe('too_many_attempts')
  })
})

describe('what a company declares', () => {
  test('has to suit its country, and is kept in the country’s spelling', async () => {
    const { admin } = await enrollingCompany('RU')
    const wrong = { ...legalProfile, postalCode: '1', city: '', organizationRegistrationNumber: '12' }
    expect((await refusalOf(keepLegalProfile(admin, wrong))).fields).toEqual({
      city: ['city_required'],
      postalCode: ['postal_code'],
      organizationRegistrationNumber: ['registration_number'],
    })
    const contact = { contactName: 'Анна Сосна', email: 'anna@sosna.example', phoneNumber: '8 843 555-01-77' }
    await keepContact(admin, contact)
    expect((await viewEnrollment(admin, {})).contactPhone).toBe('+78435550177')
  })

  test('names no web mail as the primary contact', async () => {
    const { admin } = await enrollingCompany()
    for (const domain of ['gmail.com', 'mail.ru', 'yahoo.co.uk', 'yandex.ru'])
      expect((await refusalOf(keepContact(admin, { contactName: 'P', email: `p@${domain}` }))).fields).toEqual({
        email: ['web_mail'],
      })
  })
})
