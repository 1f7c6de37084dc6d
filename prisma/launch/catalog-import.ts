import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { projectDirectory } from './entry'
import { loadEnvironmentFile } from './environment-file'
import { end, launch } from './lifetime'
import { processEnvironment } from './portal'
import { runToEnd } from './processes'
import { reachDatabase } from './reached-database'

// npm run catalog:import [-- file.csv]
// Makes the portal's catalogue what the file says; without one, what comes with the portal. The portal may be running.

launch(async () => {
  loadEnvironmentFile()
  const [given] = process.argv.slice(2)
  const shipped = join(projectDirectory, 'prisma/catalog/catalog.csv')
  const file = given ? resolve(process.env.INIT_CWD ?? '.', given) : shipped
  const database = await reachDatabase()
  // Nothing is signed or sent: the import asks for these settings, but not for their values.
  const secret = randomBytes(48).toString('base64')
  const options = { mode: 'development', port: 0, origin: 'http://localhost', secret, database } as const
  const args = ['--import', 'tsx', 'prisma/catalog/import.ts', file]
  await runToEnd({ name: 'The import', args, env: processEnvironment(options, true), output: 'here' })
  await end(0)
})
