/** How far the demo has moved the clock, in milliseconds: one number per process, whatever bundles the code is cut into. */
const forEachProcess = globalThis as { tandemClockOffset?: number }

/** The present moment. Everything that asks for the time asks here, so that tests and simulations can move it. */
export const clock = { now: (): Date => new Date(Date.now() + (forEachProcess.tandemClockOffset ?? 0)) }

export function setClockOffset(milliseconds: number): void {
  forEachProcess.tandemClockOffset = milliseconds
}

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

export function after(milliseconds: number, from = clock.now()): Date {
  return new Date(from.getTime() + milliseconds)
}
