import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectDirectory } from '@/prisma/launch/entry'

/** A process of the portal that a test may kill and start again. */
export class RunningProgram {
  private child: ChildProcess

  constructor(
    private readonly args: readonly string[],
    private readonly env: NodeJS.ProcessEnv,
    private readonly logFile: string,
  ) {
    this.child = this.spawn()
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null
  }

  /** Ends it at once, or as the signal says, and waits until it is gone. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (!this.isRunning) return
    const gone = new Promise((resolve) => this.child.once('exit', resolve))
    signalGroup(this.child, signal)
    const impatience = setTimeout(() => signalGroup(this.child, 'SIGKILL'), 10_000)
    await gone
    clearTimeout(impatience)
  }

  restart(): void {
    if (this.isRunning) throw new Error('It is still running.')
    this.child = this.spawn()
  }

  private spawn(): ChildProcess {
    const log = openSync(this.logFile, 'a', 0o600)
    const child = spawn(process.execPath, ['--import', leash, ...this.args], {
      cwd: projectDirectory,
      env: this.env,
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    })
    closeSync(log)
    // Its own children go with it.
    child.once('exit', () => signalGroup(child, 'SIGKILL'))
    return child
  }
}

// The program ends itself when the process of the tests dies, in whatever way.
const leash = `data:text/javascript,${encodeURIComponent(`if (process.ppid === ${process.pid}) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  process.channel?.unref()
}`)}`

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid) process.kill(-pid, signal)
  } catch {
    // Nobody left in the group.
  }
}

/** Waits until `question` answers something true. @throws Error that says what was waited for */
export async function until<Answer>(
  what: string,
  question: () => Promise<Answer> | Answer,
  patience = 30_000,
): Promise<NonNullable<Answer>> {
  for (const end = Date.now() + patience; ; await sleep(50)) {
    const answer = await question()
    if (answer) return answer
    if (Date.now() > end) throw new Error(`Waited ${patience / 1000} s in vain: ${what}`)
  }
}
