import { deleteEmbeddedPostgres } from '../embedded'
import { generateClient } from '../generate'
import { buildWhenStale } from './build'
import { openDatabase } from './database'
import { describeSignIns, seedDemoWorld } from './demo-world'
import { launch } from './lifetime'
import { choosePort, type PortalOptions, startPortal } from './portal'
import { localSecret } from './secrets'

// npm run demo [-- --reset]
// The whole portal with a small world in it, from nothing but this checkout. `--reset` forgets what people did in it.

const LOGS = '.data/log'

launch(async () => {
  const began = Date.now()
  if (process.argv.includes('--reset')) await reset()
  const port = await choosePort(true)
  await generateClient()
  const origin = process.env.APP_ORIGIN || `http://localhost:${port}`
  const [options] = await Promise.all([prepareWorld(port, origin), build()])
  await startPortal(options, LOGS)
  await announce(origin, Date.now() - began)
})

async function reset(): Promise<void> {
  if (process.env.DATABASE_URL)
    throw new Error('--reset deletes the built-in database only, and DATABASE_URL names another.')
  await deleteEmbeddedPostgres()
}

async function prepareWorld(port: number, origin: string): Promise<PortalOptions> {
  const secret = process.env.AUTH_SECRET || localSecret()
  const options = { mode: 'demo', port, origin, secret, database: await openDatabase(secret) } as const
  await seedDemoWorld(options, `${LOGS}/seed.log`)
  return options
}

async function build(): Promise<void> {
  if (await buildWhenStale(`${LOGS}/build.log`, () => console.log('Building the portal: about a minute, once.'))) {
    console.log('The portal is built.')
  }
}

async function announce(origin: string, milliseconds: number): Promise<void> {
  console.log(`
Tandem is ready after ${(milliseconds / 1000).toFixed(1)} s:  ${origin}

Sign in as${await describeSignIns()}

Mail that the portal sends:  ${origin}/mailbox
Logs: ${LOGS}   Stop: Ctrl-C   Start afresh: npm run demo -- --reset
`)
}
