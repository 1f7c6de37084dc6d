import { domainToASCII } from 'node:url'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { DomainError } from '@/lib/core/errors'
import { fromInert } from '@/lib/core/inert-text'
import { domainName, emailAddress, line } from '@/lib/core/vocabulary'

/** A file with customers: our own columns, or another portal's export of its customer list (spec 6). */
export const customerFileLimits = { rows: 2000, line: 4000 }

export const customerColumns = ['name', 'domain', 'contactName', 'contactEmail', 'microsoftId', 'relationship'] as const
export type CustomerColumn = (typeof customerColumns)[number]

/** How the columns may be headed; the template has the first name of each language. Columns of other names are ignored. */
export const columnNames: Record<CustomerColumn, readonly [string, string, ...string[]]> = {
  name: ['Company name', 'Название компании', 'Company', 'Компания', 'Customer name', 'Имя клиента'],
  domain: ['Primary domain name', 'Имя основного домена', 'Primary domain', 'Основной домен', 'Domain', 'Домен'],
  contactName: ['Contact name', 'Контактное лицо', 'Contact', 'Контакт'],
  contactEmail: ['E-mail', 'Электронная почта', 'Email', 'Email address', 'Адрес электронной почты', 'Contact email'],
  microsoftId: ['Microsoft ID', 'Идентификатор Майкрософт', 'Tenant ID', 'Идентификатор арендатора', 'Customer ID'],
  relationship: ['Relationship', 'Связь', 'Relationship to partner', 'Отношения'],
}
const needed: readonly CustomerColumn[] = ['name', 'domain']

export interface ReadCustomer {
  /** As a spreadsheet counts, with the headings as line 1. */
  line: number
  name: string
  /** Lower case, ASCII, where it could be understood; otherwise as it stands in the file. */
  domain: string
  contactName: string | null
  contactEmail: string | null
  microsoftId: string | null
  relationship: string | null
  errors: { column: CustomerColumn; error: string }[]
}

/**
 * Reads the text of a file, with or without a byte order mark, separated by commas, semicolons or tabs.
 * @throws DomainError `file_invalid` where the whole file cannot be read
 */
export function readCustomerFile(text: string): ReadCustomer[] {
  const [headings, ...lines] = readCells(text)
  const columns = (headings?.cells ?? []).map(columnOf)
  const twice = columns.some((column, index) => column !== null && columns.indexOf(column) !== index)
  if (twice || needed.some((column) => !columns.includes(column))) refuse('columns')
  if (lines.length > customerFileLimits.rows) refuse('rows')
  if (lines.length === 0) refuse('empty')
  return markRepeated(lines.map(({ cells, line: number }) => readRow(number, columns, cells)))
}

function refuse(reason: 'columns' | 'rows' | 'format' | 'empty'): never {
  throw new DomainError('file_invalid', { parameters: { reason } })
}

function readCells(text: string): { cells: string[]; line: number }[] {
  const unmarked = text.replace(/^\ufeff/, '')
  // Spreadsheets write and read a first line that says nothing but the separator.
  const told = /^sep=([,;\t])\r?\n/i.exec(unmarked)
  const body = told ? unmarked.slice(told[0].length) : unmarked
  try {
    const parsed = parse(body, {
      delimiter: told?.[1] ?? separatorOf(body),
      info: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      // A line this long is no customer; nothing longer is kept in memory.
      max_record_size: customerFileLimits.line,
      to: customerFileLimits.rows + 2,
      skip_records_with_empty_values: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return parsed.map(({ record, info }) => ({ cells: record, line: info.lines + (told ? 1 : 0) }))
  } catch {
    return refuse('format')
  }
}

/** Of the separators the one that stands most often between the headings. */
function separatorOf(text: string): string {
  const [firstLine = ''] = text.replace(/"[^"]*"/g, '').split(/\r\n|\r|\n/, 1)
  const count = (separator: string) => firstLine.split(separator).length
  return [',', ';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best))
}

const folded = (name: string) =>
  name
    .replace(/\(.*\)/, '')
    .trim()
    .toLowerCase()
    .replaceAll('ё', 'е')

function columnOf(heading: string): CustomerColumn | null {
  return customerColumns.find((column) => columnNames[column].map(folded).includes(folded(heading))) ?? null
}

const ascii = z.string().transform((text) => domainToASCII(text.trim()) || text)

const cellOf: Record<CustomerColumn, z.ZodType<string>> = {
  name: line(120),
  domain: ascii.pipe(domainName),
  contactName: line(100),
  contactEmail: emailAddress,
  microsoftId: line(40)
    .pipe(z.guid({ error: 'microsoft_id' }))
    .transform((id) => id.toLowerCase()),
  relationship: line(100),
}

function readRow(number: number, columns: (CustomerColumn | null)[], cells: string[]): ReadCustomer {
  const errors: ReadCustomer['errors'] = []
  const texts: Partial<Record<CustomerColumn, string>> = {}
  for (const [index, column] of columns.entries()) {
    // The portal's own exports put an apostrophe before what begins like a formula.
    const cell = fromInert(cells[index] ?? '')
    if (column === null || cell.trim() === '') continue
    const read = cellOf[column].safeParse(cell)
    texts[column] = read.success ? read.data : shown(cell)
    if (!read.success) errors.push({ column, error: messageOf(read.error) })
  }
  for (const column of needed) if (texts[column] === undefined) errors.push({ column, error: 'required' })
  return {
    line: number,
    name: texts.name ?? '',
    domain: texts.domain ?? '',
    contactName: texts.contactName ?? null,
    contactEmail: texts.contactEmail ?? null,
    microsoftId: texts.microsoftId ?? null,
    relationship: texts.relationship ?? null,
    errors,
  }
}

function messageOf(error: z.ZodError): string {
  const message = error.issues[0]?.message ?? ''
  return /^[a-z_]+$/.test(message) ? message : 'invalid'
}

/** What cannot be understood is shown again, to be found in the file. */
function shown(cell: string): string {
  return cell.replace(/\p{C}/gu, ' ').trim().slice(0, 100)
}

/** Of several rows with one domain the first counts. */
function markRepeated(rows: ReadCustomer[]): ReadCustomer[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    if (row.errors.length > 0) return row
    if (seen.has(row.domain)) return { ...row, errors: [{ column: 'domain', error: 'domain_repeated' }] }
    seen.add(row.domain)
    return row
  })
}
