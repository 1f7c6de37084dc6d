import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { applicationRole } from '@/lib/core/env'
import { deleteEmbeddedPostgres, startEmbeddedPostgres } from '@/prisma/embedded'
import { atEnd } from '@/prisma/launch/lifetime'
import { migrate } from '@/prisma/migrate'

/** The bench's own PostgreSQL: configured as the portal's built-in one, with safety on, and a database for each size. */

export interface BenchDatabase {
  name: string
  /** Row-level security does not apply to it, nor do triggers where it says so. */
  superuserUrl: string
  ownerUrl: string
  applicationUrl: string
}

export interface BenchCluster {
  superuserUrl: string
  createDatabase(name: string): Promise<BenchDatabase>
  dropDatabase(database: BenchDatabase): Promise<void>
}

export async function startCluster(directory: string, log: (line: string) => void): Promise<BenchCluster> {
  const { superuserUrl, ownerUrl, stop } = await startEmbeddedPostgres({
    directory,
    preferredPort: 56_300,
    settings: { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.max': '1000' },
    log,
  })
  atEnd(async () => {
    await stop()
    await deleteEmbeddedPostgres(directory)
  })
  return {
    superuserUrl,
    async createDatabase(name) {
      await onServer(ownerUrl, `CREATE DATABASE ${name}`)
      const own = inDatabase(ownerUrl, name)
      await onServer(inDatabase(superuserUrl, name), 'CREATE EXTENSION pg_stat_statements')
      const applicationPassword = randomBytes(24).toString('base64url')
      await migrate(own, { applicationPassword, log: () => {} })
      const application = Object.assign(new URL(own), { password: applicationPassword })
      application.username = applicationRole(name)
      const urls = { ownerUrl: own, applicationUrl: application.toString() }
      return { name, superuserUrl: inDatabase(superuserUrl, name), ...urls }
    },
    dropDatabase: ({ name }) => onServer(superuserUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

function inDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).toString()
}

export async function onServer(url: string, statement: string): Promise<void> {
  await withClient(url, (client) => client.query(statement))
}

export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
