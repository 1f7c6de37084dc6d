import { describe, expect, test } from 'vitest'
import { inStatements, inTransaction, Prisma, type StatementsOnly, statement } from '@/lib/core/db'

// Lists that are asked for more than all else read past Prisma, in transactions of their own making. Whatever goes wrong in one must
// not reach the next that gets its connection.

const tenantSql = Prisma.sql`select concat(current_organization(), ' ', current_setting('transaction_read_only')) as tenant`

async function tenantOf(db: StatementsOnly): Promise<string | undefined> {
  const [row] = await statement<{ tenant: string }>(db, tenantSql)
  return row?.tenant
}

const reading = () => ({ organizationId: crypto.randomUUID(), readOnly: true })

describe('a transaction of statements only', () => {
  test('is of its tenant, however many wait for a connection', async () => {
    const tenants = Array.from({ length: 300 }, reading)
    const seen = await Promise.all(
      tenants.map((tenant) => inStatements(tenant, async (db) => Promise.all([tenantOf(db), tenantOf(db)]))),
    )
    expect(seen).toEqual(tenants.map(({ organizationId }) => [`${organizationId} on`, `${organizationId} on`]))
  })

  test('writes nothing where it only reads, and leaves its connection as it was', async () => {
    const write = Prisma.sql`insert into "rate_limit" (key, points) values ('statements-only', 1)`
    for (let round = 0; round < 30; round += 1)
      await expect(inStatements(reading(), (db) => statement(db, write))).rejects.toThrow(/read-only transaction/)
    const tenants = Array.from({ length: 60 }, reading)
    const seen = await Promise.all(tenants.map((tenant) => inStatements(tenant, tenantOf)))
    expect(seen).toEqual(tenants.map(({ organizationId }) => `${organizationId} on`))
  })

  test('is over once it has asked: what is asked for later belongs to no transaction', async () => {
    const asked = inStatements(reading(), async (db) => [await tenantOf(db), await tenantOf(db)])
    await expect(asked).rejects.toThrow('no transaction')
    const thrown = inStatements(reading(), () => {
      throw new Error('before asking')
    })
    await expect(thrown).rejects.toThrow('before asking')
    const tenants = Array.from({ length: 40 }, reading)
    const seen = await Promise.all(tenants.map((tenant) => inStatements(tenant, tenantOf)))
    expect(seen).toEqual(tenants.map(({ organizationId }) => `${organizationId} on`))
  })

  test('fails with its connection, and the next gets another', async () => {
    const end = Prisma.sql`select pg_terminate_backend(pg_backend_pid())`
    const ended = inStatements(reading(), (db) => Promise.all([statement(db, end), tenantOf(db)]))
    await expect(ended).rejects.toThrow(/terminat|connection/i)
    const tenants = Array.from({ length: 40 }, reading)
    const seen = await Promise.all(tenants.map((tenant) => inStatements(tenant, tenantOf)))
    expect(seen).toEqual(tenants.map(({ organizationId }) => `${organizationId} on`))
  })
})

test('statements that do not wait for each other are carried out in their order, and Prisma sees what they did', async () => {
  const tenant = { organizationId: crypto.randomUUID() }
  const counted = await inTransaction(tenant, async (db) => {
    const key = crypto.randomUUID()
    await Promise.all([
      statement(db, Prisma.sql`insert into "rate_limit" (key, points) values (${key}, 1)`),
      statement(db, Prisma.sql`update "rate_limit" set points = points * 10 where key = ${key}`),
      statement(db, Prisma.sql`update "rate_limit" set points = points + 1 where key = ${key}`),
    ])
    return db.rateLimit.findUnique({ where: { key }, select: { points: true } })
  })
  expect(counted).toEqual({ points: 11 })
})

test('a statement belongs to a transaction or fails', async () => {
  await expect(statement({ statementsOnly: true }, tenantSql)).rejects.toThrow('no transaction')
})
