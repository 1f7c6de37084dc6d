import { parse } from 'csv-parse/sync'
import { DomainError } from '@/lib/core/errors'

/** Rows of a file with people: CSV with headings, as spreadsheets of either language write it. */

export interface TableShape<Column extends string> {
  /** How the columns may be headed; the template has the first name of each language. */
  headings: Record<Column, readonly string[]>
  needed: readonly Column[]
  /** At most so many rows below the headings. */
  rows: number
}

export interface TableRow<Column extends string> {
  /** As a spreadsheet counts, with the headings as line 1. */
  line: number
  /** Cells of known columns that hold anything. */
  cells: Partial<Record<Column, string>>
}

/**
 * Reads the text of a file, with or without a byte order mark, separated by commas, semicolons or tabs. Columns nobody knows
 * are left out.
 * @throws DomainError `file_invalid` where the whole file cannot be read
 */
export function readTable<Column extends string>(text: string, shape: TableShape<Column>): TableRow<Column>[] {
  const [first, ...lines] = readCells(text, shape.rows)
  const columns = (first?.cells ?? []).map((heading) => columnOf(heading, shape.headings))
  const twice = columns.some((column, index) => column !== null && columns.indexOf(column) !== index)
  if (twice || shape.needed.some((column) => !columns.includes(column))) refuse('columns')
  if (lines.length > shape.rows) refuse('rows')
  return lines.map(({ line, cells }) => ({ line, cells: named(columns, cells) }))
}

function refuse(reason: 'columns' | 'rows' | 'format'): never {
  throw new DomainError('file_invalid', { parameters: { reason } })
}

function readCells(text: string, rows: number): { cells: string[]; line: number }[] {
  const [firstLine = ''] = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/, 1)
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter: delimiterOf(firstLine),
      info: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: rows + 2,
      skip_records_with_empty_values: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return parsed.map(({ record, info }) => ({ cells: record, line: info.lines }))
  } catch {
    return refuse('format')
  }
}

function delimiterOf(firstLine: string): string {
  if (firstLine.includes(';')) return ';'
  return firstLine.includes('\t') ? '\t' : ','
}

const folded = (name: string) =>
  name
    .replace(/\(.*\)/, '')
    .trim()
    .toLowerCase()

function columnOf<Column extends string>(heading: string, headings: Record<Column, readonly string[]>): Column | null {
  const names = Object.entries(headings) as [Column, readonly string[]][]
  return names.find(([, known]) => known.map(folded).includes(folded(heading)))?.[0] ?? null
}

function named<Column extends string>(columns: (Column | null)[], cells: string[]): Partial<Record<Column, string>> {
  const found: Partial<Record<Column, string>> = {}
  for (const [index, column] of columns.entries()) {
    const cell = cells[index] ?? ''
    if (column !== null && cell.trim() !== '') found[column] = cell
  }
  return found
}
