import { randomInt } from 'node:crypto'
import fc from 'fast-check'

export const deep = process.env.TANDEM_DEEP === '1'

/** A count that TANDEM_DEEP=1 raises. */
export function times(normally: number, deeply: number): number {
  return deep ? deeply : normally
}

const fresh = Number(process.env.TANDEM_SEED ?? randomInt(1, 2 ** 31 - 1))
let announced = false

/**
 * Checks a property twice: with a seed that never changes and with one of this run, which is printed so that
 * `TANDEM_SEED=… vitest run` repeats it.
 */
export async function holds(property: fc.IRawProperty<unknown>, runs = 300, deepRuns = runs * 20): Promise<void> {
  if (!announced) console.log(`TANDEM_SEED=${fresh}`)
  announced = true
  for (const seed of [20_261_120, fresh]) {
    await fc.assert(property, { seed, numRuns: times(runs, deepRuns) })
  }
}
