import { describe, expect, inject, test } from 'vitest'
import { signInWithPassword } from '@/lib/auth/sign-in'
import { forgotPassword } from '@/lib/domain/account-security/commands'
import { signIn } from '@/lib/domain/users/commands'
import { newMark, organization, type Person, person } from '../support/organizations'
import { row, rows } from '../support/owner'
import { deep } from '../support/property'
import { answers, refusalOf } from '../support/refusal'
import { request } from '../support/request'

const { password } = inject('run')
const wrong = 'something else entirely'

async function somebody(): Promise<Person> {
  return person(await organization('provider'), ['globalAdmin'])
}

/** As after a quarter of an hour. */
async function windowPasses(key: string): Promise<void> {
  await rows(`update rate_limit set expire = expire - 15 * 60 * 1000 where key like '%' || $1 || '%'`, [key])
}

describe('a thousand guesses on one account', () => {
  test('lead to at most ten verifications, and the owner gets in within a quarter of an hour', async () => {
    const who = await somebody()
    const guess = () => signInWithPassword({ email: who.email, password: wrong }, request())
    const tally: Record<string, number> = {}
    for (let round = 0; round < 100; round += 1)
      for (const [answer, seen] of Object.entries(await answers(Array.from({ length: 10 }, guess))))
        tally[answer] = (tally[answer] ?? 0) + seen
    // What is refused as too many has verified nothing: the budget is spent before the work.
    expect(tally).toEqual({ sign_in_failed: 10, too_many_attempts: 990 })
    const { code, parameters } = await refusalOf(signIn(null, { email: who.email, password }, request()))
    expect(code).toBe('too_many_attempts')
    expect(parameters.minutes).toBeLessThanOrEqual(15)
    // Guessing on did not put it off: the time counts from the first guess.
    const { wait } = await row<{ wait: string }>(
      `select (expire - extract(epoch from now()) * 1000) / 60000 as wait from rate_limit where key = $1`,
      [`sign-in-account:${who.email}`],
    )
    expect(Number(wait)).toBeLessThanOrEqual(15)
    await windowPasses(who.email)
    expect((await signIn(null, { email: who.email, password }, request())).sessionToken).not.toBeNull()
  })

  test('do not make the owner wait in a browser that was used before', async () => {
    const who = await somebody()
    const mine = request()
    const { deviceToken } = await signIn(null, { email: who.email, password }, mine)
    expect(deviceToken).toMatch(/^dev_[\w-]{43}$/)
    const strangers = Array.from({ length: 14 }, () =>
      signInWithPassword({ email: who.email, password: wrong }, request()),
    )
    expect(await answers(strangers)).toEqual({ sign_in_failed: 10, too_many_attempts: 4 })
    const { sessionToken } = await signIn(null, { email: who.email, password }, { ...mine, deviceToken })
    expect(sessionToken).not.toBeNull()
    // Strangers still wait: the owner's success has given them nothing back.
    expect(await answers([signInWithPassword({ email: who.email, password: wrong }, request())])).toEqual({
      too_many_attempts: 1,
    })
    const stored = await row<{ text: string }>('select d::text as text from "KnownDevice" d where "userId" = $1', [
      who.id,
    ])
    expect(stored.text).not.toContain(deviceToken?.slice(4))
  })

  test('from that browser have ten tries of their own, no more', async () => {
    const who = await somebody()
    const { deviceToken } = await signIn(null, { email: who.email, password }, request())
    const guesses = Array.from({ length: 14 }, () =>
      signInWithPassword({ email: who.email, password: wrong }, { ...request(), deviceToken }),
    )
    expect(await answers(guesses)).toEqual({ sign_in_failed: 10, too_many_attempts: 4 })
  })

  test('are not helped by the browser of somebody else, nor by an invented one', async () => {
    const [who, other] = [await somebody(), await somebody()]
    const { deviceToken } = await signIn(null, { email: other.email, password }, request())
    const marks = [deviceToken, `dev_${'A'.repeat(43)}`, 'nonsense', undefined]
    const guesses = Array.from({ length: 16 }, (_, number) =>
      signInWithPassword(
        { email: who.email, password: wrong },
        { ...request(), deviceToken: marks[number % marks.length] ?? null },
      ),
    )
    expect(await answers(guesses)).toEqual({ sign_in_failed: 10, too_many_attempts: 6 })
  })
})

/** Chance that a value of one list is above a value of the other; a half says that they cannot be told apart. */
function areaUnderCurve(one: readonly number[], other: readonly number[]): number {
  let above = 0
  for (const a of one) for (const b of other) above += a > b ? 1 : a === b ? 0.5 : 0
  return above / (one.length * other.length)
}

/** Both kinds by turns, so that what slows the machine slows them alike; again where the machine was restless. */
async function apart(known: () => Promise<unknown>, unknown: () => Promise<unknown>, samples: number) {
  const measure = async (work: () => Promise<unknown>) => {
    const started = performance.now()
    await work()
    return performance.now() - started
  }
  const spent = { known: [] as number[], unknown: [] as number[] }
  for (let number = 0; number < samples; number += 1) {
    const first = number % 2 === 0
    if (first) spent.known.push(await measure(known))
    spent.unknown.push(await measure(unknown))
    if (!first) spent.known.push(await measure(known))
  }
  return areaUnderCurve(spent.known, spent.unknown)
}

describe('known and unknown addresses', () => {
  const samples = deep ? 500 : 120
  const [low, high] = deep ? [0.45, 0.55] : [0.38, 0.62]

  async function people(): Promise<Person[]> {
    const of = await organization('provider')
    return Promise.all(Array.from({ length: samples }, () => person(of)))
  }

  async function expectAlike(work: (email: string) => Promise<unknown>) {
    const areas: number[] = []
    for (let round = 0; round < 3; round += 1) {
      const emails = (await people()).map(({ email }) => email)
      const strangers = emails.map((email) => `${newMark()}${email.slice(email.indexOf('@'))}`)
      const area = await apart(
        () => work(emails.pop() ?? ''),
        () => work(strangers.pop() ?? ''),
        samples,
      )
      areas.push(area)
      if (area >= low && area <= high) return
    }
    expect.fail(`they can be told apart: ${areas.join(', ')}`)
  }

  test('answer alike at sign-in, in what and in how long', async () => {
    const seen = new Set<string>()
    await expectAlike(async (email) => {
      const { code, status, fields, parameters } = await refusalOf(signIn(null, { email, password: wrong }, request()))
      seen.add(JSON.stringify({ code, status, fields, parameters }))
    })
    expect([...seen]).toEqual([JSON.stringify({ code: 'sign_in_failed', status: 401, fields: {}, parameters: {} })])
  })

  test('answer alike where a password was forgotten, in what and in how long', async () => {
    const seen = new Set<string>()
    await expectAlike(async (email) => {
      seen.add(JSON.stringify(await forgotPassword(null, { email }, request())))
    })
    expect([...seen]).toEqual(['{"asked":true}'])
  })
})
