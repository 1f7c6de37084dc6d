import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nextProgram } from '@/prisma/launch/build'
import { projectDirectory } from '@/prisma/launch/entry'
import { runToEnd } from '@/prisma/launch/processes'

const sources = fileURLToPath(new URL('bare', import.meta.url))
const directory = join(projectDirectory, '.data/bench/bare')

/** Builds the bare Next application the portal is compared with, unless that was done before. Returns its directory. */
export async function buildYardstick(): Promise<string> {
  const stamp = join(directory, '.next/bench-build')
  const wanted = hash(sources, readFileSync(join(projectDirectory, 'package-lock.json'), 'utf8'))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return directory
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  cpSync(sources, directory, { recursive: true })
  await runToEnd({
    name: 'next build of the yardstick',
    args: [join(projectDirectory, nextProgram), 'build', directory],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    output: '.data/bench/yardstick-build.log',
  })
  writeFileSync(stamp, wanted)
  return directory
}

function hash(folder: string, more: string): string {
  const found = createHash('sha256').update(more)
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, file)
    if (/\.m?jsx?$/.test(file)) found.update(`${file}\0`).update(readFileSync(path))
  }
  return found.digest('hex')
}
