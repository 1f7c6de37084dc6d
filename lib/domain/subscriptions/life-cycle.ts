import { day } from '@/lib/core/clock'
import { DomainError } from '@/lib/core/errors'

/** The states of a subscription and every way from one to another (spec 3.8). What is not in the table cannot happen. */

export const subscriptionStatuses = ['pending', 'active', 'suspended', 'expired', 'disabled', 'deleted'] as const
export type Status = (typeof subscriptionStatuses)[number]

/** Done by somebody: the first four. Done by time: the others. */
export const lifeEvents = [
  'provision',
  'suspend',
  'reactivate',
  'cancel',
  'termEndsRenewing',
  'termEndsFinally',
  'graceEnds',
  'disabledEnds',
] as const
export type LifeEvent = (typeof lifeEvents)[number]

export const lifeCycle: Readonly<Record<Status, Partial<Record<LifeEvent, Status>>>> = {
  pending: { provision: 'active' },
  active: { suspend: 'suspended', cancel: 'deleted', termEndsRenewing: 'active', termEndsFinally: 'expired' },
  // What is suspended when its term ends is never renewed and skips the days in which people could still work.
  suspended: { reactivate: 'active', cancel: 'deleted', termEndsRenewing: 'disabled', termEndsFinally: 'disabled' },
  expired: { graceEnds: 'disabled' },
  disabled: { disabledEnds: 'deleted' },
  deleted: {},
}

/** How long people can still work after the term, and how long admins can still fetch the data after that. */
export const graceTime = 30 * day
export const disabledTime = 90 * day

export function after(status: Status, event: LifeEvent): Status | null {
  return lifeCycle[status][event] ?? null
}

/** @throws DomainError `transition_refused` */
export function moved(status: Status, event: LifeEvent): Status {
  const to = after(status, event)
  if (!to) throw new DomainError('transition_refused', { parameters: { from: status } })
  return to
}

const aliveness: readonly Status[] = ['active', 'pending', 'suspended', 'expired', 'disabled', 'deleted']

/** Whether an add-on in this state is more alive than its base, and so has to follow it. */
export function outlives(addOn: Status, base: Status): boolean {
  return aliveness.indexOf(addOn) < aliveness.indexOf(base)
}

/** Runs: is billed, and its term counts. */
export function isRunning(status: Status): boolean {
  return status === 'active' || status === 'suspended'
}
