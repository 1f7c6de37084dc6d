import { z } from 'zod'
import { Prisma } from './db'

/** Lists page by key: a page costs the same at the start and at the millionth row, and never counts. */

export const pageSize = 25

const encodedKey = z
  .string()
  .max(600)
  .regex(/^[A-Za-z0-9_-]*$/, { error: 'invalid' })

/** A size of pages. A class, because nothing that comes from outside can be an instance of it: only code chooses. */
class PageSize {
  constructor(readonly rows: number) {}
}

/** For exports, which read a list to its end: 20,000 rows in 40 steps instead of 800. */
export const largePage = new PageSize(500)

/** The part of a list's input that says which page. `after` and `before` are opaque keys from an earlier page. */
export const pageInput = {
  after: encodedKey.optional(),
  before: encodedKey.optional(),
  size: z.instanceof(PageSize, { error: 'unknown' }).optional(),
}

export interface PageRequest {
  after?: string | undefined
  before?: string | undefined
  size?: PageSize | undefined
}

export interface Page<Row> {
  rows: Row[]
  /** Key of the page before, or null at the beginning. */
  previous: string | null
  /** Key of the page behind, or null at the end. */
  next: string | null
}

export interface Key {
  sort: string
  id: string
}

const sortText = z.string().max(400)

export function encodeKey(key: Key): string {
  return Buffer.from(JSON.stringify([key.sort, key.id])).toString('base64url')
}

/** Null for a key that was tampered with: such a request gets the first page. */
function decodeKey(text: string | undefined, idShape: z.ZodType<string>): Key | null {
  if (!text) return null
  try {
    const parsed = z.tuple([sortText, idShape]).safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return parsed.success && !parsed.data[0].includes('\u0000') ? { sort: parsed.data[0], id: parsed.data[1] } : null
  } catch {
    return null
  }
}

export interface KeyRange {
  /** Where the page starts, exclusive; null for the first page. */
  from: Key | null
  direction: 'forward' | 'backward'
  /** One row more than a page, to know whether another page follows. */
  take: number
}

/**
 * Reads one page. `fetch` gets the range and returns rows in reading order of that direction; `keyOf` names a row's key.
 * `idShape` only where ids are no UUIDs.
 */
export async function readPage<Row>(
  request: PageRequest,
  fetch: (range: KeyRange) => Promise<Row[]>,
  keyOf: (row: Row) => Key,
  idShape: z.ZodType<string> = z.uuid(),
): Promise<Page<Row>> {
  const before = decodeKey(request.before, idShape)
  const after = before ? null : decodeKey(request.after, idShape)
  const direction = before ? 'backward' : 'forward'
  const size = request.size?.rows ?? pageSize
  const found = await fetch({ from: before ?? after, direction, take: size + 1 })
  const more = found.length > size
  const rows = found.slice(0, size)
  if (direction === 'backward') rows.reverse()
  return { rows, ...neighbours(rows, keyOf, direction, more, after !== null) }
}

function neighbours<Row>(
  rows: Row[],
  keyOf: (row: Row) => Key,
  direction: KeyRange['direction'],
  more: boolean,
  startedInside: boolean,
): { previous: string | null; next: string | null } {
  const first = rows[0]
  const last = rows.at(-1)
  if (!first || !last) return { previous: null, next: null }
  const hasPrevious = direction === 'backward' ? more : startedInside
  const hasNext = direction === 'backward' ? true : more
  return { previous: hasPrevious ? encodeKey(keyOf(first)) : null, next: hasNext ? encodeKey(keyOf(last)) : null }
}

/** Filter and order of a list sorted by a name column, for Prisma. */
export function byName<Column extends string>(column: Column, range: KeyRange) {
  const forward = range.direction === 'forward'
  const order = forward ? 'asc' : 'desc'
  const beyond = forward ? 'gt' : 'lt'
  // The first condition repeats the second so that the index starts at the key instead of filtering from the top.
  const where = range.from
    ? {
        AND: [
          { [column]: { [`${beyond}e`]: range.from.sort } },
          {
            OR: [
              { [column]: { [beyond]: range.from.sort } },
              { [column]: range.from.sort, id: { [beyond]: range.from.id } },
            ],
          },
        ],
      }
    : {}
  return {
    where,
    orderBy: [{ [column]: order }, { id: order }] as { [key: string]: 'asc' | 'desc' }[],
    take: range.take,
  }
}

/** The same for SQL, over the columns `name` and `id` of `table`. Only code names a table. */
export function byNameSql(table: string, name: string, { from, direction }: Pick<KeyRange, 'from' | 'direction'>) {
  const [sort, id] = [Prisma.raw(`${table}."${name}"`), Prisma.raw(`${table}.id`)]
  const [beyond, order] =
    direction === 'forward' ? [Prisma.raw('>'), Prisma.empty] : [Prisma.raw('<'), Prisma.raw('DESC')]
  const where = from
    ? Prisma.sql`${sort} ${beyond}= ${from.sort} AND (${sort} ${beyond} ${from.sort} OR (${sort} = ${from.sort} AND ${id} ${beyond} ${from.id}::uuid))`
    : Prisma.sql`true`
  return { where, orderBy: Prisma.sql`${sort} ${order}, ${id} ${order}` }
}

/** Filter and order of a list sorted newest first by a time-ordered id, for Prisma. */
export function byNewest<Column extends string>(column: Column, range: KeyRange) {
  const forward = range.direction === 'forward'
  const where = range.from ? { [column]: { [forward ? 'lt' : 'gt']: range.from.id } } : {}
  return { where, orderBy: { [column]: forward ? ('desc' as const) : ('asc' as const) }, take: range.take }
}
