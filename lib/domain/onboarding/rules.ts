import { type Actor, can } from '@/lib/access/permissions'
import { DomainError } from '@/lib/core/errors'
import { type Address, type AddressError, checkAddress, normaliseAddress } from '../organizations/address'
import { isCountry } from '../organizations/countries'
import { countryRules } from '../organizations/country-rules'

/** Spec 3.3: the default domain of a customer's work account. It cannot be renamed afterwards. */
export const defaultDomainSuffix = '.onmicrosoft.com'

export const prefixLength = 27

export function defaultDomain(prefix: string): string {
  return prefix + defaultDomainSuffix
}

/** The sign-in name of a new customer's first person. */
export function adminUserName(domain: string): string {
  return `admin@${domain}`
}

/** What to offer in place of a prefix that is taken, the closest first. More than needed: some will be taken too. */
export function alternativePrefixes(prefix: string, country: string): string[] {
  const endings = [country.toLowerCase(), 'group', 'office', 'company', 'work', 'online', 'team', 'cloud']
  const numbered = Array.from({ length: 12 }, (_, index) => String(index + 2))
  const stem = prefix.replace(/-+$/, '')
  return [...new Set([...endings, ...numbered].map((ending) => stem.slice(0, prefixLength - ending.length) + ending))]
    .map((candidate) => candidate.replace(/^-+/, ''))
    .filter((candidate) => candidate !== prefix)
}

/** The moment that stands for a day somebody agreed: its noon, so that it is the same day nearly everywhere, never ahead. */
export function momentOf(calendarDay: string, now: Date): Date {
  const noon = new Date(`${calendarDay}T12:00:00Z`)
  return noon < now ? noon : now
}

/** @throws DomainError `input_invalid` for a culture that is none of the country's */
export function assertCulture(country: string, culture: string): void {
  if (!countryRules(country).cultures.includes(culture))
    throw new DomainError('input_invalid', { fields: { culture: ['invalid'] } })
}

/** The language of a culture: `ru` of `ru-RU`. */
export function languageOf(culture: string): string {
  return culture.split('-')[0] ?? culture
}

/** A segment has its own prices and offers: those who sell say which one a customer belongs to, never the customer itself. */
export function mayChangeSegment(actor: Actor): boolean {
  return actor.organizationKind === 'provider' && can(actor, 'customer.editBilling')
}

/** What is wrong with one field of an address, as far as it can be read yet; null for what is not to be judged. */
export function addressError(input: unknown, field: keyof Address): AddressError | null {
  const given = new Map(typeof input === 'object' && input !== null ? Object.entries(input) : [])
  const country = given.get('country')
  if (typeof country !== 'string' || !isCountry(country)) return null
  const text = (name: string) => {
    const value = given.get(name)
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
  }
  const fields = {
    ...emptyAddress,
    city: text('city'),
    state: text('state'),
    postalCode: text('postalCode'),
    phoneNumber: text('phoneNumber'),
    organizationRegistrationNumber: text('organizationRegistrationNumber'),
  }
  return checkAddress(country, fields)[field]?.[0] ?? null
}

type Part = 'contact' | 'billing'

/** The fields of an address that the contact keeps; all others are the billing's. */
const contactFields: readonly string[] = ['phoneNumber']

const emptyAddress: Address = {
  addressLine1: '',
  addressLine2: undefined,
  city: undefined,
  state: undefined,
  postalCode: undefined,
  phoneNumber: undefined,
  organizationRegistrationNumber: undefined,
}

/**
 * One half of an address where the other half stays as it is.
 * @throws DomainError `input_invalid` that says which fields of this half do not suit the country
 */
export function acceptPart(country: string, half: Partial<Address>, part: Part): Address {
  const fields = { ...emptyAddress, ...half }
  const errors: Record<string, AddressError[]> = {}
  for (const [name, found] of Object.entries(checkAddress(country, fields)))
    if (contactFields.includes(name) === (part === 'contact')) errors[name] = found
  if (Object.keys(errors).length > 0) throw new DomainError('input_invalid', { fields: errors })
  return normaliseAddress(country, fields)
}
