import type { z } from 'zod'
import { DomainError } from '@/lib/core/errors'
import { line, optional } from '@/lib/core/vocabulary'
import { type CountryRules, countryRules } from './country-rules'

/** The fields of an address and what goes with it, as a form sends them; the country decides about the rest. */
export const addressFields = {
  addressLine1: line(200),
  addressLine2: optional(line(200)),
  city: optional(line(100)),
  state: optional(line(100)),
  postalCode: optional(line(20)),
  phoneNumber: optional(line(40)),
  organizationRegistrationNumber: optional(line(40)),
}

export type Address = z.output<z.ZodObject<typeof addressFields>>

// Blanks, full stops, slashes and every kind of dash; in telephone numbers brackets too.
const numberSeparators = /[\s./\-\u2010-\u2015\u2212]/gu
const phoneSeparators = /[\s./()\-\u2010-\u2015\u2212]/gu

/** Message keys below `fields` of the errors. */
export const addressErrors = [
  'city_required',
  'state_required',
  'state',
  'postal_code_required',
  'postal_code',
  'phone_required',
  'phone',
  'registration_number_required',
  'registration_number_needless',
  'registration_number',
] as const

export type AddressError = (typeof addressErrors)[number]

/**
 * The address as it is kept: state as code, postal code and numbers in the spelling of the country.
 * @throws DomainError `input_invalid` that says which fields do not suit the country
 */
export function acceptAddress(country: string, fields: Address): Address {
  const errors = checkAddress(country, fields)
  if (Object.keys(errors).length > 0) throw new DomainError('input_invalid', { fields: errors })
  return normaliseAddress(country, fields)
}

/** What is wrong with an address in a country; empty when nothing is. Spelling is forgiven where it can be mended. */
export function checkAddress(country: string, fields: Address): Record<string, AddressError[]> {
  const rules = countryRules(country)
  const address = normaliseAddress(country, fields)
  const found: Record<string, AddressError | null> = {
    city: rules.isCityRequired && !address.city ? 'city_required' : null,
    state: stateError(rules, address.state),
    postalCode: postalCodeError(rules, address.postalCode),
    phoneNumber: phoneError(rules, address.phoneNumber),
    organizationRegistrationNumber: registrationNumberError(rules, address.organizationRegistrationNumber),
  }
  return Object.fromEntries(Object.entries(found).flatMap(([field, error]) => (error ? [[field, [error]]] : [])))
}

/** Mends the spelling; what cannot be mended stays as it is and is refused by the check. */
export function normaliseAddress(country: string, fields: Address): Address {
  const rules = countryRules(country)
  const { state, postalCode, phoneNumber, organizationRegistrationNumber } = fields
  return {
    ...fields,
    state: state && normaliseState(rules, state),
    postalCode: postalCode && normalisePostalCode(rules, postalCode),
    phoneNumber: phoneNumber && normalisePhone(rules, phoneNumber),
    organizationRegistrationNumber: organizationRegistrationNumber && withoutSeparators(organizationRegistrationNumber),
  }
}

function stateError({ isStateRequired, states }: CountryRules, state?: string): AddressError | null {
  if (!state) return isStateRequired ? 'state_required' : null
  return states.length === 0 || states.some(({ code }) => code === state) ? null : 'state'
}

function postalCodeError(rules: CountryRules, postalCode?: string): AddressError | null {
  if (!postalCode) return rules.isPostalCodeRequired ? 'postal_code_required' : null
  return rules.postalCodePattern === null || rules.postalCodePattern.test(postalCode) ? null : 'postal_code'
}

function phoneError(rules: CountryRules, phone?: string): AddressError | null {
  if (!phone) return rules.isPhoneRequired ? 'phone_required' : null
  return rules.phonePattern.test(phone) ? null : 'phone'
}

// Spec 3.3: the errors 600049, 600002 and 600050 of the partner API.
function registrationNumberError({ registrationNumber: rule }: CountryRules, number?: string): AddressError | null {
  if (!number) return rule?.isRequired ? 'registration_number_required' : null
  if (!rule) return 'registration_number_needless'
  const fits = rule.pattern.test(number) && !/^0+$/.test(number) && (rule.checkDigitsMatch?.(number) ?? true)
  return fits ? null : 'registration_number'
}

/** A state may be given by code or by name. */
function normaliseState({ states }: CountryRules, state: string): string {
  const wanted = state.toLowerCase()
  const found = states.find(({ code, name }) => code.toLowerCase() === wanted || name.toLowerCase() === wanted)
  return found?.code ?? state
}

/** Capital letters; without a country in front (D-10115) or blanks in between where the country does not write them. */
function normalisePostalCode({ postalCodePattern }: CountryRules, postalCode: string): string {
  const text = inCapitals(postalCode).trim()
  const bare = text.replace(/^[A-Z]{1,3}[- ]/, '')
  const spellings = [text, bare, text.replace(/\s/g, ''), bare.replace(/\s/g, '')]
  return spellings.find((spelling) => postalCodePattern?.test(spelling)) ?? text
}

/** The international spelling, + and digits, from what people write: 8 (495) 123-45-67 becomes +74951234567. */
function normalisePhone({ callingCode, trunkPrefix, phonePattern }: CountryRules, phone: string): string {
  const text = phone.normalize('NFKC').replace(/\(0\)/, '').replace(phoneSeparators, '')
  if (!/^\+?\d+$/.test(text)) return phone
  if (/^(?:\+|00)/.test(text)) return text.replace(/^(?:\+|00)/, '+')
  const spellings = [`+${callingCode}${text}`, `+${text}`]
  if (trunkPrefix && text.startsWith(trunkPrefix)) spellings.unshift(`+${callingCode}${text.slice(trunkPrefix.length)}`)
  return spellings.find((spelling) => phonePattern.test(spelling)) ?? phone
}

function withoutSeparators(number: string): string {
  return inCapitals(number).replace(numberSeparators, '')
}

/** Composed before and after: a compatibility sign holds small letters (㎖), and some capitals come taken apart (ῒ). */
function inCapitals(text: string): string {
  return text.normalize('NFKC').toUpperCase().normalize('NFKC')
}
