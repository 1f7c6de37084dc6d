import { stringify } from 'csv-stringify/sync'
import { inert } from '@/lib/core/inert-text'
import { localDay, localIso } from '@/lib/core/local-time'
import type { Locale } from '@/lib/i18n/locale'
import type { Column, Reader } from './columns'

export { fromInert, inert } from '@/lib/core/inert-text'

/** What separates the cells: what a spreadsheet of that language expects, because a comma stands in Russian numbers. */
export const csvDelimiter: Record<Locale, string> = { en: ',', ru: ';' }

const byteOrderMark = '\ufeff'

/**
 * Rows as CSV, chunk by chunk: UTF-8 with byte order mark, CRLF, the header first. Nothing but the chunk in hand is held.
 */
export async function* csvChunks<Row>(
  columns: readonly Column<Row>[],
  pages: AsyncIterable<readonly Row[]>,
  { actor }: Pick<Reader, 'actor'>,
): AsyncGenerator<string> {
  const write = (rows: string[][]) =>
    stringify(rows, {
      delimiter: csvDelimiter[actor.locale],
      record_delimiter: '\r\n',
      quote_record_delimiter: true,
    })
  yield byteOrderMark + write([columns.map(({ header }) => inert(header))])
  for await (const rows of pages) yield write(rows.map((row) => columns.map((column) => cell(column, row, actor))))
}

function cell<Row>(column: Column<Row>, row: Row, { locale, timeZone }: Reader['actor']): string {
  switch (column.kind) {
    case 'text':
      return inert(column.of(row) ?? '')
    case 'number':
      return column.of(row)?.toString() ?? ''
    // A Russian spreadsheet takes 12.05 for the twelfth of May.
    case 'amount':
      return column.of(row)?.replace('.', locale === 'ru' ? ',' : '.') ?? ''
    case 'day':
    case 'utcDay':
    case 'moment': {
      const value = column.of(row)
      if (!value) return ''
      if (column.kind === 'moment') return localIso(value, timeZone)
      return localDay(value, column.kind === 'utcDay' ? 'UTC' : timeZone)
    }
  }
}
