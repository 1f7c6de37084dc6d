import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { isDomainError } from '@/lib/core/errors'
import {
  type Address,
  acceptAddress,
  addressErrors,
  addressFields,
  checkAddress,
  normaliseAddress,
} from '@/lib/domain/organizations/address'
import { countries } from '@/lib/domain/organizations/countries'
import { countryRules } from '@/lib/domain/organizations/country-rules'
import en from '@/lib/i18n/messages/en/errors.json'
import ru from '@/lib/i18n/messages/ru/errors.json'
import { addressErrorsOf, sampleAddress } from '../support/addresses'
import { holds } from '../support/property'

describe('every country', () => {
  test.each(countries)('%s has rules whose samples obey them', (country) => {
    const rules = countryRules(country)
    expect(rules.callingCode).toMatch(/^[1-9]\d{0,2}$/)
    expect(rules.phoneSample).toMatch(rules.phonePattern)
    expect(rules.postalCodePattern?.test(rules.postalCodeSample) ?? rules.postalCodeSample === '').toBe(true)
    if (rules.registrationNumber) expect(rules.registrationNumber.sample).toMatch(rules.registrationNumber.pattern)
    expect(rules.isStateRequired).toBe(rules.states.length > 0)
    expect(checkAddress(country, sampleAddress(country))).toEqual({})
    expect(checkAddress(country, normaliseAddress(country, sampleAddress(country)))).toEqual({})
  })

  test.each(countries)('%s has a currency, languages and cultures that can be named', (country) => {
    const { currency, languages, cultures } = countryRules(country)
    expect(Intl.supportedValuesOf('currency')).toContain(currency)
    expect(languages).toContain('en')
    expect(cultures.length).toBe(languages.length)
    for (const name of ['en', 'ru']) {
      const names = new Intl.DisplayNames([name], { type: 'language', fallback: 'none' })
      expect(languages.filter((language) => !/^[a-z]{2}$/.test(language) || !names.of(language))).toEqual([])
    }
    expect(Intl.getCanonicalLocales([...cultures])).toEqual(cultures)
  })

  test('that nobody knows has none', () => {
    for (const code of ['', 'ru', 'XX', '__proto__', 'constructor']) expect(() => countryRules(code)).toThrow()
  })
})

describe('the currency', () => {
  test.each([
    ['DE', 'EUR'],
    ['PL', 'EUR'],
    ['GB', 'GBP'],
    ['CH', 'CHF'],
    ['LI', 'CHF'],
    ['DK', 'DKK'],
    ['NO', 'NOK'],
    ['SE', 'SEK'],
    ['RU', 'RUB'],
    ['KZ', 'USD'],
    ['TR', 'USD'],
    ['US', 'USD'],
    ['CA', 'CAD'],
    ['PM', 'CAD'],
    ['BR', 'USD'],
    ['AU', 'AUD'],
    ['NZ', 'NZD'],
    ['IN', 'INR'],
    ['JP', 'JPY'],
    ['KR', 'KRW'],
    ['TW', 'TWD'],
  ])('of %s is %s', (country, currency) => expect(countryRules(country).currency).toBe(currency))
})

test('states are asked in five countries, by code or by name', () => {
  expect(countries.filter((country) => countryRules(country).isStateRequired)).toEqual(['AU', 'BR', 'CA', 'IN', 'US'])
  const counts = { AU: 8, BR: 27, CA: 13, IN: 36, US: 55 }
  for (const [country, count] of Object.entries(counts)) expect(countryRules(country).states.length).toBe(count)
  expect(addressErrorsOf('US', { state: undefined })).toEqual({ state: ['state_required'] })
  expect(addressErrorsOf('US', { state: 'XX' })).toEqual({ state: ['state'] })
  expect(addressErrorsOf('DE', { state: 'Bayern' })).toEqual({})
  expect(acceptAddress('US', { ...sampleAddress('US'), state: 'washington' }).state).toBe('WA')
  expect(acceptAddress('AU', { ...sampleAddress('AU'), state: 'nsw' }).state).toBe('NSW')
})

describe('a phone number', () => {
  test.each([
    ['RU', '8 (495) 123-45-67', '+74951234567'],
    ['RU', '7 495 123 45 67', '+74951234567'],
    ['RU', '495 1234567', '+74951234567'],
    ['KZ', '8 (7172) 12-34-56', '+77172123456'],
    ['UA', '044 123 45 67', '+380441234567'],
    ['AM', '077 12-34-56', '+37477123456'],
    ['BY', '8 0 29 491-19-11', '+375294911911'],
    ['HU', '06 1 234 5678', '+3612345678'],
    ['GB', '+44 (0)20 7946 0958', '+442079460958'],
    ['GB', '020 7946 0958', '+442079460958'],
    ['DE', '0049 30 123456', '+4930123456'],
    ['IT', '06 6982 1234', '+390669821234'],
    ['IT', '391 234 5678', '+393912345678'],
    ['US', '1 (425) 555-0100', '+14255550100'],
    ['US', '425.555.0100', '+14255550100'],
    ['UZ', '71 234–56–78', '+998712345678'],
  ])('of %s written %s is kept as %s', (country, written, kept) =>
    expect(acceptAddress(country, { ...sampleAddress(country), phoneNumber: written }).phoneNumber).toBe(kept),
  )

  test.each([
    ['RU', '123'],
    ['RU', '+1 425 555 0100'],
    ['US', '+1 125 555 0100'],
    ['DE', 'none'],
    ['DE', '030 123456 ext. 5'],
    ['GB', '++44 20 7946 0958'],
  ])('of %s cannot be %s', (country, phoneNumber) =>
    expect(addressErrorsOf(country, { phoneNumber })).toEqual({ phoneNumber: ['phone'] }),
  )
})

