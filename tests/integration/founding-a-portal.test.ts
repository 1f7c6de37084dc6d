import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { applicationDatabaseUrl } from '@/lib/core/env'
import { emptyDatabase, query } from '../support/databases'
import { root } from '../support/source-tree'

// The command itself, against a server it did not start, as an owner that is no superuser.

const options = [
  '--name',
  'Tandem Operations',
  '--domain',
  'tandem.example',
  '--country',
  'DE',
  '--admin',
  'Olga Weber',
]

async function found(ownerUrl: string, secret: string): Promise<{ code: number | null; output: string }> {
  const args = ['--import', 'tsx', 'prisma/launch/operator-create.ts', ...options, '--email', 'olga@tandem.example']
  const { APPLICATION_DATABASE_URL: _other, ...inherited } = process.env
  const env = { ...inherited, DATABASE_URL: ownerUrl, AUTH_SECRET: secret, APP_ORIGIN: 'https://portal.example' }
  const child = spawn(process.execPath, args, { cwd: root, env: env as NodeJS.ProcessEnv })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, output }
}

describe('npm run operator:create on a server of one’s own', () => {
  test('sets the database up and founds the portal once; another secret is refused and locks nobody out', async () => {
    const ownerUrl = await emptyDatabase()
    const [owner] = await query(ownerUrl, 'select rolsuper, rolcreaterole from pg_roles where rolname = current_user')
    expect(owner).toEqual({ rolsuper: false, rolcreaterole: true })
    const secret = randomBytes(48).toString('base64')
    const first = await found(ownerUrl, secret)
    expect(first.output).toMatch(/https:\/\/portal\.example\/choose-password\/pwd_[\w-]{43}/)
    expect(first.code).toBe(0)
    const again = await found(ownerUrl, secret)
    expect([again.code, again.output]).toEqual([1, expect.stringContaining('has an operator already')])
    const other = await found(ownerUrl, randomBytes(48).toString('base64'))
    expect([other.code, other.output]).toEqual([1, expect.stringContaining('another AUTH_SECRET')])
    expect(await query(applicationDatabaseUrl(ownerUrl, secret), 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await query(ownerUrl, 'select kind from "Organization"')).toEqual([{ kind: 'operator' }])
  }, 120_000)
})
