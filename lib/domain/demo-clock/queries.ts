import { z } from 'zod'
import { day } from '@/lib/core/clock'
import { clockIsMovable, openClock } from '@/lib/core/demo-clock'
import { DomainError } from '@/lib/core/errors'
import { query } from '@/lib/core/operation'

/**
 * Today as the portal has it, and how many days that is ahead. Read from the row, not from what this process knows.
 * @throws DomainError `not_found` outside of a demo
 */
export const getDemoClock = query({
  access: 'signedIn',
  input: z.strictObject({}),
  async run({ db }) {
    if (!clockIsMovable()) throw new DomainError('not_found')
    await openClock(db)
    const row = await db.portalClock.findUnique({ where: { id: 1 }, select: { offset: true } })
    const offset = Number(row?.offset ?? 0)
    return { now: new Date(Date.now() + offset), days: Math.round(offset / day) }
  },
})
