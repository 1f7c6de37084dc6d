import type { DiagnoseMigrationHistoryOutput, MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm'
import { runMigrations as installQueue, Logger } from 'graphile-worker'
import pg from 'pg'
import { applicationRole } from '@/lib/core/env'
import { ensureApplicationRole } from './launch/application-role'
import {
  type EngineSession,
  everything,
  readMigrations,
  readSchema,
  schemaText,
  withSchemaEngine,
} from './schema-engine'

export interface MigrateOptions {
  /** Of the role `applicationRole(database)`. Without it the application's role is somebody else's business. */
  applicationPassword?: string | undefined
  /** Another folder of migrations. */
  migrations?: string
  log?: (line: string) => void
}

/**
 * Brings a database up to date: our migrations, the job queue's, the application's role. Several instances may start at
 * once; one does the work and the others wait for it.
 * @returns the migrations applied now
 * @throws Error when a migration fails, or when the database and the folder of migrations contradict each other
 */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  // A server that goes away meanwhile says so here; the query that was waiting fails by itself.
  owner.on('error', () => {})
  await owner.connect()
  try {
    await waitForOthers(owner)
    const database = owner.database ?? ''
    // Prisma's adapter reads times as if every server spoke UTC. This holds for all later connections.
    await owner.query(`ALTER DATABASE ${owner.escapeIdentifier(database)} SET timezone TO 'UTC'`)
    const applied = await applyPending(ownerUrl, readMigrations(options.migrations), options.log ?? console.log)
    await installQueue({ connectionString: ownerUrl, logger: new Logger(() => () => {}) })
    const { applicationPassword } = options
    if (applicationPassword) await ensureApplicationRole(owner, applicationRole(database), applicationPassword)
    return applied
  } finally {
    await owner.end()
  }
}

/** Tells the history what became of a migration that another tool left half-way. */
export async function resolveMigration(ownerUrl: string, name: string, outcome: 'applied' | 'rolled back') {
  await withSchemaEngine(ownerUrl, (engine): Promise<unknown> => {
    if (outcome === 'rolled back') return engine.markMigrationRolledBack({ migrationName: name })
    return engine.markMigrationApplied({ migrationName: name, migrationsList: readMigrations() })
  })
}

/**
 * Whether the migrations lead to what the schema describes. Looks at tables, columns, enums, keys and plain indexes;
 * policies, triggers, functions and partial indexes are not part of a Prisma schema. Leaves the database as it is.
 */
export function schemaMatchesMigrations(ownerUrl: string, schema = readSchema()): Promise<boolean> {
  return withSchemaEngine(ownerUrl, async (engine, session) => {
    await session.query('BEGIN')
    const result = await engine.schemaPush({ force: true, schema: schemaText(schema), filters: everything })
    await session.query('ROLLBACK')
    return result.executedSteps === 0 && result.unexecutable.length === 0
  })
}

const MIGRATION_LOCK = 7_236_332

async function waitForOthers(owner: pg.Client): Promise<void> {
  await owner.query("SET lock_timeout = '10min'")
  // Held by this connection: it goes when the connection does, whatever happens to this process.
  await owner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
  await owner.query("SET lock_timeout = '30s'")
}

async function applyPending(url: string, list: MigrationList, log: (line: string) => void): Promise<string[]> {
  return withSchemaEngine(url, async (engine, session) => {
    const history = await engine.diagnoseMigrationHistory({
      migrationsList: list,
      optInToShadowDatabase: false,
      filters: everything,
    })
    refuseContradictions(history, log)
    const pending = pendingNames(history)
    for (const name of pending) {
      await applyOne(engine, session, list, name)
      log(`Applied migration ${name}`)
    }
    return pending
  })
}

/** The migration and its line in the history are one transaction: a start that is killed leaves nothing half done. */
async function applyOne(engine: SchemaEngine, session: EngineSession, list: MigrationList, name: string) {
  const upToIt = list.migrationDirectories.filter(({ path }) => path <= name)
  await session.query('BEGIN')
  try {
    await engine.applyMigrations({ migrationsList: { ...list, migrationDirectories: upToIt }, filters: everything })
    await session.query('COMMIT')
  } catch (error) {
    await session.query('ROLLBACK')
    throw new Error(`Migration ${name} failed, and nothing of it was kept: ${explain(error, session, list, name)}`)
  }
}

function explain(error: unknown, { lastError }: EngineSession, list: MigrationList, name: string): string {
  const cause = lastError()
  if (!cause) return error instanceof Error ? error.message : String(error)
  const file = list.migrationDirectories.find(({ path }) => path === name)?.migrationFile.content
  const before = file?.tag === 'ok' && cause.position ? file.value.slice(0, Number(cause.position)) : undefined
  const place = before === undefined ? undefined : `at line ${before.split('\n').length} of migration.sql`
  return [cause.message, place, cause.detail, cause.hint, cause.where].filter(Boolean).join('\n')
}

function pendingNames({ history }: DiagnoseMigrationHistoryOutput): string[] {
  return history && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames.toSorted() : []
}

function refuseContradictions(diagnosis: DiagnoseMigrationHistoryOutput, log: (line: string) => void): void {
  const { editedMigrationNames: edited, failedMigrationNames: failed, history } = diagnosis
  if (failed.length > 0) {
    throw new Error(
      `Migration ${failed.join(', ')} was begun and not finished. Look at the database, then run` +
        `\n  npm run migrate -- --rolled-back ${failed[0]}   if nothing of it is there: it will run again, or` +
        `\n  npm run migrate -- --applied ${failed[0]}   if all of it is there.`,
    )
  }
  if (edited.length > 0) {
    throw new Error(
      `Migration ${edited.join(', ')} was edited after it had been applied to this database. ` +
        'Restore the file and put the change into a new migration (npm run migration:new).',
    )
  }
  if (history?.diagnostic === 'historiesDiverge') {
    throw new Error(`This database comes from other sources: it knows ${history.unpersistedMigrationNames.join(', ')}.`)
  }
  if (history?.diagnostic === 'migrationsDirectoryIsBehind') {
    // Going back to the version before must be possible.
    log(`The database is newer than this version: it knows ${history.unpersistedMigrationNames.join(', ')}.`)
  }
}
