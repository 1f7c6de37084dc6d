import { describe, expect, test } from 'vitest'
import { countries, isCountry, regionOf, regions } from '@/lib/domain/organizations/countries'
import { preferredLocale } from '@/lib/i18n/locale'

describe('countries', () => {
  test('belong to exactly one region each', () => {
    expect(new Set(countries).size).toBe(countries.length)
    for (const country of countries) expect(regions).toContain(regionOf(country))
  })

  test('are ones that the browser can name', () => {
    const names = new Intl.DisplayNames(['ru'], { type: 'region', fallback: 'none' })
    expect(countries.filter((country) => !names.of(country))).toEqual([])
  })

  test.each([
    ['DE', 'europe'],
    ['GB', 'europe'],
    ['RU', 'russia'],
    ['US', 'unitedStates'],
    ['TR', 'middleEastAndCentralEurope'],
    ['IN', 'india'],
  ])('%s lies in %s', (country, region) => expect(regionOf(country)).toBe(region))

  test('that nobody knows are none', () => {
    for (const code of ['', 'de', 'XX', '__proto__', 'constructor']) expect(isCountry(code)).toBe(false)
    expect(() => regionOf('XX')).toThrow()
  })
})

describe('the language of a visitor', () => {
  test.each([
    [null, 'en'],
    ['', 'en'],
    ['ru', 'ru'],
    ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
    ['de,fr', 'en'],
    ['de,ru;q=0.5,en;q=0.4', 'ru'],
    ['en;q=0.1,ru;q=0.9', 'ru'],
    ['*', 'en'],
    [';;;,,,q=', 'en'],
    ['ru;q=abc,en;q=0.5', 'en'],
  ] as const)('that asks for %j is %s', (header, expected) => expect(preferredLocale(header)).toBe(expected))
})
