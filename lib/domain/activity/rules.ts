/** The instant a calendar day (yyyy-mm-dd) begins in a time zone. */
export function startOfDay(calendarDay: string, timeZone: string): Date {
  const utcMidnight = new Date(`${calendarDay}T00:00:00Z`)
  // Twice, because the offset itself may change between the first guess and the answer.
  const guess = new Date(utcMidnight.getTime() - offset(utcMidnight, timeZone))
  const midnight = new Date(utcMidnight.getTime() - offset(guess, timeZone))
  // Where the clocks skip midnight, the day begins when they go on.
  return new Date(Math.max(midnight.getTime(), utcMidnight.getTime() - offset(midnight, timeZone)))
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
  return new Date(Date.parse(`${calendarDay}T00:00:00Z`) + 24 * 3600_000).toISOString().slice(0, 10)
}
