import { applicationDatabaseUrl } from '../../lib/core/env'
import { runningPostgres } from '../embedded'
import { type DatabaseUrls, openDatabase } from './database'
import { accepts } from './postmaster'
import { databaseSecret, localSecret } from './secrets'

// For programs beside the portal, which may be running.

/** The server named by DATABASE_URL; else the built-in one, whether a portal runs on it or not. */
export async function reachDatabase(): Promise<DatabaseUrls> {
  const running = process.env.DATABASE_URL ? undefined : runningPostgres()
  if (!running) return openDatabase(databaseSecret())
  // The portal that runs there has set the password of the application's role; changing it would lock that portal out.
  for (const secret of [process.env.AUTH_SECRET, localSecret()]) {
    const application = secret && applicationDatabaseUrl(running, secret)
    if (application && (await accepts(application).catch(() => false))) return { owner: running, application }
  }
  throw new Error('A portal runs on the built-in database with another AUTH_SECRET. Set the same one here.')
}
