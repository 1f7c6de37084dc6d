import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DomainError } from '@/lib/core/errors'
import { type RowError, rowErrorsOf } from '@/lib/domain/catalog/csv'
import { readCatalog } from '@/lib/domain/catalog/file'
import { catalogFile, catalogRowText, header } from '../support/catalog-file'

function refused(content: string): DomainError {
  try {
    readCatalog(content)
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('The file was taken.')
}
const reason = (content: string) => refused(content).parameters.reason
const errors = (...rows: Parameters<typeof catalogFile>) => rowErrorsOf(refused(catalogFile(...rows)))
const only = (column: string, problem: string, line = 2): RowError[] => [{ line, column, problem }]

describe('a file that cannot be read', () => {
  test.each([
    ['nothing', '', 'columns'],
    ['no catalogue', 'a,b\n1,2\n', 'columns'],
    ['a column too few', `${header.replace(',retail_price', '')}\n`, 'columns'],
    ['a column twice', `${header.replace('retail_price', 'list_price')}\n`, 'columns'],
    ['another separator', `${header.replaceAll(',', ';')}\n`, 'columns'],
    ['no rows', `${header}\n\n`, 'empty'],
    ['what is no UTF-8', catalogFile({ title: 'Caf\ufffd' }), 'encoding'],
    ['UTF-16', `${header}\u0000`, 'encoding'],
    ['more than 5 MB', 'x'.repeat(5 * 1024 * 1024 + 1), 'size'],
    ['more than 20,000 rows', `${header}\n${'a,b\n'.repeat(20_001)}`, 'rows'],
  ])('is refused: %s', (_name, content, expected) => {
    expect(refused(content).code).toBe('file_invalid')
    expect(reason(content)).toBe(expected)
  })

  test('says where a quotation mark is wrong', () => {
    expect(rowErrorsOf(refused(`${header}\nA,"b" c,d\n`))).toEqual(only('', 'quotes'))
    expect(rowErrorsOf(refused(`${catalogFile({})}"${'x\n'.repeat(50)}`))[0]?.problem).toBe('quotes')
  })

  test('is read with a mark of order, Windows line ends, blank lines and blanks around cells', () => {
    const content = `\ufeff${catalogFile({ title: ' Workplace ' }).replaceAll('\n', '\r\n\r\n')}`
    expect(readCatalog(content).map(({ title, line }) => [title, line])).toEqual([['Workplace', 3]])
  })

  test('may mix line ends', () => {
    const content = catalogFile({}).replace('\n', '\r\n') + catalogRowText({ term: 'P3Y' })
    expect(readCatalog(content).map(({ line }) => line)).toEqual([2, 3])
    expect(rowErrorsOf(refused(`${content}\r\nx,y\n${catalogRowText({ unit: 'x' })}\r`))).toEqual([
      ...only('', 'column_count', 4),
      ...only('unit', 'choice', 5),
    ])
  })

  test('may have its columns in any order', () => {
    const turned = (line: string) => line.split(',').reverse().join(',')
    const [first = '', second = ''] = catalogFile({}).split('\n')
    expect(readCatalog(`${turned(first)}\n${turned(second)}`)[0]).toMatchObject({ offerId: 'AAAAAAAAAAAA:0001' })
  })
})

describe('a cell that is wrong is named', () => {
  test.each([
    ['product_id', 'abc', 'product_id'],
    ['sku_id', '1', 'sku_id'],
    ['family', 'office', 'choice'],
    ['family', 'constructor', 'choice'],
    ['title', '', 'required'],
    ['title', 'x'.repeat(121), 'too_long'],
    ['description_en', 'a\u0007', 'characters'],
    ['unit', '', 'choice'],
    ['min_quantity', '0', 'number_range'],
    ['min_quantity', '1.5', 'number'],
    ['max_quantity', '-1', 'number'],
    ['max_quantity', '', 'number'],
    ['limit_unit', 'none', 'choice'],
    ['is_trial', 'TRUE', 'choice'],
    ['converts_to', 'nonsense', 'offer_id'],
    ['requires', 'AAAAAAAAAAAA', 'offer_id'],
    ['segment', 'Corporate', 'choice'],
    ['countries', '', 'country'],
    ['countries', 'DE XX', 'country'],
    ['countries', '* DE', 'country'],
    ['currency', 'eur', 'currency'],
    ['currency', 'XXX', 'currency'],
    ['term', 'P2Y', 'choice'],
    ['billing_cycle', 'Weekly', 'choice'],
    ['list_price', '1,5', 'price'],
    ['list_price', '=1+1', 'price'],
    ['retail_price', '-1.00', 'price'],
    ['retail_price', '1e3', 'price'],
    ['retail_price', '12345678901.00', 'price'],
  ])('%s: %j', (column, value, problem) => {
    const quoted = value.includes(',') ? `"${value}"` : value
    expect(errors({ [column]: quoted })).toEqual(only(column, problem))
  })

  test.each([
    ['max_quantity', 'quantity_order', { min_quantity: '5', max_quantity: '4' }],
    ['limit', 'limit_unit', { limit_unit: 'Concurrent', limit: '0' }],
    ['limit', 'limit_unit', { limit_unit: 'None', limit: '1' }],
    ['billing_cycle', 'cycle', { term: 'P1M', billing_cycle: 'Annual' }],
    ['billing_cycle', 'cycle', { billing_cycle: 'None' }],
    ['reseller_price', 'price_order', { list_price: '9.01' }],
    ['retail_price', 'price_order', { retail_price: '8.99' }],
    ['currency', 'currency', { countries: 'DE CH' }],
    ['converts_to', 'trial_target', { converts_to: 'BBBBBBBBBBBB:0001' }],
  ] as const)('%s beside the others: %s', (column, problem, cells) =>
    expect(errors(cells)).toEqual(only(column, problem)),
  )

  test('a trial that costs something, or leads nowhere', () => {
    const trial = { is_trial: 'true', term: 'P1M', billing_cycle: 'None', list_price: '0.00', reseller_price: '0.00' }
    expect(errors({ ...trial, retail_price: '1.00', converts_to: 'BBBBBBBBBBBB:0001' })).toEqual(
      only('retail_price', 'trial_price'),
    )
    expect(errors({ ...trial, retail_price: '0' })).toEqual(only('converts_to', 'trial_target'))
  })

  test('by the line an editor shows, even after cells of several lines', () => {
    const broken = { title: '"Two\nlines"' }
    expect(errors(broken, { title: '' })).toEqual([
      { line: 2, column: 'title', problem: 'characters' },
      { line: 4, column: 'title', problem: 'required' },
    ])
  })

  test('a row with too many or too few cells', () =>
    expect(rowErrorsOf(refused(`${header}\na,b\n${catalogRowText({})},more\n`))).toEqual([
      ...only('', 'column_count'),
      ...only('', 'column_count', 3),
    ]))
})

describe('rows that are wrong together are named', () => {
  const other = { product_id: 'BBBBBBBBBBBB' }

  test.each([
    ['the same price twice', {}, {}, only('countries', 'priced_twice', 3)],
    ['a country with two prices', {}, { countries: 'DE FR' }, only('countries', 'priced_twice', 3)],
    ['two titles of one offer', {}, { title: 'Another', term: 'P3Y' }, only('title', 'differs', 3)],
    ['an offer that is not there', {}, { ...other, requires: 'CCCCCCCCCCCC:0001' }, only('requires', 'reference', 3)],
    [
      'an offer that leads to itself',
      {},
      { ...other, upgrades_to: 'BBBBBBBBBBBB:0001' },
      only('upgrades_to', 'reference', 3),
    ],
  ] as const)('%s', (_name, one, two, expected) => expect(errors(one, two)).toEqual(expected))

  test('an add-on of a trial', () => {
    const trial = {
      is_trial: 'true',
      term: 'P1M',
      billing_cycle: 'None',
      list_price: '0',
      reseller_price: '0',
      retail_price: '0',
    }
    expect(
      errors(
        {},
        { ...trial, ...other, converts_to: 'AAAAAAAAAAAA:0001' },
        { product_id: 'CCCCCCCCCCCC', requires: 'BBBBBBBBBBBB:0001' },
      ),
    ).toEqual(only('requires', 'reference', 4))
  })

  test('not while rows are wrong in themselves', () =>
    expect(errors({ unit: 'x' }, {}, {})).toEqual(only('unit', 'choice')))
})

test('at most a hundred cells are named, and all are counted', () => {
  const error = refused(catalogFile(...Array.from({ length: 60 }, () => ({ title: '', unit: 'x' }))))
  expect(rowErrorsOf(error)).toHaveLength(100)
  expect(error.parameters).toEqual({ reason: 'content', count: 120 })
  expect(rowErrorsOf(error)[99]?.line).toBe(51)
})

describe('the file that comes with the portal', () => {
  const content = readFileSync(new URL('../../prisma/catalog/catalog.csv', import.meta.url), 'utf8')
  const rows = readCatalog(content)

  test('is right', () => expect(rows.length).toBeGreaterThan(1_900))

  test('gives every availability an id of its own, the same whatever it costs', () => {
    expect(new Set(rows.map(({ availabilityId }) => availabilityId)).size).toBe(rows.length)
    expect(rows.every(({ availabilityId }) => /^[0-9A-Z]{12}$/.test(availabilityId))).toBe(true)
    const idOf = (cells: Record<string, string>) => readCatalog(catalogFile(cells))[0]?.availabilityId
    expect(idOf({ retail_price: '99', title: 'Other' })).toBe(idOf({}))
    expect(idOf({ countries: 'FR DE' })).toBe(idOf({ countries: 'DE FR' }))
    const others = [idOf({ countries: 'DE' }), idOf({ term: 'P3Y' }), idOf({ billing_cycle: 'Annual' })]
    expect(new Set([idOf({}), ...others]).size).toBe(4)
  })

  test('writes prices with two decimals', () =>
    expect(readCatalog(catalogFile({ list_price: '007', reseller_price: '9.5' }))[0]).toMatchObject({
      list_price: '7.00',
      reseller_price: '9.50',
    }))
})
