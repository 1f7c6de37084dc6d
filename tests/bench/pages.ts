import autocannon from 'autocannon'
import type { WebServer } from './web-server'

/** What one page costs: asked for by sixteen visitors at once, each waiting for the answer before asking again. */

export const parallel = 16

export interface Page {
  name: string
  server: WebServer
  cookie: string
  /** Asked for in turn, so that not one customer alone is warm. */
  paths: string[]
  /** Stands in every answer, so that no error page is measured. */
  shows: string
}

export interface Rate {
  /** A second. */
  rate: number
  /** Milliseconds. */
  p50: number
  p99: number
}

export interface PageRate extends Rate {
  name: string
  kilobytes: number
  /** Requests a second beside those of the yardstick in the same moments. Null for the yardstick itself. */
  share: number | null
  /** What the database was sent for one request: all of it, and of that what reads or writes rows. */
  statements: { all: number; queries: number } | null
}

/**
 * A second of the page, a second of the yardstick, and so on: a machine that others share is half as fast in one minute as in the
 * next, and what is compared has to have met the same.
 * @throws Error when an answer is not the page
 */
export async function measurePage(
  page: Page,
  yardstick: Page,
  seconds: number,
): Promise<Rate & { kilobytes: number; share: number | null }> {
  const kilobytes = await look(page)
  // Some hundreds of requests go by before the compiler has done with a page.
  await load(page, Math.max(5, seconds))
  const slices: Rate[] = []
  const shares: number[] = []
  for (let second = 0; second < seconds; second += 1) {
    const beside = page === yardstick ? null : await load(yardstick, 1)
    const slice = await load(page, 1)
    slices.push(slice)
    if (beside) shares.push(slice.rate / beside.rate)
  }
  const middle = (pick: (slice: Rate) => number) => median(slices.map(pick))
  return {
    rate: slices.reduce((sum, { rate }) => sum + rate, 0) / slices.length,
    p50: middle(({ p50 }) => p50),
    p99: middle(({ p99 }) => p99),
    share: shares.length > 0 ? median(shares) : null,
    kilobytes,
  }
}

function median(numbers: number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0
}

async function load({ name, server, cookie, paths }: Page, seconds: number): Promise<Rate> {
  const result = await autocannon({
    url: server.origin,
    connections: parallel,
    duration: seconds,
    requests: paths.map((path) => ({ method: 'GET', path, headers: { cookie } })),
  })
  const failed = result.non2xx + result.errors + result.timeouts
  if (failed > 0) throw new Error(`${name}: ${failed} of ${result.requests.total} requests failed.`)
  // Each visitor asks again as soon as it has its answer. Counting answers would leave out those that the end has cut off.
  const { p50, p99, average } = result.latency
  return { rate: (parallel / average) * 1_000, p50, p99 }
}

/** Returns the size of the answer. */
export async function look({ name, server, cookie, paths, shows }: Page): Promise<number> {
  const response = await fetch(server.origin + paths[0], { headers: { cookie }, redirect: 'manual' })
  const text = await response.text()
  if (!response.ok || !text.includes(shows)) {
    throw new Error(`${name}: ${paths[0]} answered ${response.status} without "${shows}".`)
  }
  return Math.round(Buffer.byteLength(text) / 102.4) / 10
}
