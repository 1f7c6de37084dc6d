import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { countries, regionOf } from '@/lib/domain/organizations/countries'

const columns = [
  ...['product_id', 'sku_id', 'family', 'title', 'description_en', 'description_ru', 'unit', 'min_quantity'],
  ...['max_quantity', 'limit_unit', 'limit', 'is_trial', 'converts_to', 'requires', 'upgrades_to', 'segment'],
  ...['countries', 'currency', 'term', 'billing_cycle', 'list_price', 'reseller_price', 'retail_price'],
]
/** What belongs to the offer and so has to be the same in all its rows. */
const offerColumns = columns.slice(0, columns.indexOf('countries'))
const families = ['office365', 'azure', 'businessApplications', 'security', 'deviceManagement', 'voice']
const allowed: Record<string, string[]> = {
  family: families,
  unit: ['licenses', 'instances'],
  limit_unit: ['None', 'Concurrent', 'Lifetime'],
  is_trial: ['true', 'false'],
  segment: ['Commercial', 'Education', 'Government', 'NonProfit'],
}
const currencyByRegion: Record<string, string> = {
  ...{ europe: 'EUR', russia: 'RUB', canada: 'CAD', australia: 'AUD', newZealand: 'NZD' },
  ...{ india: 'INR', japan: 'JPY', korea: 'KRW', taiwan: 'TWD' },
}
const currencyByCountry: Record<string, string> = {
  ...{ GB: 'GBP', CH: 'CHF', LI: 'CHF', DK: 'DKK', NO: 'NOK', SE: 'SEK' },
}

type Row = Record<string, string>
const file = readFileSync(new URL('../../prisma/catalog/catalog.csv', import.meta.url), 'utf8')
const lines: string[][] = parse(file)
const rows: Row[] = parse(file, { columns: true })

const cell = (row: Row, column: string) => row[column] ?? ''
const offerOf = (row: Row) => `${cell(row, 'product_id')}:${cell(row, 'sku_id')}`
const without = (places: Set<string>, others: Set<string>) => [...places].filter((place) => !others.has(place))

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

const rowsByOffer = grouped(rows, offerOf)
const offers = [...rowsByOffer].map(([id, [first]]) => ({ id, row: first as Row }))
const references = (row: Row, column: string) => cell(row, column).split(' ').filter(Boolean)
const cents = (row: Row, column: string) => Math.round(Number(cell(row, column)) * 100)
const currencyOf = (country: string) => currencyByCountry[country] ?? currencyByRegion[regionOf(country)] ?? 'USD'
const isTrial = (row: Row) => cell(row, 'is_trial') === 'true'
const paid = rows.filter((row) => !isTrial(row))

function countriesOf(row: Row): readonly string[] {
  if (cell(row, 'countries') !== '*') return cell(row, 'countries').split(' ')
  return countries.filter((country) => currencyOf(country) === cell(row, 'currency'))
}

/** Where an offer is sold, as "segment country". */
function placesOf(id: string): Set<string> {
  const places = (rowsByOffer.get(id) ?? []).flatMap((row) =>
    countriesOf(row).map((country) => `${cell(row, 'segment')} ${country}`),
  )
  return new Set(places)
}

/** The key of a price, with other terms in place of the row's own. */
function priceKey(row: Row, term = cell(row, 'term'), cycle = cell(row, 'billing_cycle')): string {
  const place = ['segment', 'currency', 'countries'].map((column) => cell(row, column))
  return [offerOf(row), ...place, term, cycle].join('|')
}
const rowByPriceKey = new Map(rows.map((row) => [priceKey(row), row]))

