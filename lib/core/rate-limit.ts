import { Pool } from 'pg'
import { type IRateLimiterPostgresOptions, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { environment } from './env'
import { DomainError } from './errors'
import { log } from './log'

/** Budgets are rows, so that several web processes share them and a restart forgets nothing. */

export interface Budget {
  name: string
  points: number
  /** Seconds in which the points may be spent. */
  seconds: number
}

const forEachProcess = globalThis as { tandemBudgets?: { pool: Pool; limiters: Map<string, RateLimiterPostgres> } }

function limiter(budget: Budget): RateLimiterPostgres {
  forEachProcess.tandemBudgets ??= {
    pool: quietPool(environment().APPLICATION_DATABASE_URL),
    limiters: new Map(),
  }
  const { pool, limiters } = forEachProcess.tandemBudgets
  const known = limiters.get(budget.name)
  if (known) return known
  const options: IRateLimiterPostgresOptions = {
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: budget.name,
    points: budget.points,
    duration: budget.seconds,
  }
  const made = new RateLimiterPostgres(options)
  limiters.set(budget.name, made)
  return made
}

/** A server that goes away ends idle connections; without a listener that would end the process too. */
function quietPool(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 2 })
  pool.on('error', (error) => log.warn({ reason: error.message }, 'budget connection lost'))
  return pool
}

/**
 * Spends one point, atomically and before the work it guards.
 * @throws DomainError `too_many_attempts` with `minutes` until the next try
 */
export async function spend(budget: Budget, key: string, points = 1): Promise<void> {
  try {
    await limiter(budget).consume(key, points)
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    throw new DomainError('too_many_attempts', {
      parameters: { minutes: Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000)) },
    })
  }
}

/** Gives back what an honest attempt spent. */
export async function giveBack(budget: Budget, key: string): Promise<void> {
  await limiter(budget).reward(key)
}

export async function forget(budget: Budget, key: string): Promise<void> {
  await limiter(budget).delete(key)
}

export async function closeBudgets(): Promise<void> {
  await forEachProcess.tandemBudgets?.pool.end()
  delete forEachProcess.tandemBudgets
}
