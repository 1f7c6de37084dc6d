import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moneyIn, plus, times } from '@/components/new-customer/words'
import { acceptPart, addressError, alternativePrefixes, momentOf, prefixLength } from '@/lib/domain/onboarding/rules'
import { domainPrefix } from '@/lib/domain/onboarding/schema'
import { countries } from '@/lib/domain/organizations/countries'
import { holds } from '../support/property'

const prefixes = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,25}[a-z0-9])?$/)

describe('a taken prefix', () => {
  test('has alternatives that are prefixes themselves, all different and none the taken one', () =>
    holds(
      fc.property(prefixes, fc.constantFrom(...countries), (prefix, country) => {
        const others = alternativePrefixes(prefix, country)
        expect(others.length).toBeGreaterThanOrEqual(5)
        expect(new Set(others).size).toBe(others.length)
        expect(others).not.toContain(prefix)
        for (const other of others) {
          expect(domainPrefix.parse(other)).toBe(other)
          expect(other.length).toBeLessThanOrEqual(prefixLength)
        }
      }),
      300,
    ))

  test('is kept as far as it fits', () => {
    expect(alternativePrefixes('ahorn', 'DE').slice(0, 2)).toEqual(['ahornde', 'ahorngroup'])
    expect(alternativePrefixes('x'.repeat(27), 'DE')[0]).toBe(`${'x'.repeat(25)}de`)
  })
})

describe('the moment that stands for a day', () => {
  const now = new Date('2026-11-20T09:00:00Z')
  test('is its noon', () => expect(momentOf('2026-11-18', now)).toEqual(new Date('2026-11-18T12:00:00Z')))
  test('is never ahead', () => expect(momentOf('2026-11-20', now)).toEqual(now))
})

describe('one half of an address', () => {
  test('says nothing about the other half', () => {
    expect(acceptPart('RU', { phoneNumber: '8 (495) 123-45-67' }, 'contact').phoneNumber).toBe('+74951234567')
    expect(() => acceptPart('RU', {}, 'contact')).toThrow('input_invalid')
    const billing = { addressLine1: 'A 1', city: 'Berlin', postalCode: 'D-10115' }
    expect(acceptPart('DE', billing, 'billing').postalCode).toBe('10115')
    expect(() => acceptPart('DE', { addressLine1: 'A 1' }, 'billing')).toThrow('input_invalid')
  })
})

describe('what is wrong with a field', () => {
  test('is told as soon as the country is known', () => {
    expect(addressError({ country: 'DE', city: ' ' }, 'city')).toBe('city_required')
    expect(addressError({ country: 'DE', city: 'Berlin' }, 'city')).toBeNull()
    expect(addressError({ country: 'nowhere' }, 'city')).toBeNull()
  })

  test('is nothing for what is no form', () =>
    holds(
      fc.property(fc.anything(), (input) => {
        expect(addressError(input, 'city') ?? null).toSatisfy((error) => error === null || typeof error === 'string')
      }),
      200,
    ))
})

describe('amounts in the browser', () => {
  test('are exact', () => {
    expect(times('57.24', 12)).toBe('686.88')
    expect(times('0.07', 3)).toBe('0.21')
    expect(plus('9007199254740993.10', '0.03')).toBe('9007199254740993.13')
    expect(['0.10', '0.20', '0.30'].reduce(plus, '0.00')).toBe('0.60')
  })

  test('are written as the reader does', () => {
    expect(moneyIn('en', '1234.50', 'EUR')).toBe('€1,234.50')
    expect(moneyIn('ru', '1234.50', 'RUB').replace(/\s/g, ' ')).toBe('1 234,50 ₽')
  })
})
