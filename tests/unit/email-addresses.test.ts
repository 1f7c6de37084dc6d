import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { domainName, emailAddress } from '@/lib/core/vocabulary'
import { holds } from '../support/property'

describe('an e-mail address', () => {
  test.each([
    ['maria@alder.example', 'maria@alder.example'],
    ['  Maria.Alder+portal@Alder.EXAMPLE ', 'maria.alder+portal@alder.example'],
    ["o'brien@alder.example", "o'brien@alder.example"],
    ['a@b.co', 'a@b.co'],
    ['a@xn--80ak6aa92e.example', 'a@xn--80ak6aa92e.example'],
  ])('%s is taken as %s', (text, expected) => expect(emailAddress.parse(text)).toBe(expected))

  test.each([
    '',
    ' ',
    'maria',
    '@alder.example',
    'maria@',
    'maria@alder',
    'maria@.example',
    'maria@alder..example',
    'maria@-alder.example',
    'maria@alder-.example',
    'maria@alder.e',
    'maria@alder.1',
    'a@b@c.example',
    'maria@@alder.example',
    // Quoting, comments, routes and lists, which mail servers read in different ways.
    '"maria@evil.example"@alder.example',
    '"maria"@alder.example',
    'maria(comment)@alder.example',
    'maria@alder.example(comment)',
    'Maria <maria@alder.example>',
    '<maria@alder.example>',
    'maria@alder.example,eve@evil.example',
    'maria@alder.example;eve@evil.example',
    'maria@alder.example eve@evil.example',
    '@evil.example:maria@alder.example',
    'mailto:maria@alder.example?',
    'maria\\@evil.example@alder.example',
    // Another mail smuggled in.
    'maria@alder.example\r\nBcc: eve@evil.example',
    'maria@alder.example\nBcc:eve@evil.example',
    'maria\u0000@alder.example',
    'maria@alder.example\u0000.evil.example',
    // Encoded words that some libraries decode.
    '=?utf-8?q?eve=40evil.example=3e?=@alder.example\u0020x',
    '=?x?q?=41=42?=foo@alder.example x',
    // Letters that only look alike stay out of the domain.
    'maria@аlder.example',
    'maria@alder。example。',
    'mаria@alder.example',
    'maria@alder.ехаmple',
    // Addresses of machines.
    'maria@[127.0.0.1]',
    'maria@127.0.0.1',
    'maria@[IPv6:::1]',
    'maria@localhost',
    // Dots where a server would need quotes.
    '.maria@alder.example',
    'maria.@alder.example',
    'maria..alder@alder.example',
  ])('%j is refused', (text) => expect(emailAddress.safeParse(text).success).toBe(false))

  test('that is too long in any of its parts is refused', () => {
    for (const text of [
      `${'a'.repeat(65)}@alder.example`,
      `a@${'b'.repeat(64)}.example`,
      `a@${'b.'.repeat(130)}example`,
    ]) {
      expect(emailAddress.safeParse(text).success).toBe(false)
    }
    expect(emailAddress.safeParse(`${'a'.repeat(64)}@${'b'.repeat(63)}.example`).success).toBe(true)
  })

  test('written in full-width letters is the ordinary address, so that nobody gets it twice', () => {
    expect(emailAddress.parse('ｍａｒｉａ＠ａｌｄｅｒ．example')).toBe('maria@alder.example')
  })

  test('that is accepted has one @, no blank and a plain domain, and reading it again changes nothing', () =>
    holds(
      fc.property(
        fc.oneof(
          fc.emailAddress(),
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.tuple(fc.string(), fc.string()).map(([one, other]) => `${one}@${other}.example`),
        ),
        (text) => {
          const result = emailAddress.safeParse(text)
          if (!result.success) return
          expect(result.data).toMatch(/^[^@\s"(),:;<>\\[\]]+@[a-z0-9.-]+\.[a-z]+$/)
          expect(emailAddress.parse(result.data)).toBe(result.data)
        },
      ),
      2000,
    ))
})

describe('a domain name', () => {
  test.each([
    ['Alder-IT.example', 'alder-it.example'],
    [' a.b.c.example ', 'a.b.c.example'],
  ])('%s is taken as %s', (text, expected) => expect(domainName.parse(text)).toBe(expected))

  test.each([
    '',
    'alder',
    '.example',
    'alder.example.',
    'al der.example',
    'alder_it.example',
    'alder.example/path',
    'https://alder.example',
    'alder.example:80',
    '127.0.0.1',
    'аlder.example',
  ])('%j is refused', (text) => expect(domainName.safeParse(text).success).toBe(false))
})
