import { type Address, checkAddress } from '@/lib/domain/organizations/address'
import { countryRules } from '@/lib/domain/organizations/country-rules'

/** An address of the country that is right in every field. */
export function sampleAddress(country: string): Address {
  const rules = countryRules(country)
  return {
    addressLine1: '1 Main Street',
    addressLine2: undefined,
    city: 'Town',
    state: rules.states[0]?.code,
    postalCode: rules.postalCodeSample || undefined,
    phoneNumber: rules.phoneSample,
    organizationRegistrationNumber: rules.registrationNumber?.sample,
  }
}

/** What is wrong with that address once it has been changed. */
export function addressErrorsOf(country: string, change: Partial<Address>): Record<string, string[]> {
  return checkAddress(country, { ...sampleAddress(country), ...change })
}