describe('the file', () => {
  test('has exactly the agreed columns and stays small enough to be read at once', () => {
    expect(lines[0]).toEqual(columns)
    expect(Buffer.byteLength(file)).toBeLessThan(700_000)
    expect(file.startsWith('\uFEFF')).toBe(false)
  })

  test('holds well-formed values', () => {
    const forms: Record<string, RegExp> = {
      product_id: /^[A-Z0-9]{12}$/,
      sku_id: /^\d{4}$/,
      min_quantity: /^[1-9]\d*$/,
      max_quantity: /^[1-9]\d*$/,
      countries: /^(\*|[A-Z]{2}( [A-Z]{2})*)$/,
      list_price: /^\d+\.\d\d$/,
      reseller_price: /^\d+\.\d\d$/,
      retail_price: /^\d+\.\d\d$/,
    }
    const wrong = rows.flatMap((row) => [
      ...columns.filter((column) => cell(row, column) !== cell(row, column).trim().normalize()),
      ...Object.entries(forms).flatMap(([column, form]) => (form.test(cell(row, column)) ? [] : [column])),
      ...Object.entries(allowed).flatMap(([column, values]) => (values.includes(cell(row, column)) ? [] : [column])),
    ])
    expect(wrong).toEqual([])
  })

  test('prices every availability once, and no country twice', () => {
    expect(rowByPriceKey.size).toBe(rows.length)
    const perCountry = rows.flatMap((row) =>
      countriesOf(row).map((country) =>
        [offerOf(row), cell(row, 'segment'), country, cell(row, 'term'), cell(row, 'billing_cycle')].join('|'),
      ),
    )
    expect(new Set(perCountry).size).toBe(perCountry.length)
  })

  test('sells to a country in the currency of that country', () => {
    const wrong = rows.filter((row) => {
      const places = countriesOf(row)
      return places.length === 0 || places.some((country) => currencyOf(country) !== cell(row, 'currency'))
    })
    expect(wrong.map((row) => priceKey(row))).toEqual([])
  })

  test('names the demanded currencies', () => {
    const currencies = new Set(rows.map((row) => cell(row, 'currency')))
    for (const currency of ['EUR', 'GBP', 'CHF', 'DKK', 'NOK', 'SEK', 'USD', 'CAD', 'RUB'])
      expect(currencies).toContain(currency)
  })
})

describe('the offers', () => {
  test('are at least 66 in exactly six families of at least six', () => {
    expect(offers.length).toBeGreaterThanOrEqual(66)
    const sizes = grouped(offers, ({ row }) => cell(row, 'family'))
    expect([...sizes.keys()].sort()).toEqual([...families].sort())
    for (const members of sizes.values()) expect(members.length).toBeGreaterThanOrEqual(6)
  })

  test('are described in the same words in each of their rows, a product in one family', () => {
    for (const [id, own] of rowsByOffer) {
      const variants = new Set(own.map((row) => JSON.stringify(offerColumns.map((column) => cell(row, column)))))
      expect(variants.size, id).toBe(1)
    }
    for (const [product, own] of grouped(rows, (row) => cell(row, 'product_id')))
      expect(new Set(own.map((row) => cell(row, 'family'))).size, product).toBe(1)
  })

  test('have a title of their own and a description in both languages', () => {
    expect(new Set(offers.map(({ row }) => cell(row, 'title'))).size).toBe(offers.length)
    for (const { id, row } of offers) {
      expect(cell(row, 'title').length, id).toBeGreaterThan(3)
      expect(cell(row, 'description_en'), id).toMatch(/^[A-Z0-9][^а-яё]{20,}\.$/i)
      expect(cell(row, 'description_ru'), id).toMatch(/^(?=.*[а-яё]{3}).{20,}\.$/i)
    }
  })

  test('bear invented titles', () => {
    const taken =
      /Microsoft|Office|Windows|Azure|Exchange|SharePoint|OneDrive|Outlook|Teams|Skype|Intune|Defender|Entra|Purview|Sentinel|Dynamics|Business Central|Power |Visio|Copilot|Viva|Autopilot/i
    expect(offers.map(({ row }) => cell(row, 'title')).filter((title) => taken.test(title))).toEqual([])
  })

  test('keep their quantities and limits in order', () => {
    for (const { id, row } of offers) {
      const [least, most] = [Number(cell(row, 'min_quantity')), Number(cell(row, 'max_quantity'))]
      expect(least, id).toBeLessThanOrEqual(most)
      expect(cell(row, 'limit'), id).toMatch(cell(row, 'limit_unit') === 'None' ? /^0$/ : /^[1-9]\d*$/)
      // Small business (spec 3.6): at most two such subscriptions at the same time.
      if (most === 300) expect([cell(row, 'limit_unit'), cell(row, 'limit')], id).toEqual(['Concurrent', '2'])
    }
  })

  test('refer only to offers in the file, not to themselves and not to trials', () => {
    for (const { id, row } of offers)
      for (const column of ['converts_to', 'requires', 'upgrades_to']) {
        const named = references(row, column)
        expect(new Set(named).size, `${id} ${column}`).toBe(named.length)
        for (const reference of named) {
          const target = rowsByOffer.get(reference)?.[0]
          expect(reference !== id && target && !isTrial(target), `${id} ${column} ${reference}`).toBe(true)
        }
      }
  })
})

