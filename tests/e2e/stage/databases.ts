import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { applicationDatabaseUrl } from '@/lib/core/env'
import { deleteEmbeddedPostgres, startEmbeddedPostgres } from '@/prisma/embedded'
import type { DatabaseUrls } from '@/prisma/launch/database'
import { projectDirectory } from '@/prisma/launch/entry'
import { identifyProcess } from '@/prisma/launch/process-identity'
import { migrate } from '@/prisma/migrate'

const silently = () => {}
const template = 'tandem_template'

/** One PostgreSQL for the whole run with a migrated database that others are copied from. */
export async function startCluster(directory: string) {
  const { ownerUrl, superuserUrl, stop } = await startEmbeddedPostgres({
    directory,
    preferredPort: 56_400 + (process.pid % 500),
    durable: false,
    // A statement that is logged says in which database it ran.
    settings: { max_connections: '300', log_line_prefix: '[%d] ' },
    log: silently,
  })
  await onServer(ownerUrl, `CREATE DATABASE ${template}`)
  await migrate(inDatabase(ownerUrl, template), { log: silently })
  return {
    ownerUrl,
    superuserUrl,
    logFile: join(projectDirectory, `${directory}.log`),
    stopAndDelete: async () => {
      await stop()
      await deleteEmbeddedPostgres(directory)
    },
  }
}

/** An empty portal's database. */
export async function makeDatabase(clusterUrl: string, name: string, secret: string): Promise<DatabaseUrls> {
  const database = `tandem_${name}`
  await onServer(clusterUrl, `CREATE DATABASE ${database} TEMPLATE ${template}`)
  const owner = inDatabase(clusterUrl, database)
  const application = applicationDatabaseUrl(owner, secret)
  await migrate(owner, { applicationPassword: new URL(application).password, log: silently })
  return { owner, application }
}

function inDatabase(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).toString()
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  // Copies are made one after the other: the template must have no other visitor.
  await client.query('SELECT pg_advisory_lock(7236333)')
  await client.query(statement).finally(() => client.end())
}

/** What runs that were killed have left in `.data`. */
export async function removeAbandoned(prefix: string): Promise<void> {
  const data = join(projectDirectory, '.data')
  const names = readdirSync(data, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const { name } of names) {
    const pid = new RegExp(`^${prefix}(\\d+)$`).exec(name)?.[1]
    if (!pid || identifyProcess(Number(pid))) continue
    await deleteEmbeddedPostgres(`.data/${name}/postgres`)
    rmSync(join(data, name), { recursive: true, force: true })
  }
}
