import { timeZones } from '@/lib/core/time-zones'

/** Time zones as people read them: by the name of a place, with how far its clock is ahead of UTC now. */

export interface ZoneChoice {
  value: string
  label: string
}

export interface ZoneRegion {
  region: string
  zones: ZoneChoice[]
}

/** Regions in the order of the list, each with its places by name; UTC itself is the last one. */
export function zonesByRegion(locale: string, now: Date): Promise<ZoneRegion[]> {
  const hour = Math.floor(now.getTime() / 3_600_000)
  const known = lists.get(locale)
  if (known?.hour === hour) return known.regions
  const regions = makeList(locale, now)
  lists.set(locale, { hour, regions })
  return regions
}

// Four hundred names take up to a quarter of a second, and change when a clock does: kept for the hour.
const lists = new Map<string, { hour: number; regions: Promise<ZoneRegion[]> }>()

async function makeList(locale: string, now: Date): Promise<ZoneRegion[]> {
  const regions = new Map<string, ZoneChoice[]>()
  for (const [position, value] of timeZones.entries()) {
    // Other requests come in between.
    if (position % 16 === 0) await new Promise((resolve) => setImmediate(resolve))
    const region = value.split('/')[0] ?? value
    regions.set(region, [...(regions.get(region) ?? []), { value, label: zoneLabel(value, locale, now) }])
  }
  const { compare } = new Intl.Collator(locale)
  return [...regions].map(([region, zones]) => ({
    region,
    zones: zones.sort((one, other) => compare(one.label, other.label)),
  }))
}

/** Such as "Berlin (UTC+01:00)". The place comes first: that is what people type to find it. */
export function zoneLabel(timeZone: string, locale: string, now: Date): string {
  if (timeZone === 'UTC') return timeZone
  const offset = nameOf(timeZone, 'en', 'longOffset', now).replace('GMT', 'UTC')
  return `${placeOf(timeZone, locale, now)} (${offset === 'UTC' ? 'UTC+00:00' : offset})`
}

/** Names of the database that are no longer those of the places. */
const newerNames: Partial<Record<string, string>> = {
  Calcutta: 'Kolkata',
  Katmandu: 'Kathmandu',
  Kiev: 'Kyiv',
  Rangoon: 'Yangon',
  Saigon: 'Ho Chi Minh City',
  Faeroe: 'Faroe',
  Godthab: 'Nuuk',
  Coral_Harbour: 'Atikokan',
}

function placeOf(timeZone: string, locale: string, now: Date): string {
  // Russian has names of its own for all of them; English names some by the kind of time instead of the place.
  if (locale !== 'en') return nameOf(timeZone, locale, 'shortGeneric', now)
  const [, ...places] = timeZone.split('/')
  return places
    .reverse()
    .map((place) => newerNames[place] ?? place.replaceAll('_', ' '))
    .join(', ')
}

function nameOf(timeZone: string, locale: string, timeZoneName: 'longOffset' | 'shortGeneric', now: Date): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(now)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}