describe('trials', () => {
  const trials = offers.filter(({ row }) => isTrial(row))

  test('are 25 free licenses for a month, once in a lifetime', () => {
    expect(trials.length).toBeGreaterThanOrEqual(5)
    const shape = ['min_quantity', 'max_quantity', 'limit_unit', 'limit', 'term', 'billing_cycle', 'unit']
    for (const row of rows.filter(isTrial)) {
      expect(shape.map((column) => cell(row, column))).toEqual(['25', '25', 'Lifetime', '1', 'P1M', 'None', 'licenses'])
      expect(cents(row, 'list_price') + cents(row, 'reseller_price') + cents(row, 'retail_price')).toBe(0)
    }
  })

  test('become something that is sold wherever they are, and nothing else does', () => {
    for (const { id, row } of offers) expect(references(row, 'converts_to').length > 0, id).toBe(isTrial(row))
    for (const { id, row } of trials)
      for (const target of references(row, 'converts_to'))
        expect(without(placesOf(id), placesOf(target)), id).toEqual([])
  })
})

describe('add-ons and upgrades', () => {
  test('an add-on finds one of its bases wherever it is sold', () => {
    const addOns = offers.filter(({ row }) => references(row, 'requires').length > 0)
    expect(addOns.length).toBeGreaterThanOrEqual(8)
    for (const { id, row } of addOns) {
      const bases = new Set(references(row, 'requires').flatMap((base) => [...placesOf(base)]))
      expect(without(placesOf(id), bases), id).toEqual([])
    }
  })

  test('an upgrade is sold somewhere the offer is, and never leads back', () => {
    const targets = new Map(offers.map(({ id, row }) => [id, references(row, 'upgrades_to')]))
    const reach = (id: string, seen = new Set<string>()): Set<string> => {
      for (const next of targets.get(id) ?? []) if (!seen.has(next)) reach(next, seen.add(next))
      return seen
    }
    for (const [id, next] of targets) {
      expect(reach(id).has(id), id).toBe(false)
      for (const target of next)
        expect(without(placesOf(id), placesOf(target)).length, `${id} ${target}`).toBeLessThan(placesOf(id).size)
    }
    expect(Math.max(...offers.map(({ id }) => reach(id).size))).toBeGreaterThanOrEqual(3)
  })
})

describe('prices', () => {
  const wrong = (isRight: (row: Row) => boolean) => paid.filter((row) => !isRight(row)).map((row) => priceKey(row))
  const priced = ['list_price', 'reseller_price', 'retail_price']

  test('are for terms and billing cycles that go together', () => {
    const together = ['P1M Monthly', 'P1Y Monthly', 'P1Y Annual', 'P3Y Monthly', 'P3Y Annual']
    expect(wrong((row) => together.includes(`${cell(row, 'term')} ${cell(row, 'billing_cycle')}`))).toEqual([])
  })

  test('rise from provider to reseller to customer, with a margin for each', () => {
    const between = (share: number, least: number, most: number) => share >= least && share <= most
    const margins = (row: Row) => {
      const [list = 0, reseller = 0, retail = 0] = priced.map((column) => cents(row, column))
      // Where a price is a few cents, rounding alone moves the margin.
      const slack = 1 / reseller
      return (
        between(1 - list / reseller, 0.1 - slack, 0.14 + slack) &&
        between(1 - reseller / retail, 0.08 - slack, 0.12 + slack)
      )
    }
    expect(wrong((row) => cents(row, 'list_price') > 0)).toEqual([])
    expect(wrong((row) => cents(row, 'list_price') < cents(row, 'reseller_price'))).toEqual([])
    expect(wrong((row) => cents(row, 'reseller_price') < cents(row, 'retail_price'))).toEqual([])
    expect(wrong(margins)).toEqual([])
  })

  test('of a whole year are twelve months, dearer month by month, cheaper for three years', () => {
    // The year's monthly price of the same place, if it is sold; the others are compared with it.
    const fits = (row: Row) => {
      const year = rowByPriceKey.get(priceKey(row, 'P1Y', 'Monthly'))
      const months = cell(row, 'billing_cycle') === 'Annual' ? 12 : 1
      return priced.every((column) => {
        const [own, base] = [cents(row, column) / months, year ? cents(year, column) : Number.NaN]
        if (cell(row, 'term') === 'P1M') return Math.abs(own - base * 1.2) <= Math.max(2, base * 0.005)
        return cell(row, 'term') === 'P1Y' ? own === base : own < base && own > base * 0.9
      })
    }
    expect(wrong(fits)).toEqual([])
  })
})

describe('what is missing, so that the portal has a reason to tell', () => {
  test('not every offer is sold in Russia, in every country or to companies', () => {
    const ids = offers.map(({ id }) => id)
    const absent = (place: string) => ids.filter((id) => !placesOf(id).has(place)).length
    expect(absent('Commercial RU')).toBeGreaterThan(10)
    expect(ids.length - absent('Commercial RU')).toBeGreaterThan(20)
    expect(rows.some((row) => cell(row, 'countries') !== '*')).toBe(true)
    for (const segment of ['Education', 'Government', 'NonProfit'])
      expect(offers.some(({ row }) => cell(row, 'segment') === segment)).toBe(true)
  })
})
