import pg from 'pg'
import { applicationDatabaseUrl } from '../../lib/core/env'
import { runningPostgres } from '../embedded'
import { type DatabaseUrls, openDatabase } from './database'
import { accepts } from './postmaster'
import { databaseSecret, localSecret } from './secrets'

// For programs beside the portal, which may be running.

/** The server named by DATABASE_URL; else the built-in one, whether a portal runs on it or not. */
export async function reachDatabase(): Promise<DatabaseUrls> {
  const running = process.env.DATABASE_URL ? undefined : runningPostgres()
  if (!running) return openElsewhere()
  // The portal that runs there has set the password of the application's role; changing it would lock that portal out.
  for (const secret of [process.env.AUTH_SECRET, localSecret()]) {
    const application = secret && applicationDatabaseUrl(running, secret)
    if (application && (await accepts(application).catch(() => false))) return { owner: running, application }
  }
  throw new Error('A portal runs on the built-in database with another AUTH_SECRET. Set the same one here.')
}

/**
 * Another server, or the built-in one that nobody runs on. Opening it sets the password of the application's role, which would
 * lock out a portal that runs there with another secret.
 */
async function openElsewhere(): Promise<DatabaseUrls> {
  const secret = databaseSecret()
  const { DATABASE_URL: owner, APPLICATION_DATABASE_URL: given } = process.env
  if (owner && !given && !(await isFreeFor(owner, applicationDatabaseUrl(owner, secret))))
    throw new Error('A portal was set up on this database with another AUTH_SECRET. Set the same one here.')
  return openDatabase(secret)
}

/** Whether the role is not there yet, or has this password. */
async function isFreeFor(owner: string, application: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  try {
    const role = decodeURIComponent(new URL(application).username)
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
    return rowCount === 0 || (await accepts(application).catch(() => false))
  } finally {
    await client.end()
  }
}
