import { describe, expect, inject, test } from 'vitest'
import { migrate, schemaMatchesMigrations } from '@/prisma/migrate'
import { difference, migrationNames, migrationsDirectory, readSchema } from '@/prisma/schema-engine'
import { describeSchema, emptyDatabase, query } from '../support/databases'
import { read } from '../support/source-tree'

const silent = { log: () => {} }

describe('the migrations', () => {
  test('lead to exactly what the schema describes', async () => {
    expect(await schemaMatchesMigrations(inject('run').templateUrl)).toBe(true)
  })

  test('would be told from a schema that has moved on', async () => {
    const moved = readSchema().replace('model RateLimit {', 'model RateLimit {\n  extra String?')
    expect(moved).not.toBe(readSchema())
    expect(await schemaMatchesMigrations(inject('run').templateUrl, moved)).toBe(false)
    expect(await schemaMatchesMigrations(inject('run').templateUrl)).toBe(true)
  })

  test('end with a snapshot of the schema as it is', async () => {
    const last = migrationNames().at(-1)
    expect(migrationsDirectory).toContain('prisma/migrations')
    expect(await difference(read(`prisma/migrations/${last}/schema.prisma`), readSchema())).toMatch(
      /^\s*(-- This is an empty migration\.\s*)?$/,
    )
  })

  test('applied twice do nothing the second time', async () => {
    const url = await emptyDatabase()
    expect(await migrate(url, silent)).toEqual(migrationNames())
    const before = await describeSchema(url)
    const history = await query(url, 'select * from _prisma_migrations order by started_at')
    expect(await migrate(url, silent)).toEqual([])
    expect(await describeSchema(url)).toBe(before)
    expect(await query(url, 'select * from _prisma_migrations order by started_at')).toEqual(history)
    expect(before.length).toBeGreaterThan(10_000)
  })

  test('applied by four starting instances at once are applied by one of them', async () => {
    const url = await emptyDatabase()
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url, silent)))
    expect(applied.flat()).toEqual(migrationNames())
    expect(await describeSchema(url)).toBe(await describeSchema(inject('run').templateUrl))
  })
})
