import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditOf, firstDayOf, incentiveRates, monthName, recentMonths, totalsOf } from '@/lib/domain/incentives/rules'
import { livingStatuses, mayBeReassigned, sharesOf, stillOwns } from '@/lib/domain/subscription-partners/rules'
import { holds } from '../support/property'

describe('the credit of a month', () => {
  test.each([
    ['office365', '100.00', '6.00'],
    ['azure', '0.10', '0.00'],
    ['azure', '0.13', '0.01'],
    ['businessApplications', '0.05', '0.01'],
    ['security', '-9.99', '-0.80'],
    ['voice', '0.10', '0.01'],
    ['voice', '-0.10', '-0.01'],
    ['deviceManagement', '12345678.90', '864197.52'],
  ] as const)('of %s for %s is %s', (family, billed, credit) => expect(creditOf(family, billed)).toBe(credit))

  test('is, whatever was billed, the nearest cent to the share, and turns its sign with it', () =>
    holds(
      fc.property(
        fc.constantFrom(...(Object.keys(incentiveRates) as (keyof typeof incentiveRates)[])),
        fc.integer({ min: 0, max: 10 ** 9 }),
        (family, billedCents) => {
          const text = (value: number) => (value / 100).toFixed(2)
          const credit = Math.round(Number(creditOf(family, text(billedCents))) * 100)
          const share = billedCents * Math.round(Number(incentiveRates[family]) * 100)
          expect(Math.abs(credit * 100 - share)).toBeLessThanOrEqual(50)
          expect(Number(creditOf(family, text(-billedCents)))).toBeCloseTo(-credit / 100, 5)
        },
      ),
    ))

  test('adds up per currency', () => {
    const row = (currency: string, billed: string, credit: string) => ({ currency, billed, credit })
    expect(totalsOf([row('USD', '1.10', '0.07'), row('EUR', '2.00', '0.12'), row('USD', '-0.20', '-0.01')])).toEqual([
      row('EUR', '2.00', '0.12'),
      row('USD', '0.90', '0.06'),
    ])
    expect(totalsOf([])).toEqual([])
  })
})

describe('months', () => {
  test('are UTC months', () => {
    expect(monthName(new Date('2026-11-30T23:59:59Z'))).toBe('2026-11')
    expect(firstDayOf('2026-11')).toEqual(new Date('2026-11-01T00:00:00Z'))
  })

  test('to choose from go a year back, over the turn of the year and from a 31st', () => {
    const months = recentMonths(new Date('2026-03-31T12:00:00Z'))
    expect(months).toHaveLength(12)
    expect(months.slice(0, 4)).toEqual(['2026-03', '2026-02', '2026-01', '2025-12'])
    expect(months.at(-1)).toBe('2025-04')
  })
})

describe('the four levers', () => {
  test('can be set on what lives or can live again', () => {
    for (const status of livingStatuses) expect(mayBeReassigned(status)).toBe(true)
    for (const status of ['disabled', 'deleted', '']) expect(mayBeReassigned(status)).toBe(false)
  })

  test('are counted each for itself', () => {
    const on = (resellerId: string | null, supportContactId: string) => ({
      providerId: 'p',
      resellerId,
      supportContactId,
    })
    const all = [on('r', 'p'), on('r', 'r'), on(null, 'r'), on('s', 'p')]
    expect(sharesOf('r', all)).toEqual({ credited: 2, supported: 2 })
    expect(sharesOf('p', all)).toEqual({ credited: 0, supported: 2 })
    expect(sharesOf('x', all)).toEqual({ credited: 0, supported: 0 })
  })

  test('an ownership counts in the relationship it was granted in', () => {
    const at = (text: string) => new Date(text)
    expect(stillOwns({ grantedAt: at('2026-02-01') }, { startedAt: at('2026-01-01') })).toBe(true)
    expect(stillOwns({ grantedAt: at('2026-01-01') }, { startedAt: at('2026-01-01') })).toBe(true)
    expect(stillOwns({ grantedAt: at('2025-12-31') }, { startedAt: at('2026-01-01') })).toBe(false)
  })
})
