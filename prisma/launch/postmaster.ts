import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { PostgresInstallation } from './postgres-installation'
import { identifyProcess } from './process-identity'

// PostgreSQL's main process: started in a group of its own, so that Ctrl-C in the terminal does not stop the database
// before those who use it, and followed by a keeper that stops it when the launcher dies without a word.

export interface Postmaster {
  exited: Promise<void>
  /** Ends connections, writes a checkpoint, waits until the server is gone. */
  stop(): Promise<void>
}

interface PostmasterOptions {
  port: number
  settings: Record<string, string>
  logFile: string
  superuserUrl: string
}

/** Resolves when the server accepts connections. @throws PostmasterError when it does not come up */
export async function startPostmaster(at: PostgresInstallation, options: PostmasterOptions): Promise<Postmaster> {
  const logStart = existsSync(options.logFile) ? statSync(options.logFile).size : 0
  const child = spawnServer(at, options)
  const dismissKeeper = startKeeper(at, child)
  let running = true
  const exited = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  }).then(() => {
    running = false
  })
  while (!(await accepts(options.superuserUrl))) {
    if (!running) throw new PostmasterError(readFileSync(options.logFile).subarray(logStart).toString().trim())
    await sleep(30)
  }
  const stop = async () => {
    // From here on somebody waits for it.
    child.ref()
    dismissKeeper()
    if (running) await stopProcess(child.pid ?? 0, 'SIGINT')
    await exited
  }
  return { exited, stop }
}

export class PostmasterError extends Error {
  readonly portTaken: boolean
  /** Processes of a killed server are still leaving. */
  readonly mayPass: boolean

  constructor(log: string) {
    super(`PostgreSQL did not start:\n${log}`)
    this.portTaken = /could not bind|Address already in use/.test(log)
    this.mayPass = this.portTaken || /pre-existing shared memory block/.test(log)
  }
}

function spawnServer(at: PostgresInstallation, options: PostmasterOptions): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(options.port),
    // A socket's path is limited to some hundred characters; a project's is not.
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...options.settings,
  }
  const log = openSync(options.logFile, 'a', 0o600)
  try {
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const child = spawn(join(at.programs, 'bin/postgres'), ['-D', at.data, ...flags], {
      ...at.account,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
    })
    child.unref()
    return child
  } finally {
    closeSync(log)
  }
}

/** A shell waiting for the end of a pipe, which the system closes when this process ends. Returns how to call it off. */
function startKeeper(at: PostgresInstallation, server: ChildProcess): () => void {
  // A second of patience: the web server and the worker notice the same end and leave first.
  const script = 'cat >/dev/null; sleep 1; kill -INT "$1"'
  const keeper = spawn('/bin/sh', ['-c', script, 'keeper', String(server.pid)], {
    ...at.account,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  keeper.once('error', () => {})
  keeper.unref()
  ;(keeper.stdin as Socket | null)?.unref()
  const dismiss = () => {
    if (keeper.pid && keeper.exitCode === null && keeper.signalCode === null) process.kill(-keeper.pid, 'SIGKILL')
  }
  server.once('exit', dismiss)
  return dismiss
}

/** Stops a server that an earlier run has left behind, and clears what would keep a new one from starting. */
export async function stopLeftover(data: string, log: (line: string) => void): Promise<void> {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (isServerOf(data, pid)) {
    log('Stopping the database server that an earlier run has left behind.')
    await stopProcess(pid, 'SIGINT')
  }
  rmSync(file, { force: true })
}

/** The port of the server that runs on a data directory, as it has noted in the fourth line of its own file. */
export function portOf(data: string): number | undefined {
  const file = join(data, 'postmaster.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[3]) || undefined : undefined
}

function isServerOf(data: string, pid: number): boolean {
  return identifyProcess(pid)?.command.includes(` ${data} `) ?? false
}

async function stopProcess(pid: number, signal: NodeJS.Signals): Promise<void> {
  const { started } = identifyProcess(pid) ?? {}
  const isThere = () => started !== undefined && identifyProcess(pid)?.started === started
  // Fast shutdown; then without a checkpoint, which the next start makes up for.
  for (const [step, patience] of [
    [signal, 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!isThere()) return
    process.kill(pid, step)
    for (const until = Date.now() + patience; isThere() && Date.now() < until; ) await sleep(20)
  }
}

/** Whether a server answers at the address. @throws where the password is wrong */
export async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    // A wrong password will not get better by waiting.
    if ((error as { code?: string }).code === '28P01') throw error
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
