import { countries } from '@/lib/domain/organizations/countries'
import { countryNames } from '@/lib/i18n/country-names'

/** All countries the portal knows, named and sorted in the reader's language. */
export function countryOptions(locale: string): { value: string; label: string }[] {
  const names = countryNames(locale)
  return countries
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((one, other) => one.label.localeCompare(other.label, locale))
}
