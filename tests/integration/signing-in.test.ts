import { describe, expect, inject, test } from 'vitest'
import { nextAuthOptions } from '@/lib/auth/next-auth-options'
import { hashPassword, verifyPassword } from '@/lib/auth/password'
import { findActor, revokeSession, sessionLimits } from '@/lib/auth/session'
import { signInWithPassword } from '@/lib/auth/sign-in'
import { hour, minute } from '@/lib/core/clock'
import { inTransaction } from '@/lib/core/db'
import { hashToken } from '@/lib/core/token'
import { signIn, signOut } from '@/lib/domain/users/commands'
import { actorOf, newMark, organization, person, signedIn } from '../support/organizations'
import { count, row, rows } from '../support/owner'
import { times } from '../support/property'
import { readers, watched } from '../support/record'
import { answers, refusal, refusalOf } from '../support/refusal'
import { request } from '../support/request'

const { password } = inject('run')

describe('signing in', () => {
  test('with the right password opens a session that names person, organization and roles', async () => {
    const reseller = await organization('reseller')
    const somebody = await person(reseller, ['salesAgent'], { locale: 'ru', timeZone: 'Europe/Moscow' })
    const watch = watched()
    const { sessionToken, returnTo } = await signIn(
      null,
      { email: ` ${somebody.email.toUpperCase()} `, password, returnTo: '/customers' },
      watch.request,
    )
    expect(returnTo).toBe('/customers')
    expect(sessionToken).toMatch(/^ses_[\w-]{43}$/)
    const actor = await findActor(sessionToken)
    expect(actor).toEqual({
      ...actorOf(somebody),
      sessionId: actor?.sessionId,
      confirmedAt: expect.any(Date),
      locale: 'ru',
      timeZone: 'Europe/Moscow',
    })
    expect(await watch.events()).toMatchObject([
      { type: 'user.signedIn', actorUserId: somebody.id, readers: readers(reseller) },
    ])
    const stored = await row<{ text: string }>('select s::text as text from "Session" s where "userId" = $1', [
      somebody.id,
    ])
    expect(stored.text).not.toContain(sessionToken?.slice(4))
  })

  test('keeps the time zone of the browser, and what it was where none or nonsense is told', async () => {
    const somebody = await person(await organization('reseller'))
    const zoneAfter = async (timeZone?: string) => {
      const { sessionToken } = await signIn(null, { email: somebody.email, password, timeZone }, request())
      return (await findActor(sessionToken))?.timeZone
    }
    expect(await zoneAfter('Asia/Kathmandu')).toBe('Asia/Kathmandu')
    expect(await zoneAfter()).toBe('Asia/Kathmandu')
    for (const nonsense of ['', 'Mars/Olympus', "UTC'; drop table x", '../../etc'])
      expect(await zoneAfter(nonsense)).toBe('Asia/Kathmandu')
  })

  test('with a wrong password, an unknown address or a disabled account answers alike and opens nothing', async () => {
    const provider = await organization('provider')
    const somebody = await person(provider)
    const disabled = await person(provider, [], { disabledAt: new Date() })
    const refusals = [
      await refusalOf(signIn(null, { email: somebody.email, password: 'something else entirely' }, request())),
      await refusalOf(signIn(null, { email: `nobody@${newMark()}.example`, password }, request())),
      await refusalOf(signIn(null, { email: disabled.email, password }, request())),
    ]
    for (const { code, status, fields, parameters } of refusals)
      expect({ code, status, fields, parameters }).toEqual({
        code: 'sign_in_failed',
        status: 401,
        fields: {},
        parameters: {},
      })
    expect(await count('Session', '"organizationId" = $1', [provider.id])).toBe(0)
    expect(await count('ActivityEntry', '"organizationId" = $1', [provider.id])).toBe(0)
  })

  test('takes about as long for an unknown address as for a wrong password', async () => {
    const somebody = await person(await organization('provider'))
    const median = async (email: () => string) => {
      const spent: number[] = []
      for (let number = 0; number < 8; number += 1) {
        const started = performance.now()
        await refusal(signInWithPassword({ email: email(), password: 'something else entirely' }, request()))
        spent.push(performance.now() - started)
      }
      return spent.sort((one, other) => one - other)[4] ?? 0
    }
    await median(() => `${newMark()}@b.example`)
    const [unknown, known] = [await median(() => `${newMark()}@b.example`), await median(() => somebody.email)]
    expect(Math.max(unknown, known) / Math.min(unknown, known)).toBeLessThan(4)
  })

  test.each([
    ['no address', { email: 'nobody', password }],
    ['no password', { email: 'a@b.example', password: '' }],
    ['an absurd password', { email: 'a@b.example', password: 'x'.repeat(513) }],
    ['an operator', { email: { not: '' }, password: { not: '' } }],
    ['a field too many', { email: 'a@b.example', password, mustChangePassword: false }],
  ])('refuses %s as input', async (_what, input) =>
    expect(await refusal(signIn(null, input as never, request()))).toBe('input_invalid'),
  )

  test('takes a password however its accents are encoded', async () => {
    const somebody = await person(await organization('provider'))
    // The hash of the run is of plain letters: full-width ones fold to them.
    const wide = [...password]
      .map((letter) => (letter === ' ' ? ' ' : String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)))
      .join('')
    await signIn(null, { email: somebody.email, password: wide }, request())
  })

  test('through a temporary password works until it lapses, to the millisecond', async () => {
    const provider = await organization('provider')
    const temporary = (milliseconds: number) =>
      person(provider, [], {
        mustChangePassword: true,
        temporaryPasswordExpiresAt: new Date(Date.now() + milliseconds),
      })
    expect(await refusal(signIn(null, { email: (await temporary(-1)).email, password }, request()))).toBe(
      'sign_in_failed',
    )
    const { sessionToken } = await signIn(null, { email: (await temporary(60_000)).email, password }, request())
    expect(await findActor(sessionToken)).toMatchObject({ mustChangePassword: true })
  })
})

