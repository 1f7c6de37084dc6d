import { describe, expect, test } from 'vitest'
import { countries } from '@/lib/domain/organizations/countries'
import { countryRules } from '@/lib/domain/organizations/country-rules'
import { registrationNumberLabels } from '@/lib/domain/organizations/registration-numbers'
import enTerms from '@/lib/i18n/messages/en/terms.json'
import ruTerms from '@/lib/i18n/messages/ru/terms.json'
import { addressErrorsOf } from '../support/addresses'

describe('the registration number', () => {
  const required = ['AM', 'AZ', 'BR', 'BY', 'HU', 'IN', 'KG', 'KZ', 'MD', 'RU', 'TJ', 'UA', 'UZ']

  test('and the phone are required where the partner API requires them, and nowhere else', () => {
    expect(countries.filter((country) => countryRules(country).registrationNumber?.isRequired)).toEqual(required)
    for (const country of countries) {
      const errors = addressErrorsOf(country, { organizationRegistrationNumber: undefined, phoneNumber: undefined })
      const expected = {
        phoneNumber: ['phone_required'],
        organizationRegistrationNumber: ['registration_number_required'],
      }
      expect(errors, country).toEqual(required.includes(country) ? expected : {})
    }
  })

  test.each(['DE', 'GB', 'US', 'FR', 'JP'])('is refused where it is not asked: %s', (country) =>
    expect(addressErrorsOf(country, { organizationRegistrationNumber: '1234567894' })).toEqual({
      organizationRegistrationNumber: ['registration_number_needless'],
    }),
  )

  test.each([
    ['RU', '1234567894'],
    ['RU', '12 3456 7894'],
    ['RU', '123456789047'],
    ['RU', '366220664163'],
    ['BY', '200988541'],
    ['KZ', '971240001315'],
    ['KZ', '200140000513'],
    ['UA', '32855961'],
    ['UA', '1759013776'],
    ['MD', '1008600038413'],
    ['HU', '12892312'],
    ['HU', '12892312-2-42'],
    ['HU', '01-09-123456'],
    ['BR', '16.727.230/0001-97'],
    ['BR', '12.abc.345/01de-35'],
    ['PL', '8567346215'],
    ['PL', '856-734-62-15'],
    ['IN', 'aabct1234d'],
    ['IN', 'U72200KA2009PTC049889'],
    ['ZA', '2019/123456/07'],
  ])('of %s may be %s', (country, number) =>
    expect(addressErrorsOf(country, { organizationRegistrationNumber: number })).toEqual({}),
  )

  test.each([
    ['RU', '1234567895'],
    ['RU', '123456789037'],
    ['RU', '123456789048'],
    ['RU', '123456789008'],
    ['RU', '0000000000'],
    ['RU', '123456789'],
    ['RU', '12345678901'],
    ['RU', 'abcdefghij'],
    ['BY', '200988542'],
    ['UA', '32855968'],
    ['UA', '1759013770'],
    ['MD', '1008600038412'],
    ['HU', '12892313'],
    ['BR', '16.727.230/0001-98'],
    ['BR', '00.000.000/0000-00'],
    ['PL', '8567346216'],
    ['KZ', '000000000000'],
    ['KZ', '971240001316'],
    ['KZ', '971340001315'],
    ['KG', '1234567890123'],
    ['IN', '1234567890'],
  ])('of %s cannot be %s', (country, number) =>
    expect(addressErrorsOf(country, { organizationRegistrationNumber: number })).toEqual({
      organizationRegistrationNumber: ['registration_number'],
    }),
  )

  test.each(['RU', 'BY', 'UA', 'MD', 'BR', 'PL'])('of %s is refused when any one digit is mistyped', (country) => {
    const bare = countryRules(country).registrationNumber?.sample.replace(/\D/g, '') ?? ''
    const mistyped = [...bare].map((digit, at) => bare.slice(0, at) + ((Number(digit) + 1) % 10) + bare.slice(at + 1))
    const missed = mistyped.filter(
      (number) => !addressErrorsOf(country, { organizationRegistrationNumber: number }).organizationRegistrationNumber,
    )
    expect(missed).toEqual([])
  })

  test('is called something in both languages', () => {
    for (const label of registrationNumberLabels) {
      expect(enTerms.registrationNumber[label]).toBeTruthy()
      expect(ruTerms.registrationNumber[label]).toBeTruthy()
    }
  })
})
