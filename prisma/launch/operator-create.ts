import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { loadEnvironmentFile } from './environment-file'
import { end, launch } from './lifetime'
import { processEnvironment } from './portal'
import { runToEnd } from './processes'
import { reachDatabase } from './reached-database'

// npm run operator:create -- --name "Tandem Operations" --domain tandem.example --country DE --admin "Olga Weber" --email olga@tandem.example
// Founds a fresh portal: its operator, and the operator's first Global admin, who gets a link to choose a password. Works
// once. The portal may be running.

const usage = `Usage: npm run operator:create -- --name <legal name> --domain <domain> --country <two letters> --admin <full name> --email <address>
  name     the organization that runs the portal
  domain   of its work account, for example tandem.example
  country  ISO 3166-1, for example DE
  admin    its first Global admin
  email    of that person, at the organization's own domain`

const options = {
  name: { type: 'string' },
  domain: { type: 'string' },
  country: { type: 'string' },
  admin: { type: 'string' },
  email: { type: 'string' },
} as const

launch(async () => {
  loadEnvironmentFile()
  const given = readArguments()
  const database = await reachDatabase()
  const origin = process.env.APP_ORIGIN || `http://localhost:${process.env.PORT || 3000}`
  // What is signed here is read by nobody: the link works by what it is, not by who made it.
  const secret = process.env.AUTH_SECRET || randomBytes(48).toString('base64')
  const settings = { mode: 'development', port: 0, origin, secret, database } as const
  const args = ['--import', 'tsx', 'prisma/operator/create.ts', JSON.stringify(given)]
  await runToEnd({ name: 'operator:create', args, env: processEnvironment(settings, false), output: 'here' })
  await end(0)
})

function readArguments(): Record<keyof typeof options, string> {
  const { values } = parseArgs({ options, strict: true })
  const missing = Object.keys(options).filter((name) => !values[name as keyof typeof options])
  if (missing.length > 0) throw new Error(`Missing: ${missing.map((name) => `--${name}`).join(', ')}\n${usage}`)
  return values as Record<keyof typeof options, string>
}
