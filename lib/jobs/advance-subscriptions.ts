import type { Database } from '@/lib/core/db'
import { addJob } from '@/lib/core/queue'

/** The task of the worker that does what has fallen due with subscriptions; every ten minutes, and when the clock moved. */
export const advanceSubscriptionsTask = 'advance-subscriptions'

export async function advanceSubscriptionsSoon(db: Database): Promise<void> {
  await addJob(db, advanceSubscriptionsTask, {}, advanceSubscriptionsTask)
}
