import { z } from 'zod'
import { identifier } from '@/lib/core/vocabulary'

/** People whose licenses are managed together. */
export const peopleAtOnce = 100

const ids = z.array(identifier).max(100, { error: 'too_long' })
const people = z.array(identifier).max(peopleAtOnce, { error: 'too_long' })
const distinct = (given: string[]) => [...new Set(given)].sort()

export const listLicensesInput = z.strictObject({
  customerId: identifier,
  /** Whose licenses are looked at; nobody's unless given. */
  userIds: people.default([]).transform(distinct),
})

export const changeLicensesInput = z
  .strictObject({
    customerId: identifier,
    userIds: people.min(1, { error: 'required' }).transform(distinct),
    /** Subscriptions everybody gets a license of; those named nowhere stay as they are, with each person. */
    assign: ids.default([]).transform(distinct),
    remove: ids.default([]).transform(distinct),
  })
  .refine(({ assign, remove }) => assign.length + remove.length > 0, { error: 'license_choice', path: ['assign'] })
  .refine(({ assign, remove }) => !assign.some((id) => remove.includes(id)), {
    error: 'license_both',
    path: ['assign'],
  })
