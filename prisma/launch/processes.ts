import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectDirectory } from './entry'
import { atEnd, isEnding } from './lifetime'

export interface Program {
  name: string
  /** For Node: options, file, arguments. */
  args: string[]
  env: NodeJS.ProcessEnv
  /** A file below the project, or this process's own output. */
  output: string | 'here'
}

export interface Supervised {
  /** Settles when the program ends before `keepAlive` was called. */
  firstExit: Promise<string>
  /** From now on the program is started again whenever it ends. */
  keepAlive(): void
}

/** Runs a program until it ends by itself. @throws Error with the end of its output when it fails */
export async function runToEnd(program: Program): Promise<void> {
  const child = start(program)
  atEnd(() => stop(child))
  const outcome = await ended(child)
  if (outcome !== 'code 0') throw new Error(`${program.name} ended with ${outcome}.${lastOutput(program)}`)
}

/** Starts a program that is to run as long as the launcher. */
export function supervise(program: Program): Supervised {
  let child = start(program)
  let startedAt = Date.now()
  let delay = SHORTEST_DELAY
  const again = async (outcome: string): Promise<void> => {
    if (isEnding()) return
    delay = Date.now() - startedAt > STABLE ? SHORTEST_DELAY : Math.min(delay * 2, LONGEST_DELAY)
    console.log(`The ${program.name} has ended with ${outcome}. Starting it again.`)
    await sleep(delay)
    if (isEnding()) return
    child = start(program)
    startedAt = Date.now()
    return again(await ended(child))
  }
  atEnd(() => stop(child))
  const firstExit = ended(child)
  return { firstExit, keepAlive: () => void firstExit.then(again) }
}

/** The last lines a program has written, to be put behind a message. */
export function lastOutput({ output }: Program): string {
  if (output === 'here') return ''
  const lines = readFileSync(join(projectDirectory, output), 'utf8').trimEnd().split('\n').slice(-40)
  return `\n${lines.join('\n')}\n(all of it: ${output})`
}

const SHORTEST_DELAY = 150
const LONGEST_DELAY = 10_000
const STABLE = 10_000

// Every program hangs on a channel to this process and ends itself when the channel closes, so that no way of dying
// (SIGKILL, out of memory) leaves a web server behind that holds the port. A program's own children inherit the option
// and have a channel of another kind: they are left alone.
const leash = `data:text/javascript,${encodeURIComponent(`if (process.ppid === ${process.pid}) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel?.unref()
}`)}`

function start({ args, env, output }: Program): ChildProcess {
  const file = output === 'here' ? 'inherit' : openLog(output)
  // A group of its own: Ctrl-C reaches the launcher alone, which then ends everything in order.
  const child = spawn(process.execPath, ['--import', leash, ...args], {
    cwd: projectDirectory,
    env,
    detached: true,
    stdio: ['ignore', file, file, 'ipc'],
  })
  if (file !== 'inherit') closeSync(file)
  // Right away, while the group's number cannot belong to anybody else.
  child.once('exit', () => signalGroup(child, 'SIGKILL'))
  return child
}

function openLog(output: string): number {
  const path = join(projectDirectory, output)
  mkdirSync(dirname(path), { recursive: true })
  return openSync(path, 'w', 0o600)
}

function ended(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = ended(child)
  signalGroup(child, 'SIGTERM')
  const impatience = setTimeout(() => signalGroup(child, 'SIGKILL'), PATIENCE)
  await gone
  clearTimeout(impatience)
}

const PATIENCE = 10_000

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid) process.kill(-pid, signal)
  } catch {
    // Nobody left in the group.
  }
}