describe('a postal code', () => {
  test.each([
    ['GB', 'sw1a1aa', 'SW1A1AA'],
    ['CA', 'k1a 0b1', 'K1A 0B1'],
    ['DE', 'D-10115', '10115'],
    ['SE', 'SE-111 22', '111 22'],
    ['RU', '101 000', '101000'],
    ['JP', '１００-０００１', '100-0001'],
    ['LV', 'lv-1050', 'LV-1050'],
    ['AE', 'p.o. 12', 'P.O. 12'],
  ])('of %s written %s is kept as %s', (country, written, kept) =>
    expect(acceptAddress(country, { ...sampleAddress(country), postalCode: written }).postalCode).toBe(kept),
  )

  test.each([
    ['RU', '12345'],
    ['RU', '901000'],
    ['DE', '1011'],
    ['US', '9805'],
    ['CA', 'D1A 0B1'],
    ['LI', '9484'],
    ['IN', '010001'],
  ])('of %s cannot be %s', (country, postalCode) =>
    expect(addressErrorsOf(country, { postalCode })).toEqual({ postalCode: ['postal_code'] }),
  )

  test('and a city are needed where everybody has one', () => {
    const nothing = { postalCode: undefined, city: undefined }
    expect(addressErrorsOf('RU', nothing)).toEqual({ city: ['city_required'], postalCode: ['postal_code_required'] })
    expect(addressErrorsOf('IE', nothing)).toEqual({ city: ['city_required'] })
    expect(addressErrorsOf('HK', nothing)).toEqual({})
  })
})

describe('an address', () => {
  const form = z.strictObject(addressFields)

  test('is read from a form, where empty means absent', () => {
    const empty = { city: '', state: '', postalCode: '', phoneNumber: '', organizationRegistrationNumber: '' }
    const read = form.parse({ addressLine1: ' 1  Main Street ', addressLine2: '', ...empty })
    expect(read.addressLine1).toBe('1 Main Street')
    expect(Object.values(read).filter((value) => value !== undefined)).toEqual(['1 Main Street'])
    const lines = (length1: number, length2: number) =>
      form.safeParse({ addressLine1: 'x'.repeat(length1), addressLine2: 'x'.repeat(length2) }).success
    expect([lines(200, 200), lines(1, 0), lines(0, 0), lines(201, 0), lines(1, 201)]).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })

  test('that is wrong is refused with all its reasons', () => {
    const wrong = { ...sampleAddress('RU'), postalCode: '1', phoneNumber: '1', organizationRegistrationNumber: '1' }
    const fields = {
      postalCode: ['postal_code'],
      phoneNumber: ['phone'],
      organizationRegistrationNumber: ['registration_number'],
    }
    try {
      acceptAddress('RU', wrong)
      expect.unreachable()
    } catch (error) {
      expect(isDomainError(error, 'input_invalid') && error.fields).toEqual(fields)
    }
  })

  test('has a message in both languages for every reason', () => {
    for (const key of addressErrors) {
      expect(en.fields[key]).toBeTruthy()
      expect(ru.fields[key]).toBeTruthy()
    }
  })

  test('has a registration number in capitals that stay as they are', () => {
    const mended = normaliseAddress('AE', { ...sampleAddress('AE'), organizationRegistrationNumber: 'ῒ-㎖' })
    expect(mended.organizationRegistrationNumber).toBe('Ϊ̀ML'.normalize('NFKC'))
    expect(normaliseAddress('AE', mended)).toEqual(mended)
  })

  test('is never too odd to be read, and mending it twice is mending it once', () => {
    const odd = fc.option(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.stringMatching(/^[+0-9() .-]{0,20}$/),
        fc.stringMatching(/^[A-Z]{0,3}[- ]?[0-9A-Z ]{0,10}$/),
      ),
      { nil: undefined },
    )
    const names = ['addressLine2', 'city', 'state', 'postalCode', 'phoneNumber', 'organizationRegistrationNumber']
    const fields = fc.record({
      addressLine1: fc.string(),
      ...Object.fromEntries(names.map((name) => [name, odd])),
    }) as fc.Arbitrary<Address>
    return holds(
      fc.property(fc.constantFrom(...countries), fields, (country, address) => {
        const mended = normaliseAddress(country, address)
        expect(normaliseAddress(country, mended)).toEqual(mended)
        expect(checkAddress(country, mended)).toEqual(checkAddress(country, address))
      }),
      500,
    )
  })
})
