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
  /** What the database was sent for one request: all of it, and of that what reads or writes rows. */
  statements: { all: number; queries: number } | null
}

/** @throws Error when an answer is not the page */
export async function measurePage(page: Page, seconds: number): Promise<Rate & { kilobytes: number }> {
  const kilobytes = await look(page)
  // Some hundreds of requests go by before the compiler has done with a page.
  await load(page, Math.max(5, seconds))
  const { requests, latency } = await load(page, seconds)
  return { rate: requests.average, p50: latency.p50, p99: latency.p99, kilobytes }
}

async function load({ name, server, cookie, paths }: Page, seconds: number) {
  const result = await autocannon({
    url: server.origin,
    connections: parallel,
    duration: seconds,
    requests: paths.map((path) => ({ method: 'GET', path, headers: { cookie } })),
  })
  const failed = result.non2xx + result.errors + result.timeouts
  if (failed > 0) throw new Error(`${name}: ${failed} of ${result.requests.total} requests failed.`)
  return result
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