describe('guessing passwords', () => {
  test('of one account from a thousand addresses is checked ten times, then even the right one waits', async () => {
    const somebody = await person(await organization('provider'))
    const guess = (word: string) => signInWithPassword({ email: somebody.email, password: word }, request())
    const tally: Record<string, number> = {}
    const started = performance.now()
    await verifyPassword(inject('run').passwordHash, 'something else entirely')
    const oneVerification = performance.now() - started
    let began = performance.now()
    for (let round = 0; round < times(20, 100); round += 1) {
      if (round === 1) began = performance.now()
      const given = await answers(Array.from({ length: 10 }, (_, number) => guess(`guess number ${round} ${number}`)))
      for (const [answer, seen] of Object.entries(given)) tally[answer] = (tally[answer] ?? 0) + seen
    }
    expect(tally).toEqual({ sign_in_failed: 10, too_many_attempts: times(190, 990) })
    // Two verifications run at a time. What is refused costs far less than one: nothing is verified.
    expect((performance.now() - began) / times(190, 990)).toBeLessThan(oneVerification / 4)
    const { code, parameters } = await refusalOf(guess(password))
    expect(code).toBe('too_many_attempts')
    expect(parameters.minutes).toBeGreaterThan(0)
    expect(parameters.minutes).toBeLessThanOrEqual(15)
    expect(await count('Session', '"userId" = $1', [somebody.id])).toBe(0)
  })

  test('waits alike for an account that does not exist', async () => {
    const email = `${newMark()}@b.example`
    const given = await answers(Array.from({ length: 14 }, () => signInWithPassword({ email, password }, request())))
    expect(given).toEqual({ sign_in_failed: 10, too_many_attempts: 4 })
  })

  test('of many accounts from one address is stopped after twenty in a minute', async () => {
    const from = request()
    const tally: Record<string, number> = {}
    for (let number = 0; number < 25; number += 1) {
      const answer = await refusal(signInWithPassword({ email: `${newMark()}@b.example`, password }, from))
      tally[answer] = (tally[answer] ?? 0) + 1
    }
    expect(tally).toEqual({ sign_in_failed: 20, too_many_attempts: 5 })
  })

  test('is forgotten when the owner signs in, who has the tenth try too', async () => {
    const somebody = await person(await organization('provider'))
    const guess = (word: string) => signInWithPassword({ email: somebody.email, password: word }, request())
    for (let number = 0; number < 9; number += 1) await refusal(guess('something else entirely'))
    await guess(password)
    expect(await refusal(guess('something else entirely'))).toBe('sign_in_failed')
  })

  test('all at once queues and is refused as busy instead of taking the server down', async () => {
    const given = await answers(
      Array.from({ length: 60 }, () => signInWithPassword({ email: `${newMark()}@b.example`, password }, request())),
    )
    expect(Object.keys(given).sort()).toEqual(['busy', 'sign_in_failed'])
    expect(given.sign_in_failed).toBeGreaterThanOrEqual(20)
  })

  test('finds a place however many new passwords are being made', async () => {
    const somebody = await person(await organization('provider'))
    const flood = Array.from({ length: 60 }, () => answers([hashPassword(password)]))
    const owner = { email: somebody.email, password }
    const given = await answers(Array.from({ length: 5 }, () => signInWithPassword(owner, request())))
    expect(given).toEqual({ ok: 5 })
    const made = (await Promise.all(flood)).map((one) => Object.keys(one)[0])
    expect(new Set(made)).toEqual(new Set(['ok', 'busy']))
  })
})

