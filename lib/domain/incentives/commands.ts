import { DomainError, isDomainError } from '@/lib/core/errors'
import { type CommandContext, command } from '@/lib/core/operation'
import { assertMayBeOfRecord } from '../orders/guard-steps'
import { workOf } from '../orders/steps'
import {
  assertReassignable,
  holdSold,
  nameOf,
  type SoldSubscription,
  writeReseller,
} from '../subscription-partners/steps'
import { setResellersOfRecordInput } from './schema'

/** What is said beside a row that could not be set. */
const reasons = {
  transition_refused: 'subscription_gone',
  reseller_not_eligible: 'reseller_not_serving',
  reseller_not_serving: 'reseller_not_serving',
  reseller_agreement_missing: 'reseller_agreement',
} as const

/**
 * Sets one reseller of record on many subscriptions, all of them or none; each is checked as if it were alone. What is wrong
 * with which stands in the fields of the refusal, by subscription.
 * @throws DomainError `not_found`, `resellers_not_set`
 */
export const setResellersOfRecord = command({
  access: 'resellerOfRecord.set',
  input: setResellersOfRecordInput,
  async run(context) {
    const { actor, input, db, repeats } = context
    const held: SoldSubscription[] = []
    // In one order, so that two who set many do not hold each other's next.
    for (const id of [...input.subscriptionIds].sort()) held.push(await holdSold(db, actor, id))
    const failures: Failure[] = []
    for (const subscription of held) {
      const reason = await whyNot(context, subscription)
      if (reason) failures.push({ ...subscription, reason })
    }
    if (failures.length > 0) throw refusal(failures)
    const changing = held.filter(({ resellerId }) => resellerId !== input.resellerId)
    if (changing.length === 0) repeats()
    const reseller = await nameOf(db, input.resellerId)
    for (const subscription of changing) await writeReseller(workOf(context), subscription, reseller)
    return { changed: changing.length }
  },
})

type Context = CommandContext<'resellerOfRecord.set', { resellerId: string }>

async function whyNot({ actor, input, db }: Context, subscription: SoldSubscription): Promise<string | null> {
  try {
    assertReassignable(subscription)
    await assertMayBeOfRecord(db, actor, { id: subscription.customerId }, input.resellerId)
    return null
  } catch (error) {
    if (isDomainError(error) && isSaid(error.code)) return reasons[error.code]
    throw error
  }
}

function isSaid(code: string): code is keyof typeof reasons {
  return Object.hasOwn(reasons, code)
}

interface Failure {
  id: string
  title: string
  customerName: string
  reason: string
}

const namedAtMost = 5

function refusal(failures: readonly Failure[]): DomainError {
  const names = failures.slice(0, namedAtMost).map(({ title, customerName }) => `${title} (${customerName})`)
  const more = failures.length > namedAtMost ? ', …' : ''
  return new DomainError('resellers_not_set', {
    parameters: { count: failures.length, names: names.join(', ') + more },
    fields: Object.fromEntries(failures.map(({ id, reason }) => [id, [reason]])),
  })
}
