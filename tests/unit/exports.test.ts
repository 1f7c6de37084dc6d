import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localIso } from '@/lib/core/local-time'
import { amount, type Column, day, moment, number, text, utcDay } from '@/lib/web/exports/columns'
import { csvChunks, csvDelimiter, fromInert, inert } from '@/lib/web/exports/csv'
import { xlsxChunks } from '@/lib/web/exports/xlsx'
import { anActor } from '../support/actors'
import { inPages, whole } from '../support/exports'
import { holds } from '../support/property'
import { activeContent, fileOf, sheetOf } from '../support/xlsx'

const reader = (locale: 'en' | 'ru', timeZone = 'UTC') => ({
  actor: anActor('provider', ['globalAdmin'], { locale, timeZone }),
})
const letters = [
  'a',
  'Ж',
  'ё',
  ' ',
  ',',
  ';',
  '"',
  "'",
  '\n',
  '\r',
  '\t',
  '=',
  '+',
  '-',
  '@',
  '1',
  '😀',
  '\ufeff',
  '＝',
]
const anyCell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.array(fc.constantFrom(...letters), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.constantFrom('=HYPERLINK("http://x","y")', '@SUM(1)', '-2+3', "'=1", "''+1", '\t=1', '\r\n=1'),
)
const anyTable = fc.array(fc.tuple(anyCell, anyCell, anyCell), { maxLength: 12 })
const columns: Column<string[]>[] = [0, 1, 2].map((at) => text(`Колонка ${at}`, (row) => row[at]))

describe('a cell of a CSV file', () => {
  test.each(['=1', '+1', '-1', '@a', '\ta', '\ra', '\na', '＝1', "'=1", '=', "=cmd|'/c calc'!A0"])(
    'that begins like a formula is none: %j',
    (content) => {
      expect(inert(content)).toBe(`'${content}`)
    },
  )

  test.each(['', 'a=1', "O'Neil", "'quoted'", '1-2', 'a@b.example', 'ООО «Берёза»'])('is left alone: %j', (content) => {
    expect(inert(content)).toBe(content)
  })

  test.each([
    ['Ann;=1+1;', "Ann;'=1+1;"],
    ["a,'-2", "a,''-2"],
    ['\t=1', "'\t'=1"],
    ['a;"=1+1"', `a;"'=1+1"`],
    ['a;b\n=1', "a;b\n'=1"],
  ])('is none to a spreadsheet that separates by another sign either: %j', (content, written) => {
    expect(inert(content)).toBe(written)
  })

  test('holds no formula behind any sign that separates cells somewhere', () =>
    holds(
      fc.property(anyCell, (content) => {
        const [, ...behind] = inert(content).split(/[,;\t\r\n]/)
        for (const part of behind) expect(part).not.toMatch(/^"*[=+\-@＝＋－＠]/)
      }),
    ))

  test('never begins with a sign a spreadsheet acts on, and comes back as it was', () =>
    holds(
      fc.property(anyCell, (content) => {
        expect(inert(content)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
        expect(fromInert(inert(content))).toBe(content)
      }),
    ))
})

describe('a CSV file', () => {
  test.each(['en', 'ru'] as const)('in %s comes back as it went, in one page or in many', (locale) =>
    holds(
      fc.asyncProperty(anyTable, fc.integer({ min: 1, max: 5 }), async (rows, size) => {
        const file = await whole(csvChunks(columns, inPages(rows, size), reader(locale)))
        const read = parse(file, { bom: true, delimiter: csvDelimiter[locale], record_delimiter: '\r\n' }) as string[][]
        expect(read[0]).toEqual(columns.map(({ header }) => header))
        expect(read.slice(1).map((row) => row.map(fromInert))).toEqual(rows)
      }),
      100,
    ),
  )

  const typed: Column<{ count: number | null; price: string | null; at: Date | null }>[] = [
    number('n', (row) => row.count),
    amount('m', (row) => row.price),
    day('d', (row) => row.at),
    moment('t', (row) => row.at),
    utcDay('u', (row) => row.at),
  ]
  const row = { count: -3, price: '-1234.05', at: new Date('2026-11-20T22:30:09.999Z') }

  test('has numbers, money and dates as its language and the time zone want them', async () => {
    const file = (who: Parameters<typeof csvChunks>[2]) => whole(csvChunks(typed, inPages([row], 1), who))
    expect(await file(reader('en'))).toBe(
      '\ufeffn,m,d,t,u\r\n-3,-1234.05,2026-11-20,2026-11-20T22:30:09+00:00,2026-11-20\r\n',
    )
    expect(await file(reader('ru', 'Europe/Moscow'))).toBe(
      '\ufeffn;m;d;t;u\r\n-3;-1234,05;2026-11-21;2026-11-21T01:30:09+03:00;2026-11-20\r\n',
    )
  })

  test('leaves cells empty that have nothing to say', async () => {
    const nothing = { count: null, price: null, at: null }
    expect(await whole(csvChunks(typed, inPages([nothing], 1), reader('en')))).toBe('\ufeffn,m,d,t,u\r\n,,,,\r\n')
  })
})

test.each([
  ['Asia/Kolkata', '2026-11-21T04:00:09+05:30'],
  ['America/St_Johns', '2026-11-20T19:00:09-03:30'],
  ['Pacific/Kiritimati', '2026-11-21T12:30:09+14:00'],
])('a moment in %s is written with its offset', (zone, written) => {
  expect(localIso(new Date('2026-11-20T22:30:09.999Z'), zone)).toBe(written)
})

const xlsx = <Row>(...given: Parameters<typeof xlsxChunks<Row>>) => fileOf(xlsxChunks(...given))

describe('an Excel file', () => {
  test('holds texts as they are, and no formula', () =>
    holds(
      fc.asyncProperty(anyTable, async (rows) => {
        const file = await xlsx('Клиенты', columns, inPages(rows, 3), reader('ru'))
        expect(activeContent(file)).toEqual([])
        const [header, ...read] = sheetOf(file)
        expect(header).toEqual(columns.map((column) => column.header))
        // What XML cannot hold is left out.
        const kept = (content: string | null) =>
          (content ?? '').replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '')
        expect(read.map((cells) => columns.map((_, at) => kept(String(cells[at] ?? ''))))).toEqual(
          rows.map((cells) => cells.map(kept)),
        )
      }),
      40,
    ))

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '_x0041_', 'a\r\nb', ' a ', '<b>&amp;'])(
    'holds %j',
    async (content) => {
      const file = await xlsx('t', [text<string>(content, (row) => row)], inPages([content, content], 2), reader('en'))
      expect(sheetOf(file)).toEqual([[content], [content], [content]])
    },
  )

  test('holds numbers, money and dates as such, in the time zone of the reader', async () => {
    const at = new Date('2026-11-20T22:30:09Z')
    const kinds = [
      number('n', () => 3),
      amount('m', () => '12.05'),
      day('d', () => at),
      moment('t', () => at),
      utcDay('u', () => at),
    ]
    const [, cells] = sheetOf(await xlsx('t', kinds, inPages([{}], 1), reader('en', 'Europe/Moscow')))
    const serial = Date.UTC(2026, 10, 21, 1, 30, 9) / 86_400_000 + 25_569
    expect(cells).toEqual([3, 12.05, Math.floor(serial), expect.closeTo(serial, 8), Math.floor(serial) - 1])
  })
})
