import { readFileSync, statSync } from 'node:fs'
import pg from 'pg'
import { signedIn } from '../../support/organizations'
import { currentRun } from '../stage/run'
import { ask } from '../support/http'
import { cookieName } from '../support/people'
import { expect, test } from '../support/test'
import { everyScene, type Scene } from './pages'

// A page costs at most twelve queries, however much stands on it. Counted in the database server's own log, which nobody
// else writes to: this portal and its database are this test's alone.

test.use({ portalName: 'queries' })
test.describe.configure({ timeout: 600_000 })

const budget = 12

/** What keeps transactions and tenants apart is no query of the page's. */
const bookkeeping = /(?:: |<unnamed>: )\s*(?:BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|select set_config)/i

test('no page needs more queries than it may', async ({ portal }) => {
  const scenes = (await everyScene()).filter(({ open }) => !open)
  const statements = await logStatements(new URL(portal.applicationUrl).pathname.slice(1))
  const costs: { name: string; queries: string[] }[] = []
  for (const { name, who, address, status = 200 } of scenes) {
    const cookie = who ? await cookieOf(who) : undefined
    // The first look warms up what the process keeps, and marks the session as seen.
    await ask(portal.origin, { path: address, cookie })
    await statements.sinceLast()
    const answer = await ask(portal.origin, { path: address, cookie })
    expect([200, 307, status], `${name}: ${answer.status}`).toContain(answer.status)
    costs.push({ name, queries: await statements.sinceLast() })
  }
  await statements.stop()
  costs.sort((one, other) => other.queries.length - one.queries.length)
  console.log(
    costs
      .slice(0, 8)
      .map(({ name, queries }) => `${name}: ${queries.length}`)
      .join(', '),
  )
  expect(costs[0]?.queries.length, 'no query was seen: this measures nothing').toBeGreaterThan(2)
  const over = costs.filter(({ queries }) => queries.length > budget)
  expect(over.map(({ name, queries }) => `${name}: ${queries.length}\n${queries.join('\n')}`)).toEqual([])
})

const cookies = new Map<string, string>()

async function cookieOf(who: NonNullable<Scene['who']>): Promise<string> {
  const known = cookies.get(who.id) ?? `${cookieName}=${await signedIn(who)}`
  cookies.set(who.id, known)
  return known
}

/** Has the server log every statement of one database, from its next connections on. */
async function logStatements(database: string) {
  const { superuserUrl, databaseLog } = currentRun()
  const server = new pg.Client({ connectionString: superuserUrl })
  await server.connect()
  await server.query(`alter database ${database} set log_statement = 'all'`)
  await server.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename <> 'tandem' and pid <> pg_backend_pid()`,
    [database],
  )
  let from = statSync(databaseLog).size
  const sinceLast = async () => {
    // The answer is out before the server has written its last line.
    await new Promise((resolve) => setTimeout(resolve, 30))
    const added = readFileSync(databaseLog).subarray(from)
    from += added.length
    const lines = added.toString().split(/^(?=\[)/m)
    return lines
      .filter((line) => line.startsWith(`[${database}] LOG:`) && /LOG: {2}(?:execute|statement)/.test(line))
      .filter((line) => !bookkeeping.test(line))
      .map((line) => line.replace(/\s+/g, ' ').slice(0, 160))
  }
  const stop = async () => {
    await server.query(`alter database ${database} reset log_statement`)
    await server.end()
  }
  return { sinceLast, stop }
}
