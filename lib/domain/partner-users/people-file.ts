import { adminRoles, agentRoles, type Role } from '@/lib/access/permissions'
import { emailAddress, line } from '@/lib/core/vocabulary'
import { levelNames } from '@/lib/i18n/role-names'
import type { AdminLevel, AgentLevel } from '../users/levels'
import { readTable, type TableRow } from '../users/people-table'

/** A file with colleagues to add. */
export const peopleFileRows = 200

export const peopleColumns = ['fullName', 'email', 'agentLevel', 'adminLevel'] as const
export type PeopleColumn = (typeof peopleColumns)[number]

/** How the columns may be headed; the sample has the first name of each language. */
export const columnNames: Record<PeopleColumn, readonly string[]> = {
  fullName: ['Full name', 'Полное имя', 'Name', 'Имя'],
  email: ['E-mail', 'Электронная почта', 'Email', 'E-mail address', 'Адрес электронной почты'],
  agentLevel: ['Agent level', 'Уровень агента', 'Agent type', 'Тип агента'],
  adminLevel: ['Admin level', 'Уровень администратора', 'Admin type', 'Тип администратора'],
}
const needed: readonly PeopleColumn[] = ['fullName', 'email']

export interface Problem {
  column: PeopleColumn
  /** Message key, in `fields` of the error messages. */
  error: string
}

export interface FilePerson {
  line: number
  fullName: string
  email: string
  /** As they stand in the file. */
  agentLevel: string
  adminLevel: string
  roles: Role[]
  problems: Problem[]
}

/**
 * Reads the text of a file.
 * @throws DomainError `file_invalid` where the whole file cannot be read
 */
export function readPeople(text: string): FilePerson[] {
  return markRepeated(readTable(text, { headings: columnNames, needed, rows: peopleFileRows }).map(readPerson))
}

function readPerson({ line: number, cells }: TableRow<PeopleColumn>): FilePerson {
  const problems: Problem[] = []
  const cell = (column: PeopleColumn) => withoutGuard(cells[column] ?? '')
  const text = (column: 'fullName' | 'email') => {
    const read = (column === 'email' ? emailAddress : line(100)).safeParse(cell(column))
    if (read.success) return read.data
    problems.push({ column, error: read.error.issues[0]?.message ?? 'invalid' })
    return shownAs(cell(column))
  }
  const level = <Level extends string>(column: PeopleColumn, names: ReadonlyMap<string, Level>, none: Level) => {
    const found = cells[column] === undefined ? none : names.get(folded(cell(column)))
    if (found === undefined) problems.push({ column, error: column === 'agentLevel' ? 'agent_level' : 'admin_level' })
    return found ?? none
  }
  const [fullName, email] = [text('fullName'), text('email')]
  const chosen = [level('adminLevel', adminNames, 'none'), level('agentLevel', agentNames, 'none')]
  const roles = chosen.filter((role): role is Exclude<AgentLevel | AdminLevel, 'none'> => role !== 'none')
  const [agentLevel, adminLevel] = [shownAs(cell('agentLevel')), shownAs(cell('adminLevel'))]
  return { line: number, fullName, email, agentLevel, adminLevel, roles, problems }
}

const agentNames = named<AgentLevel>(agentRoles, 'noAgent')
const adminNames = named<AdminLevel>(adminRoles, 'noAdmin')

function named<Level extends string>(levels: readonly Role[], none: 'noAgent' | 'noAdmin'): Map<string, Level> {
  const names = [
    ...levels.flatMap((role) => levelNames(role).map((name) => [folded(name), role as string as Level] as const)),
    ...levelNames(none).map((name) => [folded(name), 'none' as Level] as const),
  ]
  return new Map(names)
}

function folded(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()
}

/** Our own files put an apostrophe before what a spreadsheet would take for a formula. */
function withoutGuard(cell: string): string {
  return cell.replace(/^'(?='*[=+\-@])/, '')
}

/** A cell that could not be understood, fit to be kept and shown. */
function shownAs(cell: string): string {
  return cell
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

/** Of several rows with one address the first counts. */
function markRepeated(rows: FilePerson[]): FilePerson[] {
  const seen = new Set<string>()
  return rows.map((row) => {
    if (row.problems.some(({ column }) => column === 'email')) return row
    if (!seen.has(row.email)) {
      seen.add(row.email)
      return row
    }
    return { ...row, problems: [...row.problems, { column: 'email', error: 'email_repeated' }] }
  })
}
