import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAfter, startOfDay } from '@/lib/domain/activity/rules'
import { holds } from '../support/property'

// Zones that change their clocks at midnight, at odd times, by half an hour, or that have skipped a whole day.
const zones = [
  'UTC',
  'Europe/Berlin',
  'Europe/Moscow',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'America/Sao_Paulo',
  'America/Santiago',
  'America/Asuncion',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Tehran',
  'Asia/Gaza',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Marquesas',
  'Antarctica/Troll',
]

/** The calendar day somebody in the zone would write at this instant. */
function dayAt(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  )
}

const anyDay = fc
  .date({ min: new Date('1990-01-02'), max: new Date('2037-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

/** The instant from which on the calendar shows that day, or a later one where the zone skipped it. */
function assertBegins(day: string, timeZone: string) {
  const start = startOfDay(day, timeZone)
  expect(dayAt(start, timeZone) >= day, `${day} ${timeZone}: ${start.toISOString()} is before the day`).toBe(true)
  const justBefore = dayAt(new Date(start.getTime() - 1), timeZone)
  expect(justBefore < day, `${day} ${timeZone}: ${start.toISOString()} is after the day has begun`).toBe(true)
}

describe('the start of a day', () => {
  test('is the first instant of that day, in every zone', () =>
    holds(
      fc.property(anyDay, fc.constantFrom(...zones), (day, zone) => assertBegins(day, zone)),
      1000,
    ))

  test.each([
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    ['2026-11-20', 'Asia/Kathmandu', '2026-11-19T18:15:00.000Z'],
  ])('%s in %s is %s', (day, zone, expected) => expect(startOfDay(day, zone).toISOString()).toBe(expected))

  test.each([
    ['2018-11-04', 'America/Sao_Paulo'],
    ['2026-03-08', 'America/Havana'],
    ['2025-09-07', 'America/Santiago'],
    ['2026-03-29', 'Asia/Beirut'],
    ['2026-04-24', 'Africa/Cairo'],
  ])('%s in %s, where the clocks skip midnight, is when the clocks go on', (day, zone) => assertBegins(day, zone))

  test.each([
    ['2026-11-01', 'America/Havana'],
    ['2017-10-28', 'Asia/Gaza'],
    ['2018-02-18', 'America/Sao_Paulo'],
    ['2026-10-30', 'Africa/Cairo'],
  ])('%s in %s, where the hour before or after midnight comes twice, is the first midnight', (day, zone) =>
    assertBegins(day, zone),
  )

  test('of a day a zone skipped is the start of the next one', () => assertBegins('2011-12-30', 'Pacific/Apia'))
})

describe('the day after', () => {
  test.each([
    ['2026-02-28', '2026-03-01'],
    ['2028-02-28', '2028-02-29'],
    ['2026-12-31', '2027-01-01'],
  ])('%s is %s', (day, next) => expect(dayAfter(day)).toBe(next))

  test('begins where the day ends', () =>
    holds(
      fc.property(anyDay, fc.constantFrom(...zones), (day, zone) => {
        expect(startOfDay(dayAfter(day), zone) >= startOfDay(day, zone)).toBe(true)
      }),
    ))
})
