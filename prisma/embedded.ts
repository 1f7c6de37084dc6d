import { rmSync, statSync, truncateSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureOwner, prepareCluster, readCredentials } from './launch/cluster'
import { projectDirectory } from './launch/entry'
import { freePort } from './launch/ports'
import { locatePostgres, type PostgresInstallation } from './launch/postgres-installation'
import { PostmasterError, portOf, startPostmaster, stopLeftover } from './launch/postmaster'
import { type Claim, claim, livingHolder } from './launch/process-identity'

export interface EmbeddedPostgresOptions {
  /** Where the data are kept; relative to the project. Files beside it: `.credentials`, `.log`, `.in-use`. */
  directory?: string
  /** The next free one is taken when it is not free. */
  preferredPort?: number
  /** `false` trades safety against a power cut for speed: for data that a test throws away. */
  durable?: boolean
  /** More of what could stand in postgresql.conf. */
  settings?: Record<string, string>
  log?: (line: string) => void
}

export interface EmbeddedPostgres {
  /** As `tandem`, who owns the database `tandem` and may create roles and databases. */
  ownerUrl: string
  /** As `postgres`, on the database `postgres`. */
  superuserUrl: string
  port: number
  stop(): Promise<void>
}

export const defaultDirectory = '.data/postgres'

/**
 * Starts the PostgreSQL server that comes as an npm package, and starts it again should it die. It stops with `stop()`,
 * or a second after this process has ended in whatever way.
 * @throws Error when another living process uses the same directory
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions = {}): Promise<EmbeddedPostgres> {
  const { preferredPort = 54320, durable = true, log = console.log } = options
  const directory = resolve(projectDirectory, options.directory ?? defaultDirectory)
  const at = locatePostgres(directory, log)
  const claimed = claimDirectory(directory)
  try {
    await stopLeftover(at.data, log)
    const credentials = await prepareCluster(at, `${directory}.credentials`, durable)
    const settings = { max_connections: '200', ...(durable ? {} : withoutSafety), ...options.settings }
    const start = (port: number) =>
      startPostmaster(at, {
        port,
        settings,
        logFile: freshLog(`${directory}.log`),
        superuserUrl: address('postgres', credentials.superuser, port),
      })
    const { port, stop } = await keepRunning(start, preferredPort, log)
    const superuserUrl = address('postgres', credentials.superuser, port)
    await ensureOwner(superuserUrl, credentials.owner)
    const stopAndRelease = () => stop().finally(claimed.release)
    return { ownerUrl: address('tandem', credentials.owner, port), superuserUrl, port, stop: stopAndRelease }
  } catch (error) {
    claimed.release()
    throw error
  }
}

/** The owner's address of the server that another process runs on this directory; `undefined` when none does. */
export function runningPostgres(directory = defaultDirectory): string | undefined {
  const path = resolve(projectDirectory, directory)
  const credentials = readCredentials(`${path}.credentials`)
  if (!credentials || !livingHolder(`${path}.in-use`)) return undefined
  const port = portOf(locatePostgres(path, () => {}).data)
  return port ? address('tandem', credentials.owner, port) : undefined
}

/** Deletes everything that `startEmbeddedPostgres` has made for this directory. */
export async function deleteEmbeddedPostgres(directory = defaultDirectory): Promise<void> {
  const path = resolve(projectDirectory, directory)
  const at: PostgresInstallation = locatePostgres(path, () => {})
  const claimed = claimDirectory(path)
  await stopLeftover(at.data, () => {})
  for (const file of [at.data, `${path}.credentials`, `${path}.log`]) rmSync(file, { recursive: true, force: true })
  claimed.release()
}

function claimDirectory(directory: string): Claim {
  const claimed = claim(`${directory}.in-use`)
  if (!claimed.heldBy) return claimed
  throw new Error(
    `The database in ${directory} is used by process ${claimed.heldBy}: Tandem seems to run in another terminal. Stop it first.`,
  )
}

const withoutSafety = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum_naptime: '10min' }

type Start = (port: number) => ReturnType<typeof startPostmaster>

async function keepRunning(start: Start, preferredPort: number, log: (line: string) => void) {
  let port = await freePort(preferredPort, '127.0.0.1')
  let server = await persistently(start, port, async () => {
    port = await freePort(port + 1, '127.0.0.1')
    return port
  })
  let stopping = false
  const watch = () =>
    server.exited.then(async () => {
      if (stopping) return
      log('The database server has died. Starting it again.')
      server = await persistently(start, port, async () => port)
      if (stopping) await server.stop()
      else watch()
    })
  watch().catch((error: unknown) => log(String(error)))
  const stop = async () => {
    stopping = true
    await server.stop()
  }
  return { port, stop }
}

/** Tries again for some ten seconds where waiting, or another port, can help. */
async function persistently(start: Start, firstPort: number, nextPort: () => Promise<number>) {
  let port = firstPort
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(port)
    } catch (error) {
      if (!(error instanceof PostmasterError && error.mayPass) || attempt === 20) throw error
      if (error.portTaken) port = await nextPort()
      await sleep(500)
    }
  }
}

function address(role: string, password: string, port: number): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${role}`
}

const LOG_LIMIT = 10 * 1024 * 1024

function freshLog(file: string): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_LIMIT) truncateSync(file)
  return file
}
