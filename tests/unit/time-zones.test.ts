import { describe, expect, test } from 'vitest'
import { noticeCategories } from '@/lib/core/notice-categories'
import { listedTimeZone, timeZones, zoneOfCountry } from '@/lib/core/time-zones'
import { channels, choicesOf, notificationCategories, switchedOff } from '@/lib/domain/notifications/choices'
import { countries } from '@/lib/domain/organizations/countries'
import { zoneLabel, zonesByRegion } from '@/lib/i18n/time-zones'
import { letterCategories } from '@/lib/mail/letters/categories'
import { securityLetters } from '@/lib/mail/letters/security-letters'
import { allKinds } from '../support/role-matrix'

const winter = new Date('2026-01-15T12:00:00Z')
const summer = new Date('2026-07-15T12:00:00Z')

describe('the zones that can be chosen', () => {
  test('are places, and UTC; also by a name a browser may write', () => {
    for (const name of ['Europe/Berlin', 'America/Argentina/Salta', 'UTC']) expect(listedTimeZone(name)).toBe(name)
    expect(timeZones).toContain(listedTimeZone('Asia/Kolkata'))
    expect(timeZones).toContain(listedTimeZone('Europe/Kyiv'))
    for (const name of [
      '',
      '+03:00',
      'EST5EDT',
      'Mars/Olympus',
      'europe',
      "UTC'; drop table x",
      '../../etc',
      'Etc/GMT+5',
    ])
      expect(listedTimeZone(name), name).toBeNull()
  })

  test('are known for every country, and are that of the capital or of most people', () => {
    for (const country of countries) expect([country, listedTimeZone(zoneOfCountry(country))]).not.toContain(null)
    expect(countries.filter((country) => zoneOfCountry(country) === 'UTC')).toEqual([])
    expect(['DE', 'RU', 'US', 'IN'].map(zoneOfCountry).map(listedTimeZone)).toEqual([
      'Europe/Berlin',
      'Europe/Moscow',
      'America/New_York',
      listedTimeZone('Asia/Kolkata'),
    ])
  })

  test('are named by the place, with the offset of the season', () => {
    expect(zoneLabel('Europe/Berlin', 'en', winter)).toBe('Berlin (UTC+01:00)')
    expect(zoneLabel('Europe/Berlin', 'en', summer)).toBe('Berlin (UTC+02:00)')
    expect(zoneLabel('Europe/London', 'en', winter)).toBe('London (UTC+00:00)')
    expect(zoneLabel('America/Argentina/Salta', 'en', winter)).toBe('Salta, Argentina (UTC-03:00)')
    expect(zoneLabel('Europe/Moscow', 'ru', winter)).toBe('Москва (UTC+03:00)')
  })

  test.each(['en', 'ru'])('have a name of their own each, in %s', async (locale) => {
    const regions = await zonesByRegion(locale, winter)
    const zones = regions.flatMap((region) => region.zones)
    expect(zones.map(({ value }) => value).sort()).toEqual([...timeZones].sort())
    expect(new Set(zones.map(({ label }) => label)).size).toBe(zones.length)
  })
})

describe('what people are told of', () => {
  test('can be chosen somewhere, wherever there is something of the kind', () => {
    const chosen = new Set(
      allKinds.flatMap((kind) =>
        choicesOf(kind).flatMap((one) => one.channels.map((channel) => `${one.category} ${channel}`)),
      ),
    )
    const told = [
      ...Object.values(notificationCategories).map((category) => `${category} portal`),
      ...Object.values(letterCategories).map((category) => `${category} mail`),
    ].filter((one) => !one.startsWith('null'))
    expect([...chosen].sort()).toEqual([...new Set(told)].sort())
    expect(new Set([...chosen].map((one) => one.split(' ')[0]))).toEqual(new Set(noticeCategories))
  })

  test('never can where it protects an account or carries a link that is needed', () => {
    for (const letter of Object.keys(securityLetters) as (keyof typeof letterCategories)[])
      expect([letter, letterCategories[letter]]).toEqual([letter, null])
    for (const letter of [
      'invitation',
      'accountConfirmation',
      'enrollmentConfirmation',
      'handover',
      'contactConfirmation',
      'customerWelcome',
    ] as const)
      expect(letterCategories[letter]).toBeNull()
    expect(notificationCategories.rolesChanged).toBeNull()
  })

  test('is off only for what the form showed without a tick', () => {
    for (const kind of allKinds)
      for (const channel of channels) {
        expect(switchedOff(kind, channel, noticeCategories)).toEqual([])
        const shown = choicesOf(kind).filter((one) => one.channels.includes(channel))
        expect(switchedOff(kind, channel, [])).toEqual(shown.map(({ category }) => category))
      }
    expect(switchedOff('customer', 'mail', ['purchaseRequests'])).toEqual(['subscriptions'])
  })
})
