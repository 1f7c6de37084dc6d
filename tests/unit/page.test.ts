import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  byName,
  byNewest,
  encodeKey,
  type Key,
  type KeyRange,
  largePage,
  pageInput,
  pageSize,
  readPage,
} from '@/lib/core/page'
import { holds } from '../support/property'

interface Row {
  id: string
  sort: string
}

const input = z.strictObject(pageInput)

function rowsOf(names: string[]): Row[] {
  const uuid = (position: number) => `01900000-0000-7000-8000-${String(position).padStart(12, '0')}`
  return names.map((sort, position) => ({ sort, id: uuid(position) })).sort(inOrder)
}

function inOrder(one: Key, other: Key): number {
  if (one.sort === other.sort) return one.id < other.id ? -1 : 1
  return one.sort < other.sort ? -1 : 1
}

/** A table in memory that answers as the database would. */
function table(all: Row[]) {
  return async ({ from, direction, take }: KeyRange) => {
    const ordered = direction === 'forward' ? all : all.toReversed()
    const beyond = ordered.filter(
      (row) => !from || (direction === 'forward' ? inOrder(row, from) > 0 : inOrder(row, from) < 0),
    )
    return beyond.slice(0, take)
  }
}

const keyOf = (row: Row): Key => row

async function walk(all: Row[], request: { after?: string; before?: string }, next: 'next' | 'previous') {
  const pages = []
  let page = await readPage(request, table(all), keyOf)
  for (pages.push(page.rows); page[next]; pages.push(page.rows)) {
    page = await readPage(
      next === 'next' ? { after: page.next ?? '' } : { before: page.previous ?? '' },
      table(all),
      keyOf,
    )
  }
  return { pages, last: page }
}

describe('reading a list page by page', () => {
  test('shows each row once, forwards and back again, whatever the names', () =>
    holds(
      fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', 'c', 'ё', ''), { maxLength: 120 }), async (names) => {
        const all = rowsOf(names)
        const { pages, last } = await walk(all, {}, 'next')
        expect(pages.flat()).toEqual(all)
        if (!last.previous) return
        const back = await walk(all, { before: last.previous }, 'previous')
        expect(back.pages.toReversed().flat()).toEqual(all.slice(0, all.length - last.rows.length))
      }),
      100,
    ))

  test('says that nothing follows when the rows just fill a page', async () => {
    const page = await readPage({}, table(rowsOf(Array(pageSize).fill('a'))), keyOf)
    expect(page).toMatchObject({ previous: null, next: null })
    expect(page.rows).toHaveLength(pageSize)
  })

  test('reads in larger steps where code asks for it, and never where somebody else does', async () => {
    const all = rowsOf(Array(largePage.rows + 1).fill('a'))
    const parsed = input.parse({ size: largePage })
    expect((await readPage(parsed, table(all), keyOf)).rows).toHaveLength(largePage.rows)
    for (const size of [500, '500', { rows: 500 }, JSON.parse(JSON.stringify(largePage)), [500], null])
      expect(input.safeParse({ size }).success).toBe(false)
  })

  test('of nothing is an empty page', async () => {
    expect(await readPage({}, table([]), keyOf)).toEqual({ rows: [], previous: null, next: null })
  })
})

describe('a page key', () => {
  test('comes back as it went, whatever the name', () =>
    holds(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.uuid(), async (sort, id) => {
        if (sort.includes('\u0000')) return
        let range: KeyRange | undefined
        const fetch = async (asked: KeyRange) => {
          range = asked
          return []
        }
        await readPage({ after: encodeKey({ sort, id }) }, fetch, keyOf)
        expect(range?.from).toEqual({ sort: sort.toWellFormed(), id })
      }),
    ))

  test('that was tampered with gives the first page and never breaks', () =>
    holds(
      fc.asyncProperty(fc.string({ maxLength: 700 }), async (text) => {
        const parsed = input.safeParse({ after: text })
        if (!parsed.success) return
        const page = await readPage(parsed.data, table(rowsOf(['a', 'b'])), keyOf)
        expect(page.rows.length).toBeLessThanOrEqual(2)
      }),
    ))

  test.each([
    ['another shape', { sort: 'a', id: 'b' }],
    ['an identifier that is none', ['a', "' or 1=1"]],
    ['an operator object', [{ gt: '' }, '01900000-0000-7000-8000-000000000001']],
    ['U+0000 in the name', ['a\u0000b', '01900000-0000-7000-8000-000000000001']],
    ['a part too many', ['a', '01900000-0000-7000-8000-000000000001', 1]],
  ])('with %s gives the first page', async (_what, content) => {
    const after = Buffer.from(JSON.stringify(content)).toString('base64url')
    let range: KeyRange | undefined
    await readPage(
      { after },
      async (asked) => {
        range = asked
        return []
      },
      keyOf,
    )
    expect(range?.from).toBeNull()
  })

  test('of a foreign alphabet or absurd length is refused as input', () => {
    expect(input.safeParse({ after: 'a b' }).success).toBe(false)
    expect(input.safeParse({ after: 'x'.repeat(601) }).success).toBe(false)
    expect(input.safeParse({ after: { gt: '' } }).success).toBe(false)
    expect(input.safeParse({ page: 2 }).success).toBe(false)
  })

  test('before wins over after, so that a request means one thing', async () => {
    const all = rowsOf(['a', 'b', 'c'])
    const [first, second, third] = all.map(encodeKey)
    const page = await readPage({ after: first, before: third }, table(all), keyOf)
    expect(page.rows.map(({ sort }) => sort)).toEqual(['a', 'b'])
    expect(second).toBeDefined()
  })
})

test('the orders of lists name a column, and the identifier that makes it unique', () => {
  const range: KeyRange = { from: null, direction: 'backward', take: 26 }
  expect(byName('customerSortName', range).orderBy).toEqual([{ customerSortName: 'desc' }, { id: 'desc' }])
  expect(byNewest('id', range).orderBy).toEqual({ id: 'asc' })
})
