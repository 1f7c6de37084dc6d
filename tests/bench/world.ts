import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { hashToken, newSessionToken } from '@/lib/core/token'
import { type BenchDatabase, onServer, withClient } from './cluster'

/** Fills a migrated database that knows the catalogue with as many customers as wanted, in a few large statements. */

const statements = readFileSync(new URL('world.sql', import.meta.url), 'utf8')

const filled = [
  ...[
    'Organization',
    'User',
    'Partnership',
    'PartnershipAdminAccess',
    'PartnerAgreement',
    'CustomerAccount',
    'CustomerAgreement',
  ],
  ...[
    'CustomerRelationship',
    'DelegatedAdministration',
    'Order',
    'OrderLine',
    'Subscription',
    'SubscriptionBatch',
    'Charge',
  ],
  'SubscriptionChange',
]

export interface World {
  customers: number
  providers: number
  /** Customers of the measured provider. */
  provided: number
  provider: Measured
  reseller: Measured
}

export interface Measured {
  organizationId: string
  userId: string
  /** Of the session cookie. */
  token: string
}

/** The ids that world.sql gives: a kind of row and its number. */
export function idOf(kind: number, number: number): string {
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0')
  return `01920000-${hex(kind, 4)}-7000-8000-${hex(number, 12)}`
}

export async function buildWorld({ superuserUrl }: BenchDatabase, customers: number): Promise<World> {
  await withClient(superuserUrl, async (client) => {
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '64MB';
      SET maintenance_work_mem = '1GB'; SET max_parallel_maintenance_workers = 2; SET temp_buffers = '64MB'`)
    await client.query("SELECT set_config('bench.customers', $1, false)", [String(customers)])
    await withoutIndexes(client, () => client.query(statements))
    // What autovacuum would do sooner or later, perhaps in the midst of measuring.
    await client.query('VACUUM (ANALYZE)')
    await client.query('CHECKPOINT')
  })
  // As world.sql has it.
  const providers = Math.max(1, Math.floor(customers / 20_000))
  const provided = Math.floor(customers / providers)
  return {
    customers,
    providers,
    provided,
    provider: await signIn(superuserUrl, 1),
    reseller: await signIn(superuserUrl, 2),
  }
}

/** Filling an index row by row takes many times as long as making it at the end. */
async function withoutIndexes(client: pg.Client, work: () => Promise<unknown>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
     FROM pg_index WHERE NOT indisprimary AND indrelid = ANY ($1::regclass[])`,
    [filled.map((table) => `"${table}"`)],
  )
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`)
  await work()
  for (const { definition } of rows) await client.query(definition)
}

/** Writes the session row that a sign-in would write. */
async function signIn(url: string, kind: number): Promise<Measured> {
  const measured = { organizationId: idOf(kind, 0), userId: idOf(10 + kind, 0), token: newSessionToken() }
  const values = `'${idOf(60, kind)}', '${measured.userId}', '${measured.organizationId}', '${hashToken(measured.token)}'`
  await onServer(
    url,
    `INSERT INTO "Session" (id, "userId", "organizationId", "tokenHash", "expiresAt") VALUES (${values}, now() + interval '12 hours')`,
  )
  return measured
}
