import { readEnvironment } from '../../lib/core/env'
import { generateClient } from '../generate'
import { buildWhenStale } from './build'
import { openDatabase } from './database'
import { loadEnvironmentFile } from './environment-file'
import { launch } from './lifetime'
import { choosePort, startPortal } from './portal'

// npm start: production. No demo data, nothing made up: what is missing in the environment is named and refused.

launch(async () => {
  loadEnvironmentFile()
  const { AUTH_SECRET: secret, APP_ORIGIN: origin } = readEnvironment({ ...process.env, APP_MODE: 'production' })
  const port = await choosePort(false)
  await generateClient()
  const [database] = await Promise.all([openDatabase(secret), buildWhenStale('here')])
  await startPortal({ mode: 'production', port, origin, secret, database }, 'here')
  console.log(`Tandem is ready on port ${port}: ${origin}`)
})
