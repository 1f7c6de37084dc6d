import { generateClient } from '../generate'
import { openDatabase } from './database'
import { describeSignIns, seedDemoWorld } from './demo-world'
import { loadEnvironmentFile } from './environment-file'
import { launch } from './lifetime'
import { choosePort, startPortal } from './portal'
import { localSecret } from './secrets'

// npm run dev: the demo's database and world, with `next dev` and a worker that starts again when its sources change.

launch(async () => {
  loadEnvironmentFile()
  const port = await choosePort(true)
  await generateClient()
  const secret = process.env.AUTH_SECRET || localSecret()
  const origin = process.env.APP_ORIGIN || `http://localhost:${port}`
  const options = { mode: 'development', port, origin, secret, database: await openDatabase(secret) } as const
  await seedDemoWorld(options, 'here')
  await startPortal(options, 'here')
  console.log(`\nTandem: ${origin}\n${await describeSignIns()}\n\nMail that the portal sends:  ${origin}/mailbox\n`)
})
