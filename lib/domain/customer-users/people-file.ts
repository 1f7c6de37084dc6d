import { line } from '@/lib/core/vocabulary'
import { readTable, type TableRow } from '../users/people-table'
import { readUserName } from './rules'

/** A file with people (spec 3.13): at most a hundred rows of these columns, fifty characters each. */
export const peopleFileLimits = { rows: 100, characters: 50 }

export const peopleColumns = ['firstName', 'lastName', 'displayName', 'userName', 'status'] as const
export type PeopleColumn = (typeof peopleColumns)[number]

/** How the columns may be headed; the template has the first name of each language. */
export const columnNames: Record<PeopleColumn, readonly string[]> = {
  firstName: ['First name', 'Имя'],
  lastName: ['Last name', 'Фамилия'],
  displayName: ['Display name', 'Отображаемое имя'],
  userName: ['User name', 'Имя пользователя', 'Email', 'Электронная почта'],
  status: ['Status', 'Состояние', 'Status update'],
}
const needed: readonly PeopleColumn[] = ['displayName', 'userName']

export interface ReadRow {
  /** As a spreadsheet counts, with the headings as line 1. */
  line: number
  displayName: string
  /** In full where it could be understood, otherwise as it stands in the file. */
  userName: string
  errors: { column: PeopleColumn; error: string }[]
}

/**
 * Reads the text of a file.
 * @throws DomainError `file_invalid` where the whole file cannot be read
 */
export function readPeopleFile(text: string, domain: string): ReadRow[] {
  const table = readTable(text, { headings: columnNames, needed, rows: peopleFileLimits.rows })
  return markRepeated(table.map((row) => readRow(row, domain)))
}

const cellText = line(peopleFileLimits.characters)

function readRow({ line: number, cells }: TableRow<PeopleColumn>, domain: string): ReadRow {
  const errors: ReadRow['errors'] = []
  const texts: Record<PeopleColumn, string> = { firstName: '', lastName: '', displayName: '', userName: '', status: '' }
  for (const column of peopleColumns) {
    const cell = cells[column]
    if (cell === undefined) continue
    const read = (column === 'userName' ? line(254) : cellText).safeParse(cell)
    if (read.success) texts[column] = read.data
    else errors.push({ column, error: read.error.issues[0]?.message ?? 'invalid' })
  }
  const refused = (column: PeopleColumn) => errors.some((each) => each.column === column)
  const displayName = texts.displayName || [texts.firstName, texts.lastName].filter(Boolean).join(' ')
  if (!displayName && !refused('displayName')) errors.push({ column: 'displayName', error: 'required' })
  // Spec 3.13: the column is for the portal's answer.
  if (texts.status) errors.push({ column: 'status', error: 'leave_empty' })
  if (!texts.userName && !refused('userName')) errors.push({ column: 'userName', error: 'required' })
  const { userName, error } = readUserName(texts.userName, domain)
  if (texts.userName && error) errors.push({ column: 'userName', error })
  return { line: number, displayName, userName: userName ?? texts.userName, errors }
}

/** Of several rows with one user name the first counts. */
function markRepeated(rows: ReadRow[]): ReadRow[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    if (row.errors.length > 0) return row
    if (seen.has(row.userName)) return { ...row, errors: [{ column: 'userName', error: 'user_name_repeated' }] }
    seen.add(row.userName)
    return row
  })
}
