import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { giveTo, type PostgresInstallation } from './postgres-installation'

// The contents of a PostgreSQL data directory: made once, with the roles the portal needs.

export interface Credentials {
  superuser: string
  owner: string
}

/** Makes the data directory when there is none, and returns the passwords kept in `file`. */
export function prepareCluster(at: PostgresInstallation, file: string, durable: boolean): Credentials {
  const known = readCredentials(file)
  const credentials = known ?? { superuser: newPassword(), owner: newPassword() }
  if (!known) writeFileSync(file, JSON.stringify(credentials), { mode: 0o600 })
  if (!existsSync(join(at.data, 'PG_VERSION'))) createCluster(at, credentials.superuser, durable)
  else if (!known) setSuperuserPassword(at, credentials.superuser)
  return credentials
}

/**
 * The role `tandem` owns the database `tandem` and may make the application's role; it is no superuser, like the owner
 * somebody would get on a hosted PostgreSQL.
 */
export async function ensureOwner(superuserUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
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

function readCredentials(file: string): Credentials | undefined {
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
function createCluster(at: PostgresInstallation, password: string, durable: boolean): void {
  const unfinished = `${at.data}.unfinished`
  const passwordFile = `${at.data}.password`
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 })
    giveTo(at.account, passwordFile)
    const initialise = (locale: string) => {
      rmSync(unfinished, { recursive: true, force: true })
      mkdirSync(unfinished, { mode: 0o700 })
      giveTo(at.account, unfinished)
      const flags = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8']
      run(at, 'initdb', ['-D', unfinished, ...flags, `--locale=${locale}`, ...(durable ? [] : ['--no-sync'])])
    }
    // Trigram search in Russian needs a locale that knows letters beyond ASCII. Linux calls it C.UTF-8, older macOS does not.
    tryEach(['C.UTF-8', 'en_US.UTF-8', 'C'], initialise)
    renameSync(unfinished, at.data)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function tryEach(locales: string[], attempt: (locale: string) => void): void {
  for (const [index, locale] of locales.entries()) {
    try {
      attempt(locale)
      return
    } catch (error) {
      if (index === locales.length - 1 || !String(error).includes('invalid locale')) throw error
    }
  }
}

// Data without the password file (somebody tidied up): who can read the files may set the password without knowing it.
function setSuperuserPassword(at: PostgresInstallation, password: string): void {
  run(at, 'postgres', ['--single', '-D', at.data, 'postgres'], `ALTER ROLE postgres PASSWORD '${password}'\n`)
}

function run(at: PostgresInstallation, program: string, args: string[], input = ''): void {
  const path = join(at.programs, 'bin', program)
  ensureExecutable(path)
  try {
    execFileSync(path, args, {
      ...at.account,
      cwd: '/',
      input,
      stdio: 'pipe',
      env: { ...process.env, LC_MESSAGES: 'C' },
    })
  } catch (error) {
    const { stderr, message } = error as { stderr?: Buffer; message: string }
    throw new Error(`${program} failed: ${stderr?.toString().trim() || message}`)
  }
}

function ensureExecutable(path: string): void {
  try {
    chmodSync(path, 0o755)
  } catch {
    // Read-only packages: npm has set the mode when it unpacked them.
  }
}
