import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import {
  calendarDay,
  domainName,
  emailAddress,
  identifier,
  line,
  locale,
  optional,
  paragraphs,
  requiredTick,
  searchTerm,
  tick,
  wholeNumber,
} from '@/lib/core/vocabulary'
import { changePasswordInput, returnPath } from '@/lib/domain/users/schema'
import { holds } from '../support/property'

/** The message keys a value is refused with, or the value it becomes. */
function read(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value)
  return result.success ? { value: result.data } : [...new Set(result.error.issues.map(({ message }) => message))]
}

const words = {
  line: line(40),
  paragraphs: paragraphs(400),
  emailAddress,
  domainName,
  identifier,
  searchTerm,
  calendarDay,
  locale,
}

describe('every word of the vocabulary', () => {
  test.each(Object.entries(words))(
    '%s refuses what is not text: objects, lists, numbers, operators',
    (_name, schema) => {
      const hostile: unknown[] = [
        { contains: 'a' },
        { not: '' },
        { equals: null },
        ['a'],
        [],
        1,
        true,
        null,
        { toString: () => 'a' },
        Symbol('a'),
        new Date(),
      ]
      for (const value of hostile) expect(schema.safeParse(value).success, typeof value).toBe(false)
    },
  )

  test.each(Object.entries(words))('%s refuses U+0000 and lone surrogates', (_name, schema) => {
    for (const text of ['a\u0000b', '\u0000', 'a\ud800', '\udfff', 'a\ud83d\u0000'])
      expect(schema.safeParse(text).success).toBe(false)
  })

  test.each(Object.entries(words))('%s answers every text within moments and never throws', (_name, schema) =>
    holds(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        schema.safeParse(text)
      }),
      200,
    ),
  )
})

describe('one line', () => {
  const name = line(10)

  test('is trimmed, composed and free of double blanks', () => {
    expect(read(name, '  Al\u00a0  der ')).toEqual({ value: 'Al der' })
    expect(read(name, 'e\u0301')).toEqual({ value: 'é' })
  })

  test('says what is wrong with it', () => {
    expect(read(name, undefined)).toEqual(['required'])
    expect(read(name, '')).toEqual(['required'])
    expect(read(name, ' \u2003 ')).toEqual(['required'])
    expect(read(name, 'eleven char')).toEqual(['too_long'])
    expect(read(name, 'x'.repeat(5000))).toEqual(['too_long'])
    expect(read(name, 'a\u0007')).toEqual(['characters'])
    expect(read(name, 5)).toEqual(['invalid'])
  })

  test.each(['a\nb', 'a\r\nBcc: x@y.example', 'a\tb'])('is one line: %j is refused', (text) =>
    expect(read(name, text)).toEqual(['characters']),
  )
})

describe('several lines', () => {
  test('keep their breaks', () => expect(read(paragraphs(50), ' a\r\n\r\nb\n ')).toEqual({ value: 'a\n\nb' }))
  test('may be empty but not too long', () => {
    expect(read(paragraphs(5), '')).toEqual({ value: '' })
    expect(read(paragraphs(5), 'abcdef')).toEqual(['too_long'])
  })
})

describe('optional fields', () => {
  test('take empty text for absent', () => {
    expect(read(optional(emailAddress), '')).toEqual({ value: undefined })
    expect(read(optional(emailAddress), undefined)).toEqual({ value: undefined })
    expect(optional(emailAddress).safeParse('nonsense').success).toBe(false)
    expect(optional(emailAddress).safeParse(null).success).toBe(false)
  })
})

describe('tick boxes', () => {
  test.each([
    ['on', true],
    [true, true],
    [false, false],
    [undefined, false],
  ])('read %s as %s', (value, expected) => expect(read(tick, value)).toEqual({ value: expected }))

  test('refuse anything else', () => {
    for (const value of ['off', 'true', 1, {}, [], null]) expect(tick.safeParse(value).success).toBe(false)
  })

  test('that must be ticked say so', () => {
    expect(read(requiredTick, undefined)).toEqual(['tick_required'])
    expect(read(requiredTick, 'on')).toEqual({ value: true })
  })
})

describe('whole numbers', () => {
  const days = wholeNumber(1, 90)

  test.each([
    [7, 7],
    ['7', 7],
    ['90', 90],
  ])('%j is %d', (value, expected) => expect(read(days, value)).toEqual({ value: expected }))
  test.each([0, 91, '0', '91', '999999999'])('%j is out of range', (value) =>
    expect(read(days, value)).toEqual(['number_range']),
  )
  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, '1e1', '0x7', ' 7', '-1', '', '1234567890', null, {}])(
    '%s is none',
    (value) => expect(days.safeParse(value).success).toBe(false),
  )
})

test('a calendar day is a day there is', () => {
  expect(calendarDay.safeParse('2028-02-29').success).toBe(true)
  for (const day of ['2027-02-29', '2026-13-01', '2026-1-1', '20261120', "2026-01-01' or '1", '2026-01-01T00:00:00Z'])
    expect(read(calendarDay, day)).toEqual(['date'])
})

test('an identifier is a UUID', () => {
  expect(identifier.safeParse('01900000-0000-7000-8000-000000000001').success).toBe(true)
  for (const text of [
    '1',
    '',
    "' or 1=1 --",
    '01900000-0000-7000-8000-00000000000g',
    '01900000000070008000000000000001',
  ])
    expect(read(identifier, text)).toEqual(['invalid'])
})

describe('a path to go on to', () => {
  const home = { value: '/dashboard' }

  test.each([
    ['/customers', '/customers'],
    ['/customers?search=a&after=b', '/customers?search=a&after=b'],
    ['/invite/inv_r_abc', '/invite/inv_r_abc'],
    ['/a%20b', '/a%20b'],
    ['/a/../b', '/b'],
    ['/a#b', '/a'],
    ['/"onload=', '/%22onload='],
  ])('%s leads to %s', (path, expected) => expect(read(returnPath, path)).toEqual({ value: expected }))

  test.each([
    '/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'customers',
    '',
    '/\n',
    `/${'x'.repeat(2001)}`,
    { toString: () => '/customers' },
    ['/customers'],
    null,
    undefined,
  ])('%j becomes the home page', (path) => expect(read(returnPath, path)).toEqual(home))

  test('stays within the portal, whatever it is', () =>
    holds(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string({ maxLength: 60 }),
          fc.string({ maxLength: 60 }).map((text) => `/${text}`),
        ),
        (path) => {
          const { value } = read(returnPath, path) as { value: string }
          expect(new URL(value, 'https://portal.example').origin).toBe('https://portal.example')
        },
      ),
    ))
})

test('a new password must be typed twice alike', () => {
  const passwords = { currentPassword: 'a', newPassword: 'b', repeatedPassword: 'c' }
  expect(read(changePasswordInput, passwords)).toEqual(['password_repeat'])
  expect(changePasswordInput.safeParse({ ...passwords, repeatedPassword: 'b', roles: ['globalAdmin'] }).success).toBe(
    false,
  )
})
