import { randomBytes } from 'node:crypto'
import { cpus, loadavg } from 'node:os'
import { generateClient } from '@/prisma/generate'
import { buildWhenStale } from '@/prisma/launch/build'
import { end, launch } from '@/prisma/launch/lifetime'
import { type BenchCluster, startCluster } from './cluster'
import { measureOperations } from './measured-operations'
import { readOptions } from './options'
import { type Measurement, printReport, writeReport } from './report'
import { buildWorld } from './world'
import { buildYardstick } from './yardstick'

// npm run bench [-- --sizes 1000,100000 --seconds 10 --only pages]: how fast the portal is, and whether it stays so when there
// is a thousand times as much of everything. Everything it makes is gone afterwards, but for the two builds and the figures.

const directory = '.data/bench/postgres'
const options = readOptions(process.argv.slice(2))
const secret = randomBytes(48).toString('base64')

launch(async () => {
  await generateClient()
  await buildWhenStale('.data/bench/build.log', () => console.log('Building the portal …'))
  const yardstick = await buildYardstick()
  const cluster = await startCluster(directory, console.log)
  const measurements: Measurement[] = []
  for (const size of options.sizes) measurements.push(await measureSize(cluster, yardstick, size))
  const report = {
    at: new Date().toISOString(),
    machine: {
      processors: cpus().length,
      model: cpus()[0]?.model ?? '',
      node: process.version,
      load: loadavg()[0] ?? 0,
    },
    seconds: options.seconds,
    measurements,
  }
  writeReport(report, '.data/bench/report.json')
  printReport(report)
  await end(0)
})

async function measureSize(cluster: BenchCluster, yardstick: string, size: number): Promise<Measurement> {
  const database = await cluster.createDatabase(`bench_${size}`)
  try {
    const began = Date.now()
    await measureOperations({ database, provided: 0, providers: 0 }, secret, ['catalog'])
    const world = await buildWorld(database, size)
    const buildSeconds = Math.round((Date.now() - began) / 1_000)
    console.log(`${size.toLocaleString('en')} customers built in ${buildSeconds} s. Load ${loadavg()[0]?.toFixed(1)}.`)
    const load = loadavg()[0] ?? 0
    // Not above: it imports the database client, which a fresh clone has only now.
    const { measurePages } = await import('./measured-pages')
    const pages = options.pages ? await measurePages({ database, world, yardstick, secret, ...options }) : null
    const operations = options.operations
      ? await measureOperations({ database, ...world }, secret, ['acceptances', 'authorizations', 'orders', 'seats'])
      : {}
    return { size, buildSeconds, load, ...(pages ?? { pages: [], memory: null }), operations }
  } finally {
    await cluster.dropDatabase(database)
  }
}
