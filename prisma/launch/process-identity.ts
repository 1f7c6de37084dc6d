import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export interface ProcessIdentity {
  /** Tells a process from a later one that got the same number. */
  started: string
  command: string
}

/** `undefined` when there is no such process. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  try {
    if (process.platform === 'linux') {
      // proc(5): the name in brackets may hold spaces; "starttime" is the 20th field after it.
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      if (fields[0] === 'Z') return undefined
      return { started: fields[19] ?? '', command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }
    }
    const ask = (column: string) =>
      execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim()
    return { started: ask('lstart'), command: ask('command') }
  } catch {
    return undefined
  }
}

export interface Claim {
  /** The living process that has it, when this one has not. */
  heldBy: number | undefined
  release(): void
}

/** Makes this process the only user of something, told by a file, until `release` or until it dies, however it dies. */
export function claim(file: string): Claim {
  const mine = JSON.stringify({ pid: process.pid, started: identifyProcess(process.pid)?.started })
  mkdirSync(dirname(file), { recursive: true })
  for (let attempt = 1; ; attempt += 1) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 })
      return { heldBy: undefined, release: () => rmSync(file, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 3) throw error
    }
    const heldBy = livingHolder(file)
    if (heldBy) return { heldBy, release: () => {} }
    rmSync(file, { force: true })
  }
}

/** The living process that has claimed what this file stands for. */
export function livingHolder(file: string): number | undefined {
  try {
    const { pid, started } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; started: string }
    return identifyProcess(pid)?.started === started ? pid : undefined
  } catch {
    // Cut short by a crash, or released meanwhile.
    return undefined
  }
}
