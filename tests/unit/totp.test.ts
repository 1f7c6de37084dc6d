import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { newRecoveryCodes, recoveryCodeHash } from '@/lib/auth/recovery-codes'
import { seal, unseal } from '@/lib/auth/sealed-secret'
import { asLetters, codeOf, newTotpSecret, otpauthUri, stepAt, stepOfCode } from '@/lib/auth/totp'
import { deviceOf } from '@/lib/auth/user-agent'
import { demoSecondFactor, demoSignIns } from '@/prisma/seed/cast'
import { fromLetters } from '../support/second-factor'

const digits = '1234567890'
// RFC 6238, appendix B: the secret is as long as the hash.
const secrets = {
  sha1: Buffer.from(digits.repeat(2)),
  sha256: Buffer.from(digits.repeat(4).slice(0, 32)),
  sha512: Buffer.from(digits.repeat(7).slice(0, 64)),
}

describe('a time-based code', () => {
  test.each([
    [59, '94287082', '46119246', '90693936'],
    [1111111109, '07081804', '68084774', '25091201'],
    [1111111111, '14050471', '67062674', '99943326'],
    [1234567890, '89005924', '91819424', '93441116'],
    [2000000000, '69279037', '90698825', '38618901'],
    [20000000000, '65353130', '77737706', '47863826'],
  ])('at %i is the one of RFC 6238', (seconds, sha1, sha256, sha512) => {
    const step = stepAt(seconds * 1000)
    expect(codeOf(secrets.sha1, step, 'sha1', 8)).toBe(sha1)
    expect(codeOf(secrets.sha256, step, 'sha256', 8)).toBe(sha256)
    expect(codeOf(secrets.sha512, step, 'sha512', 8)).toBe(sha512)
  })

  test.each([
    [0, '755224'],
    [1, '287082'],
    [2, '359152'],
    [9, '520489'],
  ])('of counter %i is the one of RFC 4226', (counter, code) => expect(codeOf(secrets.sha1, counter)).toBe(code))

  test('counts one step before and after, to the second, and no further', () => {
    const secret = newTotpSecret()
    const step = 60_000_000
    const code = codeOf(secret, step)
    const begins = step * 30_000
    const found = (moment: number) => stepOfCode(secret, code, moment)
    expect([begins, begins + 29_999, begins - 30_000, begins + 59_999].map(found)).toEqual([step, step, step, step])
    expect([begins - 30_001, begins + 60_000, begins + 3_600_000].map(found)).toEqual([null, null, null])
  })

  test('has exactly six digits', () => {
    const secret = newTotpSecret()
    for (const text of ['', '12345', '1234567', 'abcdef', '12345६', ' 12345', '-12345'])
      expect(stepOfCode(secret, text)).toBeNull()
    for (let counter = 0; counter < 200; counter += 1) expect(codeOf(secret, counter)).toMatch(/^\d{6}$/)
  })
})

describe('a secret', () => {
  test('is 160 random bits', () => {
    const made = Array.from({ length: 100 }, () => newTotpSecret().toString('hex'))
    expect(new Set(made).size).toBe(100)
    for (const secret of made) expect(secret).toHaveLength(40)
  })

  // RFC 4648, section 10, without the padding.
  test.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('of %j is typed as %s', (text, typed) => {
    expect(asLetters(Buffer.from(text))).toBe(typed)
    expect(fromLetters(typed).toString()).toBe(text)
  })

  test('reaches the app with the account it is for', () => {
    const uri = new URL(otpauthUri(Buffer.from('foobar'), 'anna+x@birke.example'))
    expect(uri.protocol).toBe('otpauth:')
    expect(uri.href).toContain('otpauth://totp/Tandem:anna%2Bx%40birke.example?')
    expect(Object.fromEntries(uri.searchParams)).toEqual({ secret: 'MZXW6YTBOI', issuer: 'Tandem' })
  })

  test('at rest opens for its owner only, and not when it was changed', () => {
    const secret = newTotpSecret()
    const sealed = seal(secret, 'anna')
    expect(unseal(sealed, 'anna')).toEqual(secret)
    expect(seal(secret, 'anna')).not.toBe(sealed)
    for (const form of [secret.toString('base64url'), secret.toString('hex'), asLetters(secret)])
      expect(sealed).not.toContain(form)
    expect(() => unseal(sealed, 'boris')).toThrow()
    const bytes = Buffer.from(sealed, 'base64url')
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(() => unseal(changed.toString('base64url'), 'anna')).toThrow()
    }
  })
})

describe('recovery codes', () => {
  test('are ten, all different, in four groups without look-alikes', () => {
    const codes = newRecoveryCodes()
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^([a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}$/)
  })

  test('are the same however they are typed, and another for everybody', () => {
    const [code = ''] = newRecoveryCodes()
    const hash = recoveryCodeHash('anna', code)
    for (const typed of [code.toUpperCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `])
      expect(recoveryCodeHash('anna', typed)).toBe(hash)
    expect(recoveryCodeHash('boris', code)).not.toBe(hash)
    expect(recoveryCodeHash('anna', code.slice(0, -1))).not.toBe(hash)
  })
})

describe('a browser', () => {
  test.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
      'Chrome',
      'Windows',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
      'Edge',
      'Windows',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 YaBrowser/25.8.0.0 Safari/537.36',
      'Yandex Browser',
      'Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15',
      'Safari',
      'macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0 Mobile/15E148 Safari/604.1',
      'Chrome',
      'iOS',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
      'Chrome',
      'Android',
    ],
    ['curl/8.5.0', null, null],
  ])('is recognized by %s', (userAgent, browser, system) => expect(deviceOf(userAgent)).toEqual({ browser, system }))

  test('that says nothing is unknown', () => expect(deviceOf(null)).toEqual({ browser: null, system: null }))
})

test('the demo’s second factor is the one that the README and the launcher name, and gives codes', () => {
  const { email, bytes, secret } = demoSecondFactor
  expect(asLetters(Buffer.from(bytes))).toBe(secret)
  expect(Buffer.from(bytes)).toHaveLength(20)
  expect(demoSignIns.map((one) => one.email)).toContain(email)
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  for (const named of [email, secret, otpauthUri(Buffer.from(bytes), email)]) expect(readme).toContain(named)
  expect(stepOfCode(Buffer.from(bytes), codeOf(Buffer.from(bytes), stepAt(Date.now())))).not.toBeNull()
})
