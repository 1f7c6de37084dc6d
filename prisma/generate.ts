import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isProgram, projectDirectory } from './launch/entry'
import { readSchema } from './schema-engine'

const clientDirectory = join(projectDirectory, 'lib/core/prisma-client')
const require = createRequire(import.meta.url)

/** Writes the database client when the schema is not the one it was made from. Returns whether it had to. */
export async function generateClient(): Promise<boolean> {
  const stampFile = join(clientDirectory, '.made-from')
  const { version } = require('prisma/package.json') as { version: string }
  const stamp = createHash('sha256').update(version).update(readSchema()).digest('hex')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false
  await runPrismaGenerate()
  writeFileSync(stampFile, stamp)
  return true
}

async function runPrismaGenerate() {
  const prisma = require.resolve('prisma/build/index.js')
  const env = {
    ...process.env,
    // Generating needs no schema engine, but the command line downloads one unless it is told of a program that exists.
    PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  }
  const args = [prisma, 'generate', '--no-hints', '--config', 'prisma/config.ts']
  await promisify(execFile)(process.execPath, args, { cwd: projectDirectory, env })
}

if (isProgram(import.meta.url)) {
  console.log((await generateClient()) ? 'Database client generated.' : 'Database client is up to date.')
}
