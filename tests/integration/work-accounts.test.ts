import { describe, expect, test } from 'vitest'
import { findActor } from '@/lib/auth/session'
import { day } from '@/lib/core/clock'
import { linkToken } from '@/lib/core/token'
import { beginWorkAccount, confirmAccountSetup } from '@/lib/domain/account-setup/commands'
import { viewAccountSetup } from '@/lib/domain/account-setup/queries'
import { viewEnrollment } from '@/lib/domain/enrollment/queries'
import { getHome } from '@/lib/domain/home/queries'
import { listProviders } from '@/lib/domain/partnerships/queries'
import { signIn } from '@/lib/domain/users/commands'
import { newMark, organization, person } from '../support/organizations'
import { count, rows } from '../support/owner'
import { isQueued, type QueuedMail, readers, watched } from '../support/record'
import { answers, refusal, refusalOf } from '../support/refusal'
import { moveClock, request } from '../support/request'

// S2, step 3, "Create one": the work account of a company that nobody has invited.

const password = 'a bicycle made of glass'

function form(mark = newMark()) {
  return {
    organizationName: `Birch ${mark}`,
    prefix: mark,
    country: 'DE',
    fullName: 'Pia Birke',
    email: `pia@${mark}.example`,
    password,
    locale: 'ru' as const,
  }
}

async function lettersTo(email: string): Promise<QueuedMail[]> {
  return rows<QueuedMail>('select * from "Mail" where "toAddress" = $1 order by id', [email])
}

/** The token of the letter, which only the mailbox sees. */
async function mailedToken(email: string): Promise<string> {
  return linkToken('accountSetup', String((await lettersTo(email)).at(-1)?.parameters.salt))
}

async function begun(mark = newMark()) {
  const input = form(mark)
  await beginWorkAccount(null, input, request())
  return { input, token: await mailedToken(input.email), domain: `${mark}.onmicrosoft.com` }
}

