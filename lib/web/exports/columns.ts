import type { getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/access/permissions'

/** All visible text in the reader's language. */
export type Words = Awaited<ReturnType<typeof getTranslations<never>>>

export interface Reader {
  words: Words
  actor: Actor
}

interface Of<Kind extends string, Row, Value> {
  kind: Kind
  header: string
  of(row: Row): Value | null | undefined
}

/** A column of an exported table. Each kind is written as its file has it: a number is no text in a spreadsheet. */
export type Column<Row> =
  | Of<'text', Row, string>
  | Of<'number', Row, number>
  | Of<'amount', Row, string>
  | Of<'day', Row, Date>
  | Of<'utcDay', Row, Date>
  | Of<'moment', Row, Date>

export function text<Row>(header: string, of: (row: Row) => string | null | undefined): Column<Row> {
  return { kind: 'text', header, of }
}

export function number<Row>(header: string, of: (row: Row) => number | null | undefined): Column<Row> {
  return { kind: 'number', header, of }
}

/** Money as the operations give it: "12.50". */
export function amount<Row>(header: string, of: (row: Row) => string | null | undefined): Column<Row> {
  return { kind: 'amount', header, of }
}

/** A calendar day in the reader's time zone. */
export function day<Row>(header: string, of: (row: Row) => Date | null | undefined): Column<Row> {
  return { kind: 'day', header, of }
}

/** A calendar day as the documents count it, in UTC, wherever the reader is. */
export function utcDay<Row>(header: string, of: (row: Row) => Date | null | undefined): Column<Row> {
  return { kind: 'utcDay', header, of }
}

/** A moment in the reader's time zone, to the second. */
export function moment<Row>(header: string, of: (row: Row) => Date | null | undefined): Column<Row> {
  return { kind: 'moment', header, of }
}
