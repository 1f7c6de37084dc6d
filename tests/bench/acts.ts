import { type Actor, type OrganizationKind, owingNothing } from '@/lib/access/permissions'
import { type BenchDatabase, withClient } from './cluster'
import { idOf } from './world'

/** What the measured operations are called with. Each is prepared before and happens once. */
export type Act = () => Promise<unknown>

export interface Setting {
  database: BenchDatabase
  /** Customers of the measured provider. */
  provided: number
  /** How many providers there are; the measured one's customers are numbered in steps of as many (world.sql). */
  providers: number
}

/** How many of each kind are run. The first of them are not looked at: see operations.ts. */
export const acts = { acceptances: 3_000, authorizations: 3_000, orders: 1_000, seats: 1_000 }

export function anAdmin(kind: OrganizationKind, organizationId: string, userId: string, name: string): Actor {
  const domain = `${name.toLowerCase().replaceAll(' ', '-')}.example`
  return {
    userId,
    sessionId: userId,
    email: `admin@${domain}`,
    fullName: 'Maria Alder',
    roles: ['globalAdmin'],
    organizationId,
    organizationKind: kind,
    organizationName: name,
    organizationDomain: domain,
    region: 'europe',
    locale: 'en',
    theme: 'system',
    timeZone: 'UTC',
    ...owingNothing(),
  }
}

export const providerAdmin = anAdmin('provider', idOf(1, 0), idOf(11, 0), 'Provider 0')

/** Writes rows given as objects of equal shape, in one statement. */
export async function insertAll(
  database: BenchDatabase,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).map((name) => `"${name}"`)
  const statement = `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1)`
  await withClient(database.ownerUrl, (client) => client.query(statement, [JSON.stringify(rows)]))
}
