/**
 * How well two samples of durations can be told apart: the chance that one of the second is longer than one of the first
 * (area under the ROC curve). 0.5: not at all.
 */
export function separability(first: readonly number[], second: readonly number[]): number {
  let wins = 0
  for (const one of first) for (const other of second) wins += other > one ? 1 : other === one ? 0.5 : 0
  return wins / (first.length * second.length)
}

/** Milliseconds of a piece of work, whatever it answers. */
export async function duration(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work().catch(() => undefined)
  return performance.now() - began
}
