import { localDay, zoneOffset } from '@/lib/core/local-time'

const hour = 3_600_000
/** No zone is further from UTC, so its clock changes around this midnight lie within. */
const farthest = 15 * hour

/**
 * The instant a calendar day (yyyy-mm-dd) begins in a time zone: the first one at which the calendar there shows the day or,
 * where the zone skipped it, a later one. Midnight may come twice, or not at all.
 */
export function startOfDay(calendarDay: string, timeZone: string): Date {
  const utcMidnight = Date.parse(`${calendarDay}T00:00:00Z`)
  const offsets = [-farthest, 0, farthest].map((shift) => zoneOffset(new Date(utcMidnight + shift), timeZone))
  const candidates = offsets.map((ahead) => utcMidnight - ahead).sort((one, other) => one - other)
  const first = candidates.find((instant) => localDay(new Date(instant), timeZone) >= calendarDay)
  return new Date(first ?? utcMidnight)
}

export function dayAfter(calendarDay: string): string {
  return new Date(Date.parse(`${calendarDay}T00:00:00Z`) + 24 * hour).toISOString().slice(0, 10)
}
