import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Memory } from './measured-pages'
import type { PageRate, Rate } from './pages'

export interface Measurement {
  size: number
  buildSeconds: number
  /** Of the machine, before measuring. */
  load: number
  pages: PageRate[]
  memory: Memory | null
  operations: Record<string, Rate>
}

export interface Report {
  at: string
  machine: { processors: number; model: string; node: string; load: number }
  seconds: number
  measurements: Measurement[]
}

export function writeReport(report: Report, file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const growth = growthOf(report.measurements)
  writeFileSync(file, `${JSON.stringify({ ...report, growth }, null, 2)}\n`)
}

export function printReport({ measurements, machine, at }: Report): void {
  console.log(`\n${at}, ${machine.processors} processors, ${machine.node}`)
  for (const measurement of measurements) printMeasurement(measurement)
  const growth = growthOf(measurements)
  if (Object.keys(growth).length === 0) return
  const [smallest, largest] = [measurements[0]?.size, measurements.at(-1)?.size]
  console.log(`\nWhat it costs at ${number(largest ?? 0)} customers, as a multiple of ${number(smallest ?? 0)}:`)
  for (const [name, times] of Object.entries(growth)) console.log(`  ${name.padEnd(26)} ${times.toFixed(2)}`)
}

function printMeasurement({ size, load, pages, memory, operations }: Measurement): void {
  console.log(`\n${number(size)} customers (load before: ${load.toFixed(1)})`)
  console.log('                                  per s    p50 ms   p99 ms   of bare      kB   queries (sent)')
  for (const page of pages) {
    const share = page.share === null ? '' : `${Math.round(page.share * 100)} %`
    const rest = [
      share.padStart(9),
      String(page.kilobytes).padStart(8),
      page.statements ? `${page.statements.queries} (${page.statements.all})`.padStart(12) : '',
    ]
    console.log(row(page.name, page) + rest.join(' '))
  }
  for (const [name, rate] of Object.entries(operations)) console.log(row(name, rate))
  if (memory) console.log(`  memory of the web process: ${memory.idle} MB idle, ${memory.after} MB afterwards`)
}

function row(name: string, { rate, p50, p99 }: Rate): string {
  return `  ${name.padEnd(26)} ${rate.toFixed(1).padStart(10)} ${String(p50).padStart(9)} ${String(p99).padStart(8)}`
}

/**
 * By how much the time for one request grows from the smallest world to the largest. That of a page is measured by the bare page of
 * the same moments, which costs the same in every world: the machine is not the same a quarter of an hour later.
 */
function growthOf(measurements: readonly Measurement[]): Record<string, number> {
  const [first, last] = [measurements[0], measurements.at(-1)]
  if (!first || !last || first === last) return {}
  const rates = ({ pages, operations }: Measurement) =>
    new Map([
      ...pages.flatMap(({ name, share }) => (share === null ? [] : [[name, share] as const])),
      ...Object.entries(operations).map(([name, { rate }]) => [name, rate] as const),
    ])
  const before = rates(first)
  return Object.fromEntries([...rates(last)].map(([name, rate]) => [name, (before.get(name) ?? 0) / rate]))
}

function number(value: number): string {
  return value.toLocaleString('en')
}
