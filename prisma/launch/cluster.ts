import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'
import { giveTo, type PostgresInstallation } from './postgres-installation'

// The contents of a PostgreSQL data directory: made once, with the roles the portal needs.

export interface Credentials {
  superuser: string
  owner: string
}

/** Makes the data directory when there is none, and returns the passwords kept in `file`. */
export async function prepareCluster(at: PostgresInstallation, file: string, durable: boolean): Promise<Credentials> {
  const known = readCredentials(file)
  const credentials = known ?? { superuser: newPassword(), owner: newPassword() }
  if (!known) writeFileSync(file, JSON.stringify(credentials), { mode: 0o600 })
  if (!existsSync(join(at.data, 'PG_VERSION'))) await createCluster(at, credentials.superuser, durable)
  else if (!known) await setSuperuserPassword(at, credentials.superuser)
  return credentials
}

/**
 * The role `tandem` owns the database `tandem` and may make the application's role; it is no superuser, like the owner
 * somebody would get on a hosted PostgreSQL.
 */
export async function ensureOwner(superuserUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  // A server that is stopped meanwhile says so here; the query that was waiting fails by itself.
  client.on('error', () => {})
  await client.connect()
  try {
    const role = await client.query("SELECT FROM pg_roles WHERE rolname = 'tandem'")
    const verb = role.rowCount ? 'ALTER' : 'CREATE'
    await client.query(`${verb} ROLE tandem LOGIN CREATEROLE CREATEDB PASSWORD ${client.escapeLiteral(password)}`)
    const database = await client.query("SELECT FROM pg_database WHERE datname = 'tandem'")
    if (!database.rowCount) await client.query('CREATE DATABASE tandem OWNER tandem')
  } finally {
    await client.end()
  }
}

/** The passwords kept in a file, where somebody has kept them. */
export function readCredentials(file: string): Credentials | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Credentials
  } catch {
    return undefined
  }
}

function newPassword(): string {
  return randomBytes(24).toString('base64url')
}

// Under another name first: a data directory that was interrupted half-way must not look like a finished one.
async function createCluster(at: PostgresInstallation, password: string, durable: boolean): Promise<void> {
  removeUnfinished(at.data)
  // A name of its own: initdb of a killed start may still be writing under another.
  const unfinished = `${at.data}.unfinished-${process.pid}`
  const passwordFile = `${at.data}.password`
  const flags = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8']
  if (!durable) flags.push('--no-sync')
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 })
    giveTo(at.account, passwordFile)
    // Search in Russian needs a locale that knows letters beyond ASCII. Linux calls it C.UTF-8, older macOS does not.
    for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
      rmSync(unfinished, { recursive: true, force: true })
      mkdirSync(unfinished, { mode: 0o700 })
      giveTo(at.account, unfinished)
      const complaint = await run(at, 'initdb', ['-D', unfinished, ...flags, `--locale=${locale}`])
      if (complaint === undefined) return renameSync(unfinished, at.data)
      if (!complaint.includes('invalid locale')) throw new Error(`initdb failed: ${complaint}`)
    }
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function removeUnfinished(data: string): void {
  const remains = readdirSync(dirname(data)).filter((name) => name.startsWith(`${basename(data)}.unfinished-`))
  for (const name of remains) rmSync(join(dirname(data), name), { recursive: true, force: true })
}

// Data without the password file (somebody tidied up): who can read the files may set the password without knowing it.
async function setSuperuserPassword(at: PostgresInstallation, password: string): Promise<void> {
  const statement = `ALTER ROLE postgres PASSWORD '${password}'\n`
  const complaint = await run(at, 'postgres', ['--single', '-D', at.data, 'postgres'], statement)
  if (complaint !== undefined) throw new Error(`The password of the database could not be set: ${complaint}`)
}

/** Resolves with what the program complains of, if it fails. */
function run(at: PostgresInstallation, program: string, args: string[], input = ''): Promise<string | undefined> {
  return new Promise((resolve) => {
    const env = { ...process.env, LC_MESSAGES: 'C' }
    // Detached: Ctrl-C is for the launcher to understand.
    const child = spawn(join(at.programs, 'bin', program), args, { ...at.account, cwd: '/', env, detached: true })
    const kill = () => child.kill('SIGKILL')
    process.once('exit', kill)
    let complaint = ''
    child.stderr.on('data', (text) => {
      complaint += text
    })
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code) => {
      process.off('exit', kill)
      resolve(code === 0 ? undefined : complaint.trim() || `it ended with code ${code}`)
    })
    child.stdin.on('error', () => {}).end(input)
  })
}
