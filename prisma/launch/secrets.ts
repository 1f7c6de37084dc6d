import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectDirectory } from './entry'

/** AUTH_SECRET of the demo and of development: made once, readable for its owner only. */
export function localSecret(): string {
  const file = join(projectDirectory, '.data/secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  mkdirSync(dirname(file), { recursive: true })
  const secret = randomBytes(48).toString('base64url')
  writeFileSync(file, `${secret}\n`, { mode: 0o600 })
  return secret
}

/** The secret from which the password of the application's role is derived; empty where that role is given instead. */
export function databaseSecret(): string {
  if (process.env.AUTH_SECRET) return process.env.AUTH_SECRET
  if (!process.env.DATABASE_URL) return localSecret()
  if (process.env.APPLICATION_DATABASE_URL) return ''
  throw new Error("AUTH_SECRET is missing: the password of the application's role is derived from it.")
}
