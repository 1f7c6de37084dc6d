import { setClockOffset } from './clock'
import { type Database, inTransaction } from './db'
import { environment } from './env'
import { log } from './log'

/** The clock that a demo can move. Every process follows the one row that says how far it runs ahead. */

/** In demo and development only, as with the mailbox. In production the clock is the server's. */
export function clockIsMovable(): boolean {
  return environment().APP_MODE !== 'production'
}

/** Opens the table of the clock for the rest of the transaction. */
export async function openClock(db: Database): Promise<void> {
  await db.$executeRaw`select set_config('app.clock', 'movable', true)`
}

const forEachProcess = globalThis as { tandemClockFollower?: NodeJS.Timeout }

/** Reads the clock now and once a second from then on. Where it cannot be moved, nothing is ever read. */
export async function followClock(): Promise<void> {
  if (!clockIsMovable()) return
  await readClock()
  forEachProcess.tandemClockFollower ??= setInterval(readClock, 1_000).unref()
}

async function readClock(): Promise<void> {
  try {
    const row = await inTransaction({ organizationId: null, readOnly: true }, async (db) => {
      await openClock(db)
      return db.portalClock.findUnique({ where: { id: 1 }, select: { offset: true } })
    })
    setClockOffset(Number(row?.offset ?? 0))
  } catch (error) {
    // The database may be starting; the next second asks again.
    log.debug({ err: error }, 'clock not read')
  }
}
