const hour = 3_600_000
/** No zone is further from UTC, so its clock changes around this midnight lie within. */
const farthest = 15 * hour

/**
 * The instant a calendar day (yyyy-mm-dd) begins in a time zone: the first one at which the calendar there shows the day or,
 * where the zone skipped it, a later one. Midnight may come twice, or not at all.
 */
export function startOfDay(calendarDay: string, timeZone: string): Date {
  const utcMidnight = Date.parse(`${calendarDay}T00:00:00Z`)
  const offsets = [-farthest, 0, farthest].map((shift) => offset(new Date(utcMidnight + shift), timeZone))
  const candidates = offsets.map((ahead) => utcMidnight - ahead).sort((one, other) => one - other)
  const first = candidates.find((instant) => dayAt(new Date(instant), timeZone) >= calendarDay)
  return new Date(first ?? utcMidnight)
}

/** What the calendar shows there and then. */
function dayAt(instant: Date, timeZone: string): string {
  return new Date(instant.getTime() + offset(instant, timeZone)).toISOString().slice(0, 10)
}

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. */
function offset(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant)
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0)
  return (
    Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'), value('second')) -
    Math.floor(instant.getTime() / 1000) * 1000
  )
}

export function dayAfter(calendarDay: string): string {
  return new Date(Date.parse(`${calendarDay}T00:00:00Z`) + 24 * hour).toISOString().slice(0, 10)
}
