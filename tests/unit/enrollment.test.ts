import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currentStep, mayOpen, type Progress, profileRefusal, stepsOf } from '@/lib/domain/enrollment/rules'
import { companyMailbox, keepSupportInput } from '@/lib/domain/enrollment/schema'
import { isWebMail } from '@/lib/domain/organizations/web-mail'
import { holds } from '../support/property'

const nothing: Progress = {
  hasProfiles: false,
  mpnId: null,
  inProgram: false,
  hasLegalProfile: false,
  hasContact: false,
  hasSupport: false,
}

const anyProgress = fc.record({
  hasProfiles: fc.boolean(),
  mpnId: fc.constantFrom(null, '1234567'),
  inProgram: fc.boolean(),
  hasLegalProfile: fc.boolean(),
  hasContact: fc.boolean(),
  hasSupport: fc.boolean(),
})

describe('the way through the enrollment', () => {
  test('goes on at the first step that is not done', () => {
    expect(currentStep(nothing)).toBe('membership')
    expect(currentStep({ ...nothing, hasProfiles: true })).toBe('profile')
    const linked = { ...nothing, hasProfiles: true, mpnId: '1234567' }
    expect(currentStep(linked)).toBe('legal')
    expect(currentStep({ ...linked, hasLegalProfile: true })).toBe('contact')
    expect(currentStep({ ...linked, hasLegalProfile: true, hasContact: true })).toBe('support')
    expect(currentStep({ ...linked, hasLegalProfile: true, hasContact: true, hasSupport: true })).toBe('review')
  })

  test('asks a company that is in the programme for its support details only', () => {
    const linked = { ...nothing, hasProfiles: true, mpnId: '1234567', inProgram: true }
    expect(stepsOf(linked)).toEqual(['membership', 'profile', 'support', 'review'])
    expect(currentStep(linked)).toBe('support')
    expect(currentStep({ ...linked, hasSupport: true })).toBe('review')
    expect(mayOpen('legal', { ...linked, hasSupport: true })).toBe(false)
  })

  test('opens what was done and the step after it, nothing further', () =>
    holds(
      fc.property(anyProgress, (progress) => {
        const steps = stepsOf(progress)
        const open = steps.filter((step) => mayOpen(step, progress))
        expect(open).toEqual(steps.slice(0, steps.indexOf(currentStep(progress)) + 1))
      }),
      200,
    ))
})

describe('an organization profile', () => {
  const profile = { mpnId: '1234567', active: true, country: 'DE' }

  test('is refused when it is inactive, of another country or linked to somebody else, and the first reason is told', () => {
    expect(profileRefusal(profile, 'DE', ['7654321'])).toBeNull()
    expect(profileRefusal({ ...profile, active: false }, 'FR', ['1234567'])).toBe('profile_inactive')
    expect(profileRefusal(profile, 'FR', ['1234567'])).toBe('profile_of_other_country')
    expect(profileRefusal(profile, 'DE', ['1234567'])).toBe('mpn_taken')
  })
})

describe('web mail', () => {
  test.each(
    `gmail.com yahoo.com yahoo.co.uk yahoo.fr icloud.com me.com aol.com outlook.com outlook.fr hotmail.com hotmail.co.uk
    live.com live.ru msn.com proton.me protonmail.com gmx.de gmx.net zoho.com web.de mail.ru bk.ru inbox.ru list.ru
    internet.ru yandex.ru yandex.by yandex.com ya.ru rambler.ru`.split(/\s+/),
  )('is refused at %s', (domain) => {
    expect(isWebMail(`somebody@${domain}`)).toBe(true)
    expect(companyMailbox.safeParse(`Somebody@${domain.toUpperCase()}`).error?.issues[0]?.message).toBe('web_mail')
  })

  test.each(['alder-it.example', 'gmail.alder.example', 'notgmail.com', 'outlook.alder-it.com', 'yandex-team.ru'])(
    'is not what a company has at %s',
    (domain) => expect(isWebMail(`somebody@${domain}`)).toBe(false),
  )
})

describe('support details', () => {
  const given = { email: 'help@alder.example', phone: '+49 30 555 0162' }

  test.each([
    ['alder.example', 'https://alder.example'],
    ['http://alder.example/help?x=1', 'http://alder.example/help?x=1'],
    ['', undefined],
  ])('take the website %s', (website, kept) => expect(keepSupportInput.parse({ ...given, website }).website).toBe(kept))

  test.each([
    'javascript:alert(1)',
    'ftp://alder.example',
    'alder',
    'https://',
    'https://a:b@alder.example',
    'data:x,y',
  ])('refuse the website %s', (website) =>
    expect(keepSupportInput.safeParse({ ...given, website }).error?.issues[0]?.message).toBe('web_address'),
  )

  test.each(['112', '8 800 555-35-35', '+49 (30) 555 0162'])('take the phone number %s', (phone) =>
    expect(keepSupportInput.parse({ ...given, phone }).phone).toBe(phone),
  )

  test.each(['call us', '1', '+', '---', '<script>'])('refuse the phone number %s', (phone) =>
    expect(keepSupportInput.safeParse({ ...given, phone }).error?.issues[0]?.message).toBe('support_phone'),
  )
})
