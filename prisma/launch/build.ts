import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { generateClient } from '../generate'
import { isProgram, projectDirectory } from './entry'
import { launch } from './lifetime'
import { claim } from './process-identity'
import { lastOutput, runToEnd } from './processes'

export const nextProgram = 'node_modules/next/dist/bin/next'
const stampFile = join(projectDirectory, '.next/tandem-build')
const buildId = join(projectDirectory, '.next/BUILD_ID')

// What the built portal is made of. Tests, the seed and the launchers are not.
const sources = [
  ...['app', 'components', 'lib', 'public'],
  ...['proxy.ts', 'instrumentation.ts', 'next.config.js', 'postcss.config.mjs', 'tsconfig.json'],
  'package-lock.json',
]

/** Builds the portal unless the last build was made from the very same files. Returns whether it had to. */
export async function buildWhenStale(output: string, onBegin = () => {}): Promise<boolean> {
  for (; !isFresh(); await sleep(500)) {
    // Of two instances started from one checkout, one builds and the other waits.
    const claimed = claim(join(projectDirectory, '.data/build.in-use'))
    if (claimed.heldBy) continue
    onBegin()
    await build(output).finally(claimed.release)
    return true
  }
  return false
}

function isFresh(): boolean {
  return existsSync(buildId) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hashSources()
}

async function build(output: string): Promise<void> {
  const stamp = hashSources()
  // A build that is interrupted must not pass for the one before it.
  rmSync(stampFile, { force: true })
  rmSync(buildId, { force: true })
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  const program = { name: 'next build', args: [nextProgram, 'build'], env, output }
  await runToEnd(program)
  if (!existsSync(buildId)) throw new Error(`next build stopped half-way.${lastOutput(program)}`)
  writeFileSync(stampFile, stamp)
}

function hashSources(): string {
  const hash = createHash('sha256')
  for (const source of sources) addToHash(hash, source)
  return hash.digest('hex')
}

function addToHash(hash: ReturnType<typeof createHash>, path: string): void {
  const full = join(projectDirectory, path)
  const status = statSync(full, { throwIfNoEntry: false })
  if (!status) return
  if (!status.isDirectory()) {
    hash.update(`${path}\0${status.size}\0`).update(readFileSync(full))
    return
  }
  for (const name of readdirSync(full).sort()) addToHash(hash, join(path, name))
}

if (isProgram(import.meta.url)) {
  launch(async () => {
    await generateClient()
    await build('here')
    process.exit(0)
  })
}
