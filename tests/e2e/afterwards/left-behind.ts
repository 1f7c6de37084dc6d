import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rows } from '../../support/owner'

/** Everything the database of the portal holds, as text: one entry for each table. */
export async function databaseTexts(): Promise<Map<string, string>> {
  const tables = await rows<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`,
  )
  const contents = new Map<string, string>()
  for (const { name } of tables) {
    const found = await rows<{ line: string }>(`select t::text as line from ${name} t`)
    contents.set(name, found.map(({ line }) => line).join('\n'))
  }
  return contents
}

export function logTexts(directory: string): Map<string, string> {
  const files = readdirSync(directory)
  return new Map(files.map((file) => [file, readFileSync(join(directory, file), 'utf8')]))
}
