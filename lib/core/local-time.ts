/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. */
export function zoneOffset(instant: Date, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(instant)
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0)
  return (
    Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'), value('second')) -
    Math.floor(instant.getTime() / 1000) * 1000
  )
}

/** What clock and calendar of a zone show at an instant, as a Date whose UTC fields say it. */
export function wallTime(instant: Date, timeZone: string): Date {
  return new Date(instant.getTime() + zoneOffset(instant, timeZone))
}

/** The calendar day in a zone, yyyy-mm-dd. */
export function localDay(instant: Date, timeZone: string): string {
  return wallTime(instant, timeZone).toISOString().slice(0, 10)
}

/** ISO 8601 with the zone's offset, to the second: 2026-11-20T14:05:09+03:00. */
export function localIso(instant: Date, timeZone: string): string {
  const minutes = Math.round(zoneOffset(instant, timeZone) / 60_000)
  const twoDigits = (number: number) => String(Math.trunc(number)).padStart(2, '0')
  const ahead = `${minutes < 0 ? '-' : '+'}${twoDigits(Math.abs(minutes) / 60)}:${twoDigits(Math.abs(minutes) % 60)}`
  return `${wallTime(instant, timeZone).toISOString().slice(0, 19)}${ahead}`
}

/** Making a format takes a thousand times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, made)
  return made
}