describe('a work account', () => {
  test('comes to be when its mailbox answers, for a Global admin and Admin agent of a company that has still to enroll', async () => {
    const { input, token, domain } = await begun()
    expect(await count('User', 'email = $1', [input.email])).toBe(0)
    expect(await count('Organization', 'domain = $1', [domain])).toBe(0)
    expect(await refusal(signIn(null, { email: input.email, password }, request()))).toBe('sign_in_failed')
    const [letter] = await lettersTo(input.email)
    expect(letter).toMatchObject({ letter: 'enrollmentConfirmation', locale: 'ru' })
    expect(letter && (await isQueued(letter))).toBe(true)
    expect(await viewAccountSetup(null, { token })).toEqual({
      email: input.email,
      fullName: 'Pia Birke',
      organizationName: input.organizationName,
      domain,
      enrolls: true,
    })

    const watch = watched()
    const { sessionToken, goOnPath } = await confirmAccountSetup(null, { token }, watch.request)
    expect(goOnPath).toBe('/enroll/membership')
    const actor = await findActor(sessionToken)
    expect(actor).toMatchObject({
      email: input.email,
      organizationKind: 'reseller',
      organizationDomain: domain,
      vettingStatus: 'None',
      region: 'europe',
      locale: 'ru',
      mustChangePassword: false,
    })
    expect([...(actor?.roles ?? [])].sort()).toEqual(['adminAgent', 'globalAdmin'])
    const created = { id: actor?.organizationId ?? '' }
    expect(await watch.events()).toMatchObject([
      { type: 'organization.created', details: { kind: 'reseller' }, readers: readers(created) },
    ])
    // Its own letter, which stood under its future id.
    expect(await count('Mail', '"organizationId" = $1', [created.id])).toBe(1)
    await signIn(null, { email: input.email, password }, request())
    expect((await viewEnrollment(actor, {})).currentStep).toBe('membership')
    expect(await refusal(listProviders(actor, {}))).toBe('verification_pending')
    await getHome(actor, {})
  })

  test('comes to be once, however many confirm at the same time', async () => {
    const { input, token } = await begun()
    expect(await answers(Array.from({ length: 12 }, () => confirmAccountSetup(null, { token })))).toEqual({
      ok: 1,
      invitation_unknown: 11,
    })
    expect(await count('User', 'email = $1', [input.email])).toBe(1)
    expect(await viewAccountSetup(null, { token })).toBeNull()
  })

  test('comes to be once, however many letters were asked for', async () => {
    const mark = newMark()
    const first = await begun(mark)
    const second = await begun(mark)
    const confirmed = [first, second].map(({ token }) => confirmAccountSetup(null, { token }))
    expect(Object.values(await answers(confirmed))).toEqual([1, 1])
    expect(await count('User', 'email = $1', [first.input.email])).toBe(1)
  })

  test('does not come to be after two days', async () => {
    const { token } = await begun()
    moveClock(2 * day + 1000)
    expect(await viewAccountSetup(null, { token })).toBeNull()
    expect(await refusal(confirmAccountSetup(null, { token }))).toBe('invitation_unknown')
  })

  test('is not asked for with web mail, a domain somebody has, a weak password or nonsense', async () => {
    const refused = async (changes: object) =>
      (await refusalOf(beginWorkAccount(null, { ...form(), ...changes }, request()))).fields
    for (const domain of ['gmail.com', 'outlook.com', 'mail.ru', 'yandex.ru', 'bk.ru'])
      expect(await refused({ email: `pia@${domain}` })).toEqual({ email: ['web_mail'] })
    const { domain } = await organization('customer', { domain: `${newMark()}.onmicrosoft.com` })
    expect(await refused({ prefix: domain.split('.')[0] })).toEqual({ prefix: ['domain_taken'] })
    expect(await refused({ password: 'short' })).toEqual({ password: ['password_short'] })
    expect(await refused({ country: 'XX', prefix: '-', email: 'x', fullName: '' })).toEqual({
      country: ['country'],
      prefix: ['prefix'],
      email: ['email'],
      fullName: ['required'],
    })
    expect(await refused({ roles: ['globalAdmin'], kind: 'operator', vettingStatus: 'Authorized' })).toEqual({
      roles: ['unknown'],
      kind: ['unknown'],
      vettingStatus: ['unknown'],
    })
  })
})

describe('an address that is known', () => {
  test('is answered as an unknown one: the same words, the same rows, another letter, and no link', async () => {
    const known = await person(await organization('customer'))
    const input = { ...form(), email: known.email }
    const unknown = form()
    expect(await beginWorkAccount(null, input, request())).toEqual(await beginWorkAccount(null, unknown, request()))
    const told = await lettersTo(known.email)
    expect(told).toMatchObject([{ letter: 'enrollmentAccountKnown', parameters: {} }])
    expect(await count('AccountSetup', 'email = $1', [known.email])).toBe(1)
    expect(await count('AccountSetup', 'email = $1', [unknown.email])).toBe(1)
  })

  test('is not pestered: five letters a day, and an address of the net asks thirty times an hour', async () => {
    const { email } = await person(await organization('customer'))
    for (let number = 0; number < 5; number += 1) await beginWorkAccount(null, { ...form(), email }, request())
    expect(await refusal(beginWorkAccount(null, { ...form(), email }, request()))).toBe('too_many_attempts')
    const unknown = form()
    for (let number = 0; number < 5; number += 1)
      await beginWorkAccount(null, { ...form(), email: unknown.email }, request())
    expect(await refusal(beginWorkAccount(null, unknown, request()))).toBe('too_many_attempts')
    const from = request()
    for (let number = 0; number < 30; number += 1)
      expect(await refusal(beginWorkAccount(null, { ...form(), password: 'x' }, from))).toBe('input_invalid')
    expect(await refusal(beginWorkAccount(null, form(), from))).toBe('too_many_attempts')
  })
})
