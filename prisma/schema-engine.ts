import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  mockAdapter,
  mockMigrationAwareAdapterFactory,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm'
import pg from 'pg'

// Prisma's command line wants to download a native schema engine before it does anything. The same engine is published on
// npm as WebAssembly; this file starts that one, so migrations need nothing but the packages that are already installed.

const prismaDirectory = dirname(fileURLToPath(import.meta.url))
export const schemaDirectory = join(prismaDirectory, 'schema')
export const migrationsDirectory = join(prismaDirectory, 'migrations')

/** Prisma compares only what the schema files describe; other schemas (the job queue's) are never looked at. */
export const everything = { externalTables: [], externalEnums: [] }

type EngineModule = typeof import('@prisma/schema-engine-wasm') & { __wbg_set_wasm(exports: unknown): void }

let loaded: Promise<EngineModule> | undefined

// Node 20 cannot import a .wasm file as a module, so the package's own three-line entry is done here by hand.
async function loadEngine(): Promise<EngineModule> {
  // Where the engine says why it gives up; without it the reason is lost.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (reason: string) => console.error(reason) } })
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bindings: EngineModule = await import('@prisma/schema-engine-wasm/schema_engine_bg' as string)
  const module = new WebAssembly.Module(readFileSync(join(dirname(glue), 'schema_engine_bg.wasm')))
  const imports = { './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports }
  const instance = new WebAssembly.Instance(module, imports)
  bindings.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return bindings
}

/** The one connection the engine works on: what begins a transaction here puts the engine's doings into it. */
export interface EngineSession {
  query(sql: string): Promise<unknown>
  /** What the server itself said last; the engine passes on only a part of it. */
  lastError(): pg.DatabaseError | undefined
}

/** Runs `work` with an engine connected to `url`; the connection is closed afterwards. */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: SchemaEngine, session: EngineSession) => Promise<T>,
): Promise<T> {
  const pool = connectionPool(url)
  const factory = new WholeScriptPg(pool)
  const session = { query: (sql: string) => pool.query(sql), lastError: () => factory.lastError }
  try {
    return await run(factory, (engine) => work(engine, session))
  } finally {
    await pool.end()
  }
}

/** SQL that leads from one schema text to another (`null`: from an empty database). Needs no server. */
export async function difference(from: string | null, to: string): Promise<string> {
  const result = await run(noServer, (engine) =>
    engine.diff({
      from: from === null ? { tag: 'empty' } : { tag: 'schemaDatamodel', ...schemaText(from) },
      to: { tag: 'schemaDatamodel', ...schemaText(to) },
      script: true,
      exitCode: null,
      filters: everything,
    }),
  )
  return result.stdout ?? ''
}

type AdapterFactory = Parameters<typeof bindMigrationAwareSqlAdapterFactory>[0]

async function run<T>(factory: AdapterFactory, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loaded ??= loadEngine()
  const { SchemaEngine: Engine } = await loaded
  const adapter = bindMigrationAwareSqlAdapterFactory(factory)
  const engine = await Engine.new({ datamodels: undefined }, () => {}, adapter)
  try {
    return await work(engine)
  } finally {
    engine.free()
  }
}

// Even to compare two texts the engine first asks its server for the version, and nothing else: this answers for one.
const noServer: AdapterFactory = {
  ...mockMigrationAwareAdapterFactory('postgres'),
  connect: async () => ({
    ...mockAdapter('postgres'),
    queryRaw: async () => ({
      columnNames: ['exists', 'version', 'numeric_version'],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, 'PostgreSQL 15.0', 150000]],
    }),
    dispose: async () => {},
  }),
}

/** All files of a schema folder as one text, which is what a migration keeps as its snapshot. */
export function readSchema(directory = schemaDirectory): string {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  const schemas = files.filter((file) => file.endsWith('.prisma')).sort()
  return schemas
    .map((file) => readFileSync(join(directory, file), 'utf8').trim())
    .join('\n\n')
    .concat('\n')
}

export function schemaText(content: string): SchemasContainer {
  return { files: [{ path: 'schema.prisma', content }] }
}

/** Names of the migration folders, oldest first. */
export function migrationNames(directory = migrationsDirectory): string[] {
  const names = readdirSync(directory).filter((name) => statSync(join(directory, name)).isDirectory())
  return names.sort()
}

export function readMigrations(directory = migrationsDirectory): MigrationList {
  return {
    baseDir: resolve(directory),
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(directory).map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(directory, path, 'migration.sql'), 'utf8') },
      },
    })),
  }
}

/**
 * The stock adapter splits a script at every semicolon, which cuts a function body in pieces, and spreads the pieces over a
 * pool. Here the script goes to the server whole, on one connection, so a migration is applied entirely or not at all.
 */
class WholeScriptPg extends PrismaPg {
  lastError: pg.DatabaseError | undefined
  private readonly catalogue: CatalogueTypes

  constructor(pool: pg.Pool) {
    super(pool)
    this.catalogue = new CatalogueTypes(pool)
  }

  override async connect() {
    const adapter = await super.connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query) => this.catalogue.restore(await queryRaw(query))
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(script)
      } catch (error) {
        if (error instanceof pg.DatabaseError) this.lastError = error
        // biome-ignore lint/complexity/useLiteralKeys: onError is protected; only it knows the engine's error shape
        adapter['onError'](error)
      }
    }
    return adapter
  }
}

const CHAR = 18
const TEXT = 25

/**
 * The adapter refuses PostgreSQL's internal "char" type, which the system catalogues are full of, and the engine wants it:
 * it passes the adapter as text and gets its type back behind it. Relies on queries coming one at a time, as they do.
 */
class CatalogueTypes {
  private positions: number[] = []

  constructor(pool: pg.Pool) {
    pool.on('connect', (client) => {
      const { connection } = client as unknown as { connection: NodeJS.EventEmitter }
      connection.prependListener('rowDescription', ({ fields }: { fields: { dataTypeID: number }[] }) => {
        this.positions = []
        for (const [position, field] of fields.entries()) {
          if (field.dataTypeID !== CHAR) continue
          field.dataTypeID = TEXT
          this.positions.push(position)
        }
      })
    })
  }

  restore(result: SqlResultSet): SqlResultSet {
    for (const position of this.positions) result.columnTypes[position] = ColumnTypeEnum.Character
    return result
  }
}

function connectionPool(url: string): pg.Pool {
  // One connection: the engine holds its lock per session, and a transaction begun on it embraces all the engine does.
  const options = '-c lock_timeout=30s -c client_min_messages=warning'
  const pool = new pg.Pool({ connectionString: url, max: 1, idleTimeoutMillis: 0, options })
  pool.on('error', () => {})
  return pool
}
