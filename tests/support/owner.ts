import pg from 'pg'

/** The owner's connection: row-level security does not apply to it. Only tests use it, to arrange and to look. */

let pool: pg.Pool | undefined

function owner(): pg.Pool {
  pool ??= new pg.Pool({
    connectionString: process.env.TANDEM_TEST_OWNER_URL,
    max: 4,
    // Only for statements with a name: to plan a look at forty tables takes longer than to look.
    options: '-c plan_cache_mode=force_generic_plan',
  })
  return pool
}

/** @param name for a statement that is asked for thousands of times: each connection plans it once. */
export async function rows<Row extends object>(text: string, values: unknown[] = [], name?: string): Promise<Row[]> {
  return (await owner().query<Row>(name ? { name, text, values } : { text, values })).rows
}

export async function row<Row extends object>(statement: string, values: unknown[] = [], name?: string): Promise<Row> {
  const [first] = await rows<Row>(statement, values, name)
  if (!first) throw new Error(`No row: ${statement}`)
  return first
}

export async function count(table: string, where: string, values: unknown[] = []): Promise<number> {
  const { n } = await row<{ n: string }>(`select count(*) as n from "${table}" where ${where}`, values)
  return Number(n)
}

/** Writes one row as it stands. */
export async function insert(table: string, fields: Record<string, unknown>): Promise<void> {
  const names = Object.keys(fields)
  const columns = names.map((name) => `"${name}"`).join(', ')
  const places = names.map((_, position) => `$${position + 1}`).join(', ')
  await owner().query(`insert into "${table}" (${columns}) values (${places})`, Object.values(fields))
}

export async function closeOwner(): Promise<void> {
  await pool?.end()
  pool = undefined
}
