import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { hashPassword } from '@/lib/auth/password'
import { applicationRole } from '@/lib/core/env'
import { deleteEmbeddedPostgres, startEmbeddedPostgres } from '@/prisma/embedded'
import { projectDirectory } from '@/prisma/launch/entry'
import { identifyProcess } from '@/prisma/launch/process-identity'
import { migrate } from '@/prisma/migrate'

/** What the workers are told of the run: addresses of their databases, and one password hash that all people share. */
export interface TestRun {
  superuserUrl: string
  /** A migrated database nobody uses; copies of it are made from here. */
  templateUrl: string
  workers: { ownerUrl: string; applicationUrl: string }[]
  password: string
  passwordHash: string
}

declare module 'vitest' {
  interface ProvidedContext {
    run: TestRun
  }
}

const silently = () => {}

/** One PostgreSQL for the whole run, with data of its own, thrown away afterwards. */
export default async function startCluster(project: TestProject) {
  await removeAbandoned()
  const directory = `.data/tests-${process.pid}`
  const cluster = await startEmbeddedPostgres({
    directory,
    preferredPort: 55_400 + (process.pid % 500),
    durable: false,
    // Races are judged by the order of commits.
    settings: { track_commit_timestamp: 'on', max_connections: '250' },
    log: silently,
  })
  const templateUrl = inDatabase(cluster.ownerUrl, 'template')
  await onServer(cluster.ownerUrl, 'CREATE DATABASE tandem_template')
  await migrate(templateUrl, { log: silently })
  const workers = []
  for (let number = 1; number <= project.config.maxWorkers; number += 1) {
    workers.push(await makeWorkerDatabase(cluster.ownerUrl, number))
  }
  const password = 'correct horse battery staple'
  project.provide('run', {
    superuserUrl: cluster.superuserUrl,
    templateUrl,
    workers,
    password,
    passwordHash: await hashPassword(password),
  })
  return async () => {
    await cluster.stop()
    await deleteEmbeddedPostgres(directory)
  }
}

async function makeWorkerDatabase(serverUrl: string, number: number) {
  const name = `worker_${number}`
  await onServer(serverUrl, `CREATE DATABASE tandem_${name} TEMPLATE tandem_template`)
  const ownerUrl = inDatabase(serverUrl, name)
  const applicationPassword = randomBytes(24).toString('base64url')
  // Nothing is left to apply; this makes the application's role and what belongs to a database and not to its contents.
  await migrate(ownerUrl, { applicationPassword, log: silently })
  const application = new URL(ownerUrl)
  application.username = applicationRole(`tandem_${name}`)
  application.password = applicationPassword
  return { ownerUrl, applicationUrl: application.toString() }
}

function inDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/tandem_${name}` }).toString()
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** Data of runs that were killed. */
async function removeAbandoned(): Promise<void> {
  const names = safeList(`${projectDirectory}/.data`).filter((name) => /^tests-\d+$/.test(name))
  for (const name of names.filter((each) => !identifyProcess(Number(each.slice(6))))) {
    await deleteEmbeddedPostgres(`.data/${name}`)
  }
}

function safeList(directory: string): string[] {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}
