import type { IDToken } from 'openid-client'
import { describe, expect, test } from 'vitest'
import { isProvedSince, isSharedIssuer, proofOf, vouchedEmail } from '@/lib/auth/issuer/claims'
import { isDomainError } from '@/lib/core/errors'

const tenant = '0f8fad5b-d9cb-469f-a165-70867728950e'
const entra = `https://login.microsoftonline.com/${tenant}/v2.0`

function vouched(claims: object): string {
  try {
    return vouchedEmail({ sub: 'a', aud: 'b', exp: 0, iat: 0, ...claims } as IDToken)
  } catch (error) {
    return isDomainError(error) ? error.code : String(error)
  }
}

describe('an address is vouched for', () => {
  const email = 'Ada@Alder.example'
  test.each([
    ['by an issuer that says so', { iss: 'https://issuer.example', email, email_verified: true }],
    ['by one that says so in words', { iss: 'https://issuer.example', email, email_verified: 'true' }],
    ['by a tenant of Entra ID, which does not say', { iss: entra, tid: tenant, email }],
    ['by one that knows the domain as its own', { iss: entra, tid: tenant, email, xms_edov: true }],
    ['by one that says so with a number', { iss: entra, tid: tenant, email, xms_edov: '1' }],
    [
      'by Google for a company',
      { iss: 'https://accounts.google.com', email, email_verified: true, hd: 'alder.example' },
    ],
  ])('%s', (_, claims) => expect(vouched(claims)).toBe('ada@alder.example'))

  test.each([
    ['by an issuer that is silent', { iss: 'https://issuer.example', email }],
    ['by one that says no', { iss: 'https://issuer.example', email, email_verified: false }],
    ['by one that says no in words', { iss: 'https://issuer.example', email, email_verified: 'false' }],
    ['by a tenant that says no', { iss: entra, tid: tenant, email, email_verified: false }],
    ['by a tenant that does not own the domain', { iss: entra, tid: tenant, email, xms_edov: false }],
    ['by a tenant for a guest', { iss: entra, tid: tenant, email, acct: 1 }],
    ['by another tenant', { iss: entra, tid: tenant.replace('0f', '1f'), email }],
    ['by a tenant that does not say which', { iss: entra, email }],
    ['by Google for somebody private', { iss: 'https://accounts.google.com', email, email_verified: true }],
    [
      'by Google for another company',
      { iss: 'https://accounts.google.com', email, email_verified: true, hd: 'a.example' },
    ],
    [
      'by what only looks like Entra ID',
      { iss: `https://login.microsoftonline.com.evil.example/${tenant}`, tid: tenant, email },
    ],
  ])('not %s', (_, claims) => expect(vouched(claims)).toBe('email_unverified'))

  test.each([[undefined], [''], ['ada'], ['a@b'], [['a@b.example']], ['a@b.example\nx'], [{ email }]])(
    'never where it is none: %j',
    (given) => expect(vouched({ iss: entra, tid: tenant, email: given })).toBe('email_missing'),
  )
})

test('an issuer for everybody is told from one of a single organization', () => {
  for (const shared of ['common', 'organizations', 'consumers', 'COMMON', '9188040d-6c67-4c5b-b112-36a304b66dad', ''])
    expect(isSharedIssuer(`https://login.microsoftonline.com/${shared}/v2.0`.replace('//v2.0', '/'))).toBe(true)
  for (const own of [entra, 'https://issuer.example/common', 'https://accounts.google.com'])
    expect(isSharedIssuer(own)).toBe(false)
})

test('a second factor counts where the issuer says that it asked for one', () => {
  const of = (claims: object) => proofOf(claims as IDToken)
  for (const claims of [{ amr: ['pwd', 'mfa'] }, { amr: ['mfa'] }, { acr: 'https://refeds.org/profile/mfa' }])
    expect(of(claims)).toBe('severalFactors')
  for (const claims of [{}, { amr: ['pwd'] }, { amr: ['otp'] }, { amr: 'mfa' }, { amr: [1, null] }, { acr: '1' }])
    expect(of(claims)).toBe('oneFactor')
})

test('a proof counts when the issuer has asked since', () => {
  const began = new Date()
  const seconds = Math.floor(began.getTime() / 1000)
  const proved = (auth_time: unknown) => isProvedSince({ auth_time } as IDToken, began)
  expect([proved(seconds), proved(seconds + 5), proved(seconds - 30)]).toEqual([true, true, true])
  expect([proved(seconds - 120), proved(undefined), proved('1'), proved(null)]).toEqual([false, false, false, false])
})
