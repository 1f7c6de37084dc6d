import { type BenchDatabase, withClient } from './cluster'
import { look, type Page } from './pages'

export interface Statements {
  /** Everything sent, transactions and settings included. */
  all: number
  /** What reads or writes rows. */
  queries: number
}

/** What the application sends to the database for one page, as the database saw it. */
export async function countStatements(database: BenchDatabase, page: Page): Promise<Statements> {
  // A look before, so that nothing is counted that only the first request needs.
  await look(page)
  return withClient(database.superuserUrl, async (client) => {
    await client.query('SELECT pg_stat_statements_reset()')
    await look(page)
    const { rows } = await client.query<{ query: string; calls: string }>(
      `SELECT query, calls FROM pg_stat_statements WHERE toplevel AND userid <> current_user::regrole
       AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY query`,
    )
    const frame = /^\s*(begin|commit|select set_config)/i
    const count = (of: typeof rows) => of.reduce((sum, { calls }) => sum + Number(calls), 0)
    const asked = rows.filter(({ query }) => !frame.test(query))
    if (process.env.DEBUG) for (const { query, calls } of rows) console.log(`${calls} x ${query.slice(0, 150)}`)
    return { all: count(rows), queries: count(asked) }
  })
}
