import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { applicationRole } from '@/lib/core/env'
import { migrate } from '@/prisma/migrate'
import { newMark } from './organizations'

/** Databases of a test's own: empty, or fresh from the template. They go with the cluster at the end of the run. */

const silently = () => {}

export async function query<Row extends object>(
  url: string,
  statement: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(statement, values)).rows
  } finally {
    await client.end()
  }
}

/** Returns the owner's address of a database with nothing in it. */
export async function emptyDatabase(): Promise<string> {
  const url = new URL(inject('run').templateUrl)
  url.pathname = `/${newMark()}`
  await query(inject('run').templateUrl, `CREATE DATABASE "${url.pathname.slice(1)}"`)
  return url.toString()
}

/** A migrated database without organizations, and the application's address of it. */
export async function freshDatabase(): Promise<{ ownerUrl: string; applicationUrl: string }> {
  const ownerUrl = await emptyDatabase()
  const applicationPassword = randomBytes(24).toString('base64url')
  await migrate(ownerUrl, { applicationPassword, log: silently })
  const application = Object.assign(new URL(ownerUrl), { password: applicationPassword })
  application.username = applicationRole(application.pathname.slice(1))
  return { ownerUrl, applicationUrl: application.toString() }
}

/** Everything the catalogue knows about the tables, functions and rules of our schema, as one text. */
export async function describeSchema(url: string): Promise<string> {
  const parts = [
    `select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns where table_schema = 'public' order by 1, 2`,
    `select tablename, indexdef from pg_indexes where schemaname = 'public' order by 1, 2`,
    `select conrelid::regclass::text as t, conname, pg_get_constraintdef(oid) as d from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`,
    `select tablename, policyname, cmd, roles::text, qual, with_check from pg_policies where schemaname = 'public' order by 1, 2`,
    `select proname, pg_get_functiondef(p.oid) as d, proacl::text as a from pg_proc p left join pg_depend x on x.objid = p.oid and x.deptype = 'e' where pronamespace = 'public'::regnamespace and x.objid is null order by 1, 2`,
    `select relname, relrowsecurity, relacl::text as a from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v') order by 1`,
    `select tgrelid::regclass::text as t, tgname, pg_get_triggerdef(oid) as d from pg_trigger where not tgisinternal and tgrelid::regclass::text not like 'graphile%' order by 1, 2`,
  ]
  const found = []
  for (const part of parts) found.push(await query(url, part))
  return JSON.stringify(found, null, 1)
}
