import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { difference, migrationNames, migrationsDirectory, readSchema } from './schema-engine'

// npm run migration:new -- <name>
// Compares the schema with the snapshot beside the last migration, so no database is needed. Add row-level security,
// triggers and grants to the written file by hand, then run `npm run migrate`.

async function main() {
  const name = process.argv[2]?.toLowerCase().replace(/[^a-z0-9]+/g, '_')
  if (!name) throw new Error('Usage: npm run migration:new -- <name>')
  mkdirSync(migrationsDirectory, { recursive: true })
  const schema = readSchema()
  const sql = await difference(lastSnapshot(), schema)
  const directory = join(migrationsDirectory, `${timestamp()}_${name}`)
  mkdirSync(directory)
  writeFileSync(join(directory, 'migration.sql'), sql)
  writeFileSync(join(directory, 'schema.prisma'), schema)
  // Only `prisma migrate deploy` reads this one.
  writeFileSync(join(migrationsDirectory, 'migration_lock.toml'), 'provider = "postgresql"\n')
  console.log(`Wrote ${relative(process.cwd(), directory)}/migration.sql`)
}

function lastSnapshot(): string | null {
  const last = migrationNames().at(-1)
  if (!last) return null
  const snapshot = join(migrationsDirectory, last, 'schema.prisma')
  if (!existsSync(snapshot)) throw new Error(`${last} has no schema.prisma: the schema it leads to is not known.`)
  return readFileSync(snapshot, 'utf8')
}

/** yyyymmddhhmmss in UTC, as Prisma names its folders. */
function timestamp(): string {
  return new Date().toISOString().replace(/\D/g, '').slice(0, 14)
}

await main()
