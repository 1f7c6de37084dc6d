import { randomBytes, randomInt } from 'node:crypto'
import { clock } from '@/lib/core/clock'
import type { RequestFacts } from '@/lib/core/request'

/** A request from an address nobody else has, so that budgets of other tests do not count. */
export function request(ipAddress?: string): RequestFacts {
  const octet = () => randomInt(1, 255)
  return {
    requestId: randomBytes(8).toString('hex'),
    ipAddress: ipAddress ?? `10.${octet()}.${octet()}.${octet()}`,
    userAgent: 'test',
  }
}

/** Moves the portal's clock. The clock of the database, which sessions count by, stays. */
export function moveClock(milliseconds: number): void {
  const target = clock.now().getTime() + milliseconds
  const started = Date.now()
  clock.now = () => new Date(target + Date.now() - started)
}
