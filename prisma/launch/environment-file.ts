import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectDirectory } from './entry'

/** Reads `.env` where it exists; variables that are set already stay. The demo does not: it must never seed a real database. */
export function loadEnvironmentFile(): void {
  const file = join(projectDirectory, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}