describe('a session', () => {
  const somebody = async () => person(await organization('customer'), ['globalAdmin'])
  const ago = (milliseconds: number) => new Date(Date.now() - milliseconds)

  test('ends 30 minutes after the last request', async () => {
    const who = await somebody()
    expect(sessionLimits.idle).toBe(30 * minute)
    expect(await findActor(await signedIn(who, { lastSeenAt: ago(30 * minute - 5_000) }))).not.toBeNull()
    expect(await findActor(await signedIn(who, { lastSeenAt: ago(30 * minute + 1_000) }))).toBeNull()
  })

  test('ends 12 hours after it began, however busy', async () => {
    const who = await somebody()
    expect(sessionLimits.absolute).toBe(12 * hour)
    expect(await findActor(await signedIn(who, { createdAt: ago(12 * hour), expiresAt: ago(-5_000) }))).not.toBeNull()
    expect(await findActor(await signedIn(who, { createdAt: ago(12 * hour), expiresAt: ago(1) }))).toBeNull()
    await signIn(null, { email: who.email, password }, request())
    const [opened] = await rows<{ life: string }>(
      'select extract(epoch from "expiresAt" - "createdAt") as life from "Session" where "userId" = $1 order by "createdAt" desc limit 1',
      [who.id],
    )
    expect(Number(opened?.life)).toBeCloseTo(12 * 3600, 0)
  })

  test('is kept alive by requests, written down at most once a minute', async () => {
    const who = await somebody()
    const [idle, fresh] = [
      await signedIn(who, { lastSeenAt: ago(10 * minute) }),
      await signedIn(who, { lastSeenAt: ago(20_000) }),
    ]
    await findActor(idle)
    await findActor(fresh)
    const age = async (token: string) =>
      Number(
        (
          await row<{ age: string }>(
            'select extract(epoch from now() - "lastSeenAt") as age from "Session" where "tokenHash" = $1',
            [hashToken(token)],
          )
        ).age,
      )
    expect(await age(idle)).toBeLessThan(5)
    expect(await age(fresh)).toBeGreaterThan(15)
  })

  test('is found by its whole token only', async () => {
    const token = await signedIn(await somebody())
    for (const text of [
      '',
      token.slice(0, -1),
      `${token}A`,
      token.toUpperCase(),
      hashToken(token),
      `${token}' or '1'='1`,
      token.replace('ses_', 'inv_c_'),
    ])
      expect(await findActor(text)).toBeNull()
  })

  test('signed out is over at once, is recorded, and other sessions go on', async () => {
    const who = await somebody()
    const [here, elsewhere] = [await signedIn(who), await signedIn(who)]
    const watch = watched()
    await signOut(await findActor(here), {}, watch.request)
    expect(await findActor(here)).toBeNull()
    expect(await findActor(elsewhere)).not.toBeNull()
    expect(await watch.events()).toMatchObject([{ type: 'user.signedOut', actorUserId: who.id }])
  })

  test('signed out through next-auth is over at once, too', async () => {
    const token = await signedIn(await somebody())
    const { jwt, events } = nextAuthOptions(request())
    const decoded = await jwt?.decode?.({ token, secret: '' })
    expect(decoded).toMatchObject({ sessionToken: token })
    await events?.signOut?.({ token: decoded, session: null } as never)
    expect(await findActor(token)).toBeNull()
    expect(await jwt?.decode?.({ token, secret: '' })).toBeNull()
  })

  test('of another organization cannot be ended', async () => {
    const token = await signedIn(await somebody())
    const stranger = await somebody()
    const victim = await findActor(token)
    await inTransaction({ organizationId: stranger.organization.id }, (db) =>
      revokeSession(db, victim?.sessionId ?? ''),
    )
    expect(await findActor(token)).not.toBeNull()
  })
})
