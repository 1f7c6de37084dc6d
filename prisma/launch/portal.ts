import { setTimeout as sleep } from 'node:timers/promises'
import { nextProgram } from './build'
import type { DatabaseUrls } from './database'
import { freePort, isPortFree } from './ports'
import { lastOutput, type Program, type Supervised, supervise } from './processes'

// The two kinds of process that make up the running portal: the web server and the worker.

/**
 * Room for young objects, in megabytes. A page makes three megabytes of them, and sixteen pages are under way at once: with the
 * sixteen that are usual, many are taken for old that are not, and cleaning up takes a sixth of the time.
 */
const roomForYoung = '--max-semi-space-size=64'

/**
 * Prisma's planner of queries is WebAssembly. Made as fast as can be it takes 64 MB at rest, and no operation gets faster: a plan is
 * made once and kept.
 */
const plannerAsItIs = '--liftoff-only'

export const webServerFlags = [roomForYoung, plannerAsItIs]

/** Every thread would keep memory of its own otherwise (glibc): twenty megabytes at rest, for no request faster. */
export const processMemory = { MALLOC_ARENA_MAX: '2' }

export interface PortalOptions {
  mode: 'demo' | 'development' | 'production'
  port: number
  origin: string
  secret: string
  database: DatabaseUrls
}

/** PORT when it is set; else 3000 or, where nobody depends on the number, the next free one. */
export async function choosePort(mayDiffer: boolean): Promise<number> {
  const wanted = Number(process.env.PORT || 3000)
  if (process.env.PORT || !mayDiffer) {
    if (await isPortFree(wanted)) return wanted
    throw new Error(`Port ${wanted} is taken. Choose another with PORT.`)
  }
  return freePort(wanted)
}

/** What every process of the portal is told; the owner's database connection only where it is needed. */
export function processEnvironment(options: PortalOptions, ownsDatabase: boolean): NodeJS.ProcessEnv {
  return {
    ...processMemory,
    ...process.env,
    NODE_ENV: options.mode === 'development' ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    APP_MODE: options.mode,
    APP_ORIGIN: options.origin,
    AUTH_SECRET: options.secret,
    PORT: String(options.port),
    APPLICATION_DATABASE_URL: options.database.application,
    // Empty and not absent: Next would fill a gap from the .env file.
    DATABASE_URL: ownsDatabase ? options.database.owner : '',
  }
}

/** Starts web server and worker, waits until the portal answers, and keeps both alive from then on. */
export async function startPortal(options: PortalOptions, logs: string | 'here'): Promise<void> {
  const output = (name: string) => (logs === 'here' ? logs : `${logs}/${name}.log`)
  const development = options.mode === 'development'
  const webServer: Program = {
    name: 'web server',
    args: [...webServerFlags, nextProgram, development ? 'dev' : 'start', '-p', String(options.port)],
    env: processEnvironment(options, false),
    output: output('web'),
  }
  const worker = supervise({
    name: 'worker',
    args: development ? ['node_modules/tsx/dist/cli.mjs', 'watch', 'worker.ts'] : ['--import', 'tsx', 'worker.ts'],
    env: processEnvironment(options, true),
    output: output('worker'),
  })
  worker.keepAlive()
  const web = supervise(webServer)
  await untilReady(options.port, web, webServer)
  web.keepAlive()
}

const PATIENCE = 120_000

async function untilReady(port: number, web: Supervised, program: Program): Promise<void> {
  let outcome: string | undefined
  web.firstExit.then((how) => {
    outcome = how
  })
  for (const until = Date.now() + PATIENCE; Date.now() < until; await sleep(100)) {
    if (outcome) throw new Error(`The web server did not start (${outcome}).${lastOutput(program)}`)
    if (await answers(`http://127.0.0.1:${port}/api/health/ready`)) return
  }
  throw new Error(`The web server is not ready after two minutes.${lastOutput(program)}`)
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(10_000) })).ok
  } catch {
    return false
  }
}
