/** Which time zones a person can choose, and which one holds before anybody has said. Names are those of the IANA. */

/** The zone of whoever nobody knows anything about: strangers, and people whose browser has not said where it is yet. */
export const worldTime = 'UTC'

/** Every zone that can be chosen. */
export const timeZones: readonly string[] = [...Intl.supportedValuesOf('timeZone'), worldTime]

const choosable = new Set(timeZones)

/** A name as it stands in the list above, also where a browser writes it another way (Asia/Kolkata); null if there is none. */
export function listedTimeZone(name: string): string | null {
  if (choosable.has(name)) return name
  // What is written with an offset is no place: its clock would never change with the seasons.
  if (!/^[A-Za-z]+\/[A-Za-z_/+-]+$/.test(name)) return null
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions()
    return choosable.has(timeZone) ? timeZone : null
  } catch {
    return null
  }
}

/** Where most people of a country with several zones live, or its capital stands. */
const mainZone: Partial<Record<string, string>> = {
  AR: 'America/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CL: 'America/Santiago',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  ID: 'Asia/Jakarta',
  KZ: 'Asia/Almaty',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PG: 'Pacific/Port_Moresby',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kiev',
  UM: 'Pacific/Midway',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
}

/** The zone most of a country lives in. @param country ISO 3166-1 alpha-2 */
export function zoneOfCountry(country: string): string {
  const [only, ...others] = zonesOf(country)
  return (others.length === 0 ? only : mainZone[country]) ?? worldTime
}

/** A getter where the language's newest rules are not known yet. */
type Region = Intl.Locale & { timeZones?: string[]; getTimeZones?(): string[] | undefined }

function zonesOf(country: string): string[] {
  const region: Region = new Intl.Locale(`und-${country}`)
  return region.getTimeZones?.() ?? region.timeZones ?? []
}
