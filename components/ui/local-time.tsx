type TimeProps = {
  value: Date | string
  locale: string
  /** IANA name, e.g. `Europe/Berlin`. */
  timeZone: string
  className?: string
}

/** `zonedTime` names the zone: where nothing else on the page says whose clock it is. */
export type TimeStyle = 'date' | 'dateTime' | 'longDate' | 'time' | 'zonedTime'

const moments = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const

const styles: Record<TimeStyle, Intl.DateTimeFormatOptions> = {
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  longDate: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  dateTime: moments,
  zonedTime: { ...moments, timeZoneName: 'short' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
}

/** A moment as this reader writes it; the tooltip has the moment in UTC. */
export function LocalTime({ value, locale, timeZone, className, show = 'dateTime' }: TimeProps & { show?: TimeStyle }) {
  return <WrittenTime time={writeTime(value, locale, timeZone, show)} className={className} />
}

/** A moment written out on the server: its machine-readable form, the tooltip, the text. */
export type Written = readonly [iso: string, title: string, text: string]

export function writeTime(value: Date | string, locale: string, timeZone: string, show: TimeStyle): Written {
  const moment = new Date(value)
  return [moment.toISOString(), inUtc(moment), format(moment, locale, timeZone, show)]
}

/** For client components: the browser might write the same moment in other words than the server, whose words then stay. */
export function WrittenTime({
  time: [iso, title, text],
  className,
}: {
  time: Written
  className?: string | undefined
}) {
  return (
    <time dateTime={iso} title={title} className={className} suppressHydrationWarning>
      {text}
    </time>
  )
}

/** "12 minutes ago" as of `now`, drawn on the server; the tooltip has the full moment in the reader's zone and in UTC. */
export function RelativeTime({ value, now, locale, timeZone, className }: TimeProps & { now: Date | string }) {
  const moment = new Date(value)
  const title = `${format(moment, locale, timeZone, 'dateTime')} · ${inUtc(moment)}`
  return (
    <time dateTime={moment.toISOString()} title={title} className={className}>
      {distance(moment, new Date(now), locale) ?? format(moment, locale, timeZone, 'date')}
    </time>
  )
}

// British English writes "20 Nov 2026", as the product does; American order would read as another date.
function format(moment: Date, locale: string, timeZone: string, show: TimeStyle): string {
  const name = `${locale} ${timeZone} ${show}`
  let formatter = formatters.get(name)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...styles[show], timeZone })
    formatters.set(name, formatter)
  }
  return formatter.format(moment)
}

// Making one takes a hundred times as long as using it. As many as there are time zones people live in.
const formatters = new Map<string, Intl.DateTimeFormat>()

/** The same in every language, so that nothing has to be formatted for it. */
function inUtc(moment: Date): string {
  return `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
]

/** Null when further away than a week: from there on a date says more. */
function distance(moment: Date, now: Date, locale: string): string | null {
  const seconds = Math.round((moment.getTime() - now.getTime()) / 1_000)
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1]
  if (unit === 'day' && Math.abs(seconds) > 7 * size) return null
  const amount = unit === 'second' ? 0 : Math.round(seconds / size)
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(amount, unit)
}
