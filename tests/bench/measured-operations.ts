import { spawn } from 'node:child_process'
import { projectDirectory } from '@/prisma/launch/entry'
import { atEnd } from '@/prisma/launch/lifetime'
import type { Setting } from './acts'
import type { Rate } from './pages'
import { portalEnvironment } from './web-server'

/** Runs operations in a process of their own, one kind after the other. */
export async function measureOperations(
  setting: Setting,
  secret: string,
  kinds: readonly string[],
): Promise<Record<string, Rate>> {
  const rates: Record<string, Rate> = {}
  for (const kind of kinds) {
    const rate = await runProgram([kind, JSON.stringify(setting)], portalEnvironment(setting.database, secret))
    if (rate) rates[kind] = rate
  }
  return rates
}

function runProgram(args: string[], env: NodeJS.ProcessEnv): Promise<Rate | undefined> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/bench/operations.ts', ...args], {
    cwd: projectDirectory,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  atEnd(async () => void child.kill('SIGKILL'))
  return new Promise((resolve, reject) => {
    let rate: Rate | undefined
    child.once('message', (told) => {
      rate = told as Rate
    })
    child.once('exit', (code) =>
      code === 0 ? resolve(rate) : reject(new Error(`Operations ended with code ${code}.`)),
    )
  })
}
