import { setTimeout as sleep } from 'node:timers/promises'
import { encodeKey } from '@/lib/core/page'
import { type BenchDatabase, withClient } from './cluster'
import { look, measurePage, type Page, type PageRate } from './pages'
import { countStatements } from './statements'
import { startPortal, startYardstick, type WebServer } from './web-server'
import { idOf, type Measured, type World } from './world'

interface Setup {
  database: BenchDatabase
  world: World
  /** Directory of its build. */
  yardstick: string
  secret: string
  seconds: number
}

export interface Memory {
  /** Resident megabytes of the portal's web process: after each page was asked for once, and at rest after all measuring. */
  idle: number | null
  after: number | null
}

/** All pages, one after the other, each beside the bare page of the same moment. */
export async function measurePages(setup: Setup): Promise<{ pages: PageRate[]; memory: Memory }> {
  const portal = await startPortal(setup.database, setup.secret)
  const bare = await startYardstick(setup.yardstick, setup.database)
  const yardstick = barePage(setup, bare)
  const pages = [yardstick, ...(await pagesOf(setup, portal))]
  for (const page of pages) await look(page)
  await sleep(5_000)
  const idle = portal.memory()
  const rates: PageRate[] = []
  for (const page of pages) {
    const rate = await measurePage(page, yardstick, setup.seconds)
    const statements = page.server === portal ? await countStatements(setup.database, page) : null
    rates.push({ name: page.name, ...rate, statements })
    console.log(`  ${page.name}: ${rate.rate.toFixed(0)} a second`)
  }
  await sleep(10_000)
  const memory = { idle, after: portal.memory() }
  await portal.stop()
  await bare.stop()
  return { pages: rates, memory }
}

function barePage({ world }: Setup, server: WebServer): Page {
  return { name: 'bare page', server, cookie: `session=${world.provider.token}`, paths: ['/'], shows: 'Customers of' }
}

async function pagesOf({ database, world }: Setup, portal: WebServer): Promise<Page[]> {
  const { provider, reseller } = world
  const page400 = await keyBefore(database, provider, Math.min(400, world.provided / 25))
  const customers = everyFew(world.provided).map((position) => idOf(3, position * world.providers))
  const portalPage = ({ token }: Measured, name: string, paths: string[], shows: string): Page => ({
    name,
    server: portal,
    cookie: `tandem.session=${token}`,
    paths,
    shows,
  })
  return [
    portalPage(provider, 'customers', ['/customers'], 'Provider 0'),
    portalPage(provider, 'search, common', ['/customers?search=brook', '/customers?search=bakery'], 'table-cards'),
    portalPage(provider, 'search, rare', await rareSearches(database, provider), 'table-cards'),
    portalPage(provider, 'page 400', [`/customers?after=${page400}`], 'table-cards'),
    portalPage(reseller, 'customers of a reseller', ['/customers'], 'Reseller 0'),
    portalPage(
      provider,
      'customer',
      customers.map((id) => `/customers/${id}`),
      'table-cards',
    ),
  ]
}

/** A hundred numbers spread over so many. */
function everyFew(many: number): number[] {
  return Array.from({ length: 100 }, (_, index) => Math.floor((index * many) / 100))
}

/** The key that stands in the address of a page deep inside of the list. */
async function keyBefore({ superuserUrl }: BenchDatabase, { organizationId }: Measured, page: number): Promise<string> {
  const statement = `SELECT "customerSortName" AS sort, id FROM "CustomerRelationship" WHERE "partnerId" = $1 AND "endedAt" IS NULL
    ORDER BY "customerSortName", id LIMIT 1 OFFSET $2`
  const values = [organizationId, (page - 1) * 25 - 1]
  const { rows } = await withClient(superuserUrl, (client) =>
    client.query<{ sort: string; id: string }>(statement, values),
  )
  if (!rows[0]) throw new Error(`There is no page ${page}.`)
  return encodeKey(rows[0])
}

/** Parts of names that one or two customers have. */
async function rareSearches({ superuserUrl }: BenchDatabase, { organizationId }: Measured): Promise<string[]> {
  const statement = `SELECT right("customerSortName", 5) AS part FROM "CustomerRelationship" WHERE "partnerId" = $1 ORDER BY id LIMIT 50`
  const { rows } = await withClient(superuserUrl, (client) =>
    client.query<{ part: string }>(statement, [organizationId]),
  )
  return rows.map(({ part }) => `/customers?search=${part}`)
}
