import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { nextProgram } from '@/prisma/launch/build'
import { projectDirectory } from '@/prisma/launch/entry'
import { atEnd } from '@/prisma/launch/lifetime'
import { processEnvironment, processMemory, webServerFlags } from '@/prisma/launch/portal'
import { freePort } from '@/prisma/launch/ports'
import type { BenchDatabase } from './cluster'

/** One web process in production mode: the portal's, or the yardstick's. */

export interface WebServer {
  origin: string
  /** Resident memory of the process and its children, in megabytes. Null where the system does not tell. */
  memory(): number | null
  stop(): Promise<void>
}

interface Program {
  directory: string
  env: NodeJS.ProcessEnv
  /** Answers with 200 as soon as the server is ready. */
  probe: string
  log: string
}

export async function startPortal(database: BenchDatabase, secret: string): Promise<WebServer> {
  const port = await freePort(3_700)
  return start(port, {
    directory: projectDirectory,
    env: portalEnvironment(database, secret, port),
    probe: '/api/health/ready',
    log: `${projectDirectory}/.data/bench/web.log`,
  })
}

/** What a process of the portal is told in production. Letters stay in the outbox: no worker runs beside. */
export function portalEnvironment(database: BenchDatabase, secret: string, port = 3_700): NodeJS.ProcessEnv {
  const urls = { owner: database.ownerUrl, application: database.applicationUrl }
  const told = { mode: 'production' as const, port, origin: `http://localhost:${port}`, secret, database: urls }
  return {
    ...processEnvironment(told, false),
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'Bench <bench@bench.example>',
  }
}

export async function startYardstick(directory: string, database: BenchDatabase): Promise<WebServer> {
  const port = await freePort(3_750)
  const env = { ...processMemory, ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  return start(port, {
    directory,
    env: { ...env, DATABASE_URL: database.ownerUrl },
    probe: '/ready',
    log: `${projectDirectory}/.data/bench/yardstick.log`,
  })
}

async function start(port: number, { directory, env, probe, log }: Program): Promise<WebServer> {
  mkdirSync(dirname(log), { recursive: true })
  const file = openSync(log, 'w')
  const program = `${projectDirectory}/${nextProgram}`
  const profile = process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : []
  const child = spawn(process.execPath, [...webServerFlags, ...profile, program, 'start', '-p', String(port)], {
    cwd: directory,
    env,
    stdio: ['ignore', file, file],
  })
  closeSync(file)
  const stop = () => stopped(child)
  atEnd(stop)
  const origin = `http://localhost:${port}`
  for (let attempt = 0; !(await answers(origin + probe)); attempt += 1) {
    if (child.exitCode !== null || attempt === 600) throw new Error(`The web server did not start: see ${log}`)
    await sleep(100)
  }
  return { origin, memory: () => megabytes(child.pid ?? 0), stop }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    ({ ok }) => ok,
    () => false,
  )
}

function megabytes(pid: number): number | null {
  try {
    const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    )
    const own = Math.round(Number(resident) / 1024)
    return children.reduce((sum, child) => sum + (megabytes(child) ?? 0), own)
  } catch {
    return null
  }
}
