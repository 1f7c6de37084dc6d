// How a launcher ends: in the reverse order of what it began, whether by Ctrl-C, by a signal or by an error.

const steps: (() => Promise<void>)[] = []
let ending = false

/** `step` runs when the launcher ends; what was begun later is ended earlier. */
export function atEnd(step: () => Promise<void>): void {
  steps.push(step)
}

export function isEnding(): boolean {
  return ending
}

export async function end(code: number): Promise<never> {
  ending = true
  for (const step of steps.reverse()) {
    await step().catch((error: unknown) => console.error(error))
  }
  process.exit(code)
}

/** Runs a launcher's main function; an error becomes one readable message and exit code 1. */
export function launch(main: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => endOnSignal())
  endWithParent()
  main().catch((error: unknown) => {
    // A program that was stopped because the launcher ends is no error.
    if (ending) return
    console.error(process.env.DEBUG || !(error instanceof Error) ? error : error.message)
    end(1)
  })
}

let askedAt = 0

function endOnSignal(): void {
  if (!ending) {
    askedAt = Date.now()
    end(0)
  } else if (Date.now() - askedAt > 1_000) {
    // Asked again (not just twice at once: from the terminal and from npm), so without waiting any longer. The programs
    // and the database notice the end of this process and stop by themselves.
    process.exit(130)
  }
}

// Killing `npm run …` outright must not leave the portal running behind it.
function endWithParent(): void {
  const parent = process.ppid
  if (process.env.npm_lifecycle_event === undefined || parent === 1) return
  setInterval(() => process.ppid !== parent && !ending && end(0), 500).unref()
}
