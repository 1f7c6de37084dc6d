import { type CsvError, parse } from 'csv-parse/sync'
import { DomainError } from '@/lib/core/errors'
import { catalogColumns } from './schema'

const mostBytes = 5 * 1024 * 1024
const mostRows = 20_000

export interface CsvRow {
  /** Where the row begins, counted from 1, as an editor shows it. */
  line: number
  /** By column; null where the row has more or fewer cells than the first line. */
  cells: Record<string, string> | null
}

/**
 * The rows of a catalogue file: CSV in UTF-8, separated by commas, its first line naming the columns in any order.
 * @throws DomainError `file_invalid` with a reason: size, encoding, columns, empty, rows, or content where a quote is wrong
 */
export function readRows(content: string): CsvRow[] {
  if (Buffer.byteLength(content) > mostBytes) throw unreadable('size')
  // What is no UTF-8 arrives as U+FFFD; another encoding of two bytes a letter is full of U+0000.
  if (content.includes('\u0000') || content.includes('\ufffd')) throw unreadable('encoding')
  const [header, ...records] = parseCsv(content)
  if (!header || !namesEveryColumn(header.cells)) throw unreadable('columns')
  if (records.length === 0) throw unreadable('empty')
  if (records.length > mostRows) throw unreadable('rows')
  const width = header.cells.length
  const named = (cells: string[]) =>
    Object.fromEntries(header.cells.map((column, index) => [column, cells[index] ?? '']))
  return records.map(({ line, cells }) => ({ line, cells: cells.length === width ? named(cells) : null }))
}

export interface RowError {
  /** Line of the file, from 1. */
  line: number
  /** Empty where the row as a whole is wrong. */
  column: string
  /** Message key, in `fields` of the error messages. */
  problem: string
}

const mostErrors = 100

/** Refuses a file for what stands in it, naming the cells. */
export function wrongRows(errors: readonly RowError[]): DomainError {
  const named = [...errors].sort((one, other) => one.line - other.line).slice(0, mostErrors)
  const fields: Record<string, string[]> = {}
  for (const { line, column, problem } of named) {
    const place = `${line}.${column}`
    fields[place] = [...(fields[place] ?? []), problem]
  }
  return new DomainError('file_invalid', { parameters: { reason: 'content', count: errors.length }, fields })
}

/** The cells a file was refused for, at most a hundred in the order of the lines; `count` of the error counts all. */
export function rowErrorsOf(error: DomainError): RowError[] {
  return Object.entries(error.fields).flatMap(([place, problems]) => {
    const [line, column = ''] = place.split('.')
    return problems.map((problem) => ({ line: Number(line), column, problem }))
  })
}

function unreadable(reason: string): DomainError {
  return new DomainError('file_invalid', { parameters: { reason } })
}

function parseCsv(content: string): { line: number; cells: string[] }[] {
  const layout = { bom: true, trim: true, skipEmptyLines: true, relaxColumnCount: true }
  // Line ends are named, because otherwise the first one decides what all of them are.
  const options = { ...layout, info: true, recordDelimiter: ['\r\n', '\n', '\r'] }
  try {
    // The limit ends a quote that is never closed.
    const records = parse(content, { ...options, maxRecordSize: 20_000 }) as unknown as CsvRecord[]
    return records.map(({ record, info }) => ({ line: info.lines - breaksIn(record), cells: record }))
  } catch (error) {
    const { code, lines } = error as CsvError & { lines?: number }
    if (code?.startsWith('CSV_')) throw wrongRows([{ line: lines ?? 1, column: '', problem: 'quotes' }])
    throw error
  }
}

interface CsvRecord {
  record: string[]
  info: { lines: number }
}

/** The reader tells where a row ends; cells may hold line breaks. */
function breaksIn(cells: readonly string[]): number {
  return cells.join('').match(/\r\n|\r|\n/g)?.length ?? 0
}

function namesEveryColumn(header: readonly string[]): boolean {
  return header.length === catalogColumns.length && catalogColumns.every((column) => header.includes(column))
}
