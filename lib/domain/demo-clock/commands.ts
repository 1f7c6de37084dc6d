import { day } from '@/lib/core/clock'
import { clockIsMovable, openClock } from '@/lib/core/demo-clock'
import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { advanceSubscriptionsSoon } from '@/lib/jobs/advance-subscriptions'
import { furthest } from './rules'
import { advanceClockInput } from './schema'

/**
 * Moves the clock of the whole demo forward, and lets the worker do what falls due by that.
 * @throws DomainError `not_found` outside of a demo
 */
export const advanceClock = command({
  access: 'signedIn',
  input: advanceClockInput,
  async run({ input, db, audit }) {
    if (!clockIsMovable()) throw new DomainError('not_found')
    await openClock(db)
    const { count } = await db.portalClock.updateMany({
      where: { id: 1, offset: { lte: BigInt(furthest) } },
      data: { offset: { increment: BigInt(input.days * day) } },
    })
    if (count !== 1) throw new DomainError('input_invalid', { fields: { days: ['number_range'] } })
    await audit('clock.advanced', { days: input.days })
    await advanceSubscriptionsSoon(db)
  },
})
