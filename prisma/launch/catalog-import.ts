import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { applicationDatabaseUrl } from '../../lib/core/env'
import { runningPostgres } from '../embedded'
import { type DatabaseUrls, openDatabase } from './database'
import { projectDirectory } from './entry'
import { loadEnvironmentFile } from './environment-file'
import { end, launch } from './lifetime'
import { processEnvironment } from './portal'
import { accepts } from './postmaster'
import { runToEnd } from './processes'
import { databaseSecret, localSecret } from './secrets'

// npm run catalog:import [-- file.csv]
// Makes the portal's catalogue what the file says; without one, what comes with the portal. The portal may be running.

launch(async () => {
  loadEnvironmentFile()
  const [given] = process.argv.slice(2)
  const shipped = join(projectDirectory, 'prisma/catalog/catalog.csv')
  const file = given ? resolve(process.env.INIT_CWD ?? '.', given) : shipped
  const database = await findDatabase()
  // Nothing is signed or sent: the import asks for these settings, but not for their values.
  const secret = randomBytes(48).toString('base64')
  const options = { mode: 'development', port: 0, origin: 'http://localhost', secret, database } as const
  const args = ['--import', 'tsx', 'prisma/catalog/import.ts', file]
  await runToEnd({ name: 'The import', args, env: processEnvironment(options, true), output: 'here' })
  await end(0)
})

/** The server named by DATABASE_URL; else the built-in one, whether a portal runs on it or not. */
async function findDatabase(): Promise<DatabaseUrls> {
  const running = process.env.DATABASE_URL ? undefined : runningPostgres()
  if (!running) return openDatabase(databaseSecret())
  // The portal that runs there has set the password of the application's role; changing it would lock that portal out.
  for (const secret of [process.env.AUTH_SECRET, localSecret()]) {
    const application = secret && applicationDatabaseUrl(running, secret)
    if (application && (await accepts(application).catch(() => false))) return { owner: running, application }
  }
  throw new Error('A portal runs on the built-in database with another AUTH_SECRET. Set the same one here.')
}
