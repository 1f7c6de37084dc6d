import { isCountry, type Region, regionOf } from './countries'
import { languagesByCountry, scriptByLanguage } from './country-languages'
import { phonePlans } from './country-phones'
import { postalCodes } from './country-postal-codes'
import { statesByCountry } from './country-states'
import { type RegistrationNumber, registrationNumbers } from './registration-numbers'

/** What an address, a contact and an invoice look like in a country (spec 3.3, 3.4). */
export interface CountryRules {
  country: string
  callingCode: string
  /** What is dialled before a number within the country, such as 8 in Russia; may be empty. */
  trunkPrefix: string
  phonePattern: RegExp
  phoneSample: string
  isPhoneRequired: boolean
  currency: string
  /** ISO 639-1; the first one is the usual one. */
  languages: readonly string[]
  /** Such as ru-RU, in the order of the languages. */
  cultures: readonly string[]
  isCityRequired: boolean
  isStateRequired: boolean
  /** Empty where the state, if there is one, is free text. */
  states: readonly { code: string; name: string }[]
  isPostalCodeRequired: boolean
  /** Null where the country has no postal codes. */
  postalCodePattern: RegExp | null
  postalCodeSample: string
  /** Null where the number must not be sent. */
  registrationNumber: RegistrationNumber | null
}

const currencyByRegion: Partial<Record<Region, string>> = {
  europe: 'EUR',
  russia: 'RUB',
  canada: 'CAD',
  australia: 'AUD',
  newZealand: 'NZD',
  india: 'INR',
  japan: 'JPY',
  korea: 'KRW',
  taiwan: 'TWD',
}

const currencyByCountry: Readonly<Record<string, string>> = {
  CH: 'CHF',
  DK: 'DKK',
  GB: 'GBP',
  LI: 'CHF',
  NO: 'NOK',
  SE: 'SEK',
}

/** Towns that are countries, and islands without one. */
const withoutCity = ['HK', 'MC', 'MO', 'SG', 'UM']

const rulesByCountry = new Map<string, CountryRules>()

/** The rules of a known country. */
export function countryRules(country: string): CountryRules {
  if (!isCountry(country)) throw new Error(`No rules are known for the country ${country}.`)
  const rules = rulesByCountry.get(country) ?? { country, ...contactRules(country), ...addressRules(country) }
  rulesByCountry.set(country, rules)
  return rules
}

function contactRules(country: string) {
  const phone = phonePlans[country] ?? { code: '', trunk: '', national: /\d{6,15}/, sample: '' }
  const languages = [...new Set([...(languagesByCountry[country] ?? '').split(' ').filter(Boolean), 'en'])]
  const registrationNumber = registrationNumbers[country] ?? null
  return {
    callingCode: phone.code,
    trunkPrefix: phone.trunk,
    phonePattern: new RegExp(`^\\+${phone.code}${phone.national.source}$`),
    phoneSample: `+${phone.code}${phone.sample}`,
    isPhoneRequired: registrationNumber?.isRequired ?? false,
    currency: currencyByCountry[country] ?? currencyByRegion[regionOf(country)] ?? 'USD',
    languages,
    cultures: languages.map((language) => [language, scriptByLanguage[language], country].filter(Boolean).join('-')),
    registrationNumber,
  }
}

function addressRules(country: string) {
  const postalCode = postalCodes[country]
  const states = Object.entries(statesByCountry[country] ?? {}).map(([code, name]) => ({ code, name }))
  return {
    isCityRequired: !withoutCity.includes(country),
    isStateRequired: states.length > 0,
    states,
    isPostalCodeRequired: postalCode !== undefined && !postalCode.optional,
    postalCodePattern: postalCode?.pattern ?? null,
    postalCodeSample: postalCode?.sample ?? '',
  }
}
