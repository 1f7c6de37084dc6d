import { times } from '../../support/property'
import { type Outcome, outcomeOf, type Press, pressRequest } from '../support/actions'
import { begin } from '../support/http'
import { expect, test } from '../support/test'
import { fullCart, made, newCustomer, nothing, rowsOf, seller } from './submissions'

const atOnce = 50

test(`${atOnce} submissions of one new customer at the same moment found it once, and one of them gets its password`, async ({
  portal: { origin },
}) => {
  const selling = await seller()
  for (let round = 1; round <= times(2, 20); round += 1) {
    const { nonce, press } = newCustomer(selling, origin)
    expect(await rowsOf(nonce)).toEqual(nothing)
    const outcomes = await pressTogether(press)
    expectCleanAnswers(outcomes, 'done')
    const shown = outcomes.flatMap(({ state }) => state?.shown ?? [])
    expect(new Set(shown.map(({ customerId }) => customerId)).size).toBe(1)
    expect(shown.filter(({ temporaryPassword }) => temporaryPassword)).toHaveLength(1)
    expect(await rowsOf(nonce)).toEqual(made.submitNewCustomerAction)
  }
})

test(`${atOnce} submissions of one cart at the same moment are one order, and everybody is led to it`, async ({
  portal: { origin },
}) => {
  const selling = await seller()
  for (let round = 1; round <= times(2, 20); round += 1) {
    const { nonce, press } = await fullCart(selling, origin)
    expect(await rowsOf(nonce)).toEqual(nothing)
    const outcomes = await pressTogether(press)
    expectCleanAnswers(outcomes, 'redirected')
    expect(new Set(outcomes.flatMap(({ redirectTo }) => redirectTo ?? [])).size).toBe(1)
    expect(await rowsOf(nonce)).toEqual(made.submitCartAction)
  }
})

async function pressTogether(press: Press): Promise<Outcome[]> {
  const asked = await Promise.all(Array.from({ length: atOnce }, () => pressRequest(press)))
  // Everything but the last byte is there before the first of them is complete.
  const begun = asked.map((each) => begin(press.origin, each))
  await Promise.all(begun.map(({ sent }) => sent))
  return (await Promise.all(begun.map(({ finish }) => finish()))).map(outcomeOf)
}

/** Every one has succeeded, or was told in words to press again. */
function expectCleanAnswers(outcomes: Outcome[], success: string): void {
  const told: Record<string, number> = {}
  for (const { result } of outcomes) told[result] = (told[result] ?? 0) + 1
  console.log(JSON.stringify(told))
  expect(told[success], JSON.stringify(told)).toBeGreaterThan(0)
  const { [success]: _good, ...others } = told
  expect(Object.keys(others).filter((result) => result !== 'busy')).toEqual([])
  for (const { status, state } of outcomes.filter(({ result }) => result === 'busy'))
    expect([status < 500, (state?.httpStatus ?? 500) < 500, Boolean(state?.message)]).toEqual([true, true, true])
}
