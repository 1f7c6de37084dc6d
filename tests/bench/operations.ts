import { readFileSync } from 'node:fs'
import { disconnect } from '@/lib/core/db'
import { importCatalog } from '@/lib/domain/catalog/commands'
import { acceptances, authorizations } from './accepting'
import { type Act, anAdmin, insertAll, type Setting } from './acts'
import { onServer } from './cluster'
import { orders, seats } from './ordering'
import { parallel, type Rate } from './pages'
import { idOf } from './world'

/**
 * A program of its own, because it holds the portal's environment and one database: node --import tsx operations.ts <what>.
 * Tells its parent how fast the operations ran, sixteen at a time in this process.
 */

const preparations: Record<string, (setting: Setting) => Promise<Act[]>> = {
  acceptances,
  authorizations,
  orders,
  seats,
}

async function main([what = '', setting = '']: string[]): Promise<void> {
  const given = JSON.parse(setting) as Setting
  const outcome = what === 'catalog' ? await fillCatalog(given) : await measure(what, given)
  await disconnect()
  if (outcome) process.send?.(outcome)
}

async function measure(what: string, setting: Setting): Promise<Rate> {
  const acts = (await preparations[what]?.(setting)) ?? []
  // Connections, plans and compiled code are there before the clock runs.
  const warmUp = Math.round(acts.length / 6)
  await inParallel(acts.slice(0, warmUp))
  // As autovacuum does within a minute of so much growth: forty partnerships become thousands here in seconds.
  await onServer(setting.database.superuserUrl, 'ANALYZE')
  const began = performance.now()
  const times = (await inParallel(acts.slice(warmUp))).sort((one, other) => one - other)
  const seconds = (performance.now() - began) / 1_000
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10
  return { rate: times.length / seconds, p50: at(0.5), p99: at(0.99) }
}

/** Returns how many milliseconds each took. */
async function inParallel(acts: readonly Act[]): Promise<number[]> {
  const left = acts.values()
  const times: number[] = []
  const work = async () => {
    for (const act of left) {
      const began = performance.now()
      await act()
      times.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: parallel }, work))
  return times
}

/** The catalogue as it is delivered; without one there is nothing to sell. */
async function fillCatalog({ database }: Setting): Promise<void> {
  const operator = anAdmin('operator', idOf(4, 0), idOf(14, 0), 'Operator')
  const { organizationId: id, organizationName: name, organizationDomain: domain } = operator
  const contact = { contactName: operator.fullName, contactEmail: operator.email }
  const createdAt = new Date()
  await insertAll(database, 'Organization', [
    { id, kind: 'operator', name, domain, country: 'DE', region: 'europe', ...contact, createdAt },
  ])
  await importCatalog(operator, { content: readFileSync('prisma/catalog/catalog.csv', 'utf8') })
}

await main(process.argv.slice(2))
