import { rows } from '../../support/owner'

/** Written by looking, guessing and being there; nobody's data. */
const uncounted = [
  'rate_limit',
  'InvitationOpening',
  'graphile_worker._private_known_crontabs',
  'graphile_worker._private_tasks',
]

let tables: string[] | undefined

async function allTables(): Promise<string[]> {
  tables ??= (
    await rows<{ name: string }>(
      `select case schemaname when 'public' then tablename else schemaname || '.' || tablename end as name
       from pg_tables where schemaname in ('public', 'graphile_worker') order by 1`,
    )
  )
    .map(({ name }) => name)
    .filter((name) => !uncounted.includes(name))
  return tables
}

const quoted = (name: string) =>
  name
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')

/** A word for each table of the whole database: it changes when any of its rows does. */
export async function rowDigest(): Promise<Record<string, string>> {
  const parts = (await allTables()).map(
    (name) =>
      `select '${name}' as name, coalesce(md5(string_agg(${textOf(name)}, '|' order by ${textOf(name)})), '') as digest from ${quoted(name)} t`,
  )
  const found = await rows<{ name: string; digest: string }>(parts.join(' union all '))
  return Object.fromEntries(found.map(({ name, digest }) => [name, digest]))
}

/** When a session was last used changes with every minute it is used. */
function textOf(name: string): string {
  return name === 'Session' ? `(to_jsonb(t) - 'lastSeenAt')::text` : 't::text'
}

/** The tables that differ. */
export function changedTables(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(after).filter((name) => before[name] !== after[name])
}
