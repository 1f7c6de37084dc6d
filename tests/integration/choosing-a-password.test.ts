import { describe, expect, inject, test } from 'vitest'
import { findActor } from '@/lib/auth/session'
import { day, hour, minute } from '@/lib/core/clock'
import { inTransaction } from '@/lib/core/db'
import { choosePassword, forgotPassword } from '@/lib/domain/account-security/commands'
import { issuePasswordLink, mailActivationLink } from '@/lib/domain/account-security/password-link-steps'
import { viewPasswordLink } from '@/lib/domain/account-security/queries'
import { resetPassword } from '@/lib/domain/account-security/reset-steps'
import { changePassword, signIn } from '@/lib/domain/users/commands'
import { letters } from '@/lib/mail/letters/letters'
import { mailTranslator } from '@/lib/mail/translator'
import { actorOf, newMark, organization, type Person, person, signedIn } from '../support/organizations'
import { count, row, rows } from '../support/owner'
import { mailsOf, readers, watched } from '../support/record'
import { answers, refusal, refusalOf } from '../support/refusal'
import { moveClock, request } from '../support/request'

const { password } = inject('run')
const chosen = 'a bicycle made of glass'
const choosing = (token: string, newPassword = chosen) => ({ token, newPassword, repeatedPassword: newPassword })

async function somebody(columns: Parameters<typeof person>[2] = {}) {
  return person(await organization('reseller'), ['globalAdmin'], columns)
}

async function linkFor({ id, organization: of }: Person, purpose: 'activation' | 'reset' = 'reset') {
  const issued = await inTransaction({ organizationId: of.id }, (db) =>
    issuePasswordLink(db, { userId: id, organizationId: of.id, purpose }),
  )
  return issued.token
}

const linkRows = (who: Person) => rows('select * from "PasswordLink" where "userId" = $1 order by id', [who.id])

describe('a link to choose a password', () => {
  test('shows whose it is and changes nothing by being looked at', async () => {
    const who = await somebody()
    const token = await linkFor(who, 'activation')
    const before = await linkRows(who)
    for (const _look of [1, 2, 3])
      expect(await viewPasswordLink(null, { token })).toMatchObject({
        state: 'open',
        purpose: 'activation',
        userName: who.email,
        organizationName: who.organization.name,
      })
    expect(await linkRows(who)).toEqual(before)
    expect(JSON.stringify(before)).not.toContain(token)
  })

  test('sets the password, ends every session, voids itself, and signs in', async () => {
    const who = await somebody({ mustChangePassword: true, temporaryPasswordExpiresAt: new Date(Date.now() - 1) })
    const token = await linkFor(who)
    const old = await signedIn(who)
    const watch = watched()
    const { sessionToken, returnTo } = await choosePassword(null, choosing(token), watch.request)
    expect(returnTo).toBe('/dashboard')
    expect(await findActor(sessionToken ?? '')).toMatchObject({ email: who.email, mustChangePassword: false })
    expect(await findActor(old)).toBeNull()
    expect(await refusal(signIn(null, { email: who.email, password }, request()))).toBe('sign_in_failed')
    await signIn(null, { email: who.email, password: chosen }, request())
    expect(await viewPasswordLink(null, { token })).toMatchObject({ state: 'used' })
    expect(await refusal(choosePassword(null, choosing(token), request()))).toBe('password_link_used')
    expect(await watch.events()).toMatchObject([
      {
        type: 'user.passwordChosen',
        actorUserId: who.id,
        details: { userId: who.id, purpose: 'reset' },
        readers: readers(who.organization),
      },
    ])
    // The sign-in above came from another browser.
    expect(await mailsOf(who.organization)).toMatchObject(
      ['passwordChanged', 'newDevice'].map((letter) => ({ letter, recipientUserId: who.id })),
    )
  })

  test('works once, however many press at the same time', async () => {
    const token = await linkFor(await somebody())
    const presses = Array.from({ length: 8 }, () => choosePassword(null, choosing(token), request()))
    expect(await answers(presses)).toEqual({ ok: 1, password_link_used: 7 })
  })

  test('is the only one of its person: a newer one takes its place, also when two are made at once', async () => {
    const who = await somebody()
    const first = await linkFor(who)
    await Promise.all(Array.from({ length: 6 }, () => linkFor(who)))
    expect(await count('PasswordLink', '"userId" = $1 and "usedAt" is null and "replacedAt" is null', [who.id])).toBe(1)
    expect(await viewPasswordLink(null, { token: first })).toMatchObject({ state: 'replaced' })
    expect(await refusal(choosePassword(null, choosing(first), request()))).toBe('password_link_replaced')
  })

  test('is void once the password was chosen in another way', async () => {
    const who = await somebody()
    const token = await linkFor(who)
    const change = { currentPassword: password, newPassword: chosen, repeatedPassword: chosen }
    await changePassword(actorOf(who), change)
    expect(await refusal(choosePassword(null, choosing(token, 'another bicycle of glass'), request()))).toBe(
      'password_link_replaced',
    )
  })

  test.each([
    ['activation', 7 * day],
    ['reset', hour],
  ] as const)('for %s lives as long as it says', async (purpose, life) => {
    const token = await linkFor(await somebody(), purpose)
    moveClock(life - minute)
    expect(await viewPasswordLink(null, { token })).toMatchObject({ state: 'open' })
    moveClock(minute + 1000)
    expect(await viewPasswordLink(null, { token })).toMatchObject({ state: 'expired' })
    expect(await refusal(choosePassword(null, choosing(token), request()))).toBe('password_link_expired')
  })

  test('takes no weak password and stays open then', async () => {
    const who = await somebody()
    const token = await linkFor(who)
    const weak = async (word: string) =>
      (await refusalOf(choosePassword(null, choosing(token, word), request()))).fields
    expect(await weak('short')).toEqual({ newPassword: ['password_short'] })
    expect(await weak(`my ${who.organization.name}`)).toEqual({ newPassword: ['password_context'] })
    const differing = { ...choosing(token), repeatedPassword: 'x' }
    expect((await refusalOf(choosePassword(null, differing, request()))).fields).toEqual({
      repeatedPassword: ['password_repeat'],
    })
    expect(await viewPasswordLink(null, { token })).toMatchObject({ state: 'open' })
  })

  test('opens nothing for somebody who was disabled or deleted meanwhile, and not where it never was', async () => {
    for (const column of ['disabledAt', 'deletedAt']) {
      const who = await somebody()
      const token = await linkFor(who)
      await rows(`update "User" set "${column}" = now() where id = $1`, [who.id])
      expect(await viewPasswordLink(null, { token })).toBeNull()
      expect(await refusal(choosePassword(null, choosing(token), request()))).toBe('password_link_unknown')
    }
    const unknown = `pwd_${'A'.repeat(43)}`
    expect(await viewPasswordLink(null, { token: unknown })).toBeNull()
    expect(await refusal(choosePassword(null, choosing(unknown), request()))).toBe('password_link_unknown')
    for (const token of ['', `hov_${'A'.repeat(43)}`, `${unknown}x`])
      expect(await refusal(choosePassword(null, choosing(token), request()))).toBe('input_invalid')
  })

  test('reaches somebody new by a letter whose link works', async () => {
    const who = await somebody({ mustChangePassword: true, locale: 'ru' })
    const { id: userId, fullName, email, organization: of } = who
    await inTransaction({ organizationId: of.id }, (db) =>
      mailActivationLink(db, {
        userId,
        organizationId: of.id,
        fullName,
        email,
        locale: 'ru',
        organizationName: of.name,
        issuerName: 'Anna Birke',
      }),
    )
    const [mail] = await mailsOf(of)
    expect(mail).toMatchObject({ letter: 'activation', recipientUserId: userId, locale: 'ru' })
    const content = letters.activation(mail?.parameters as never, mailTranslator('ru'))
    const token = content.action?.url.split('/').at(-1) ?? ''
    expect(content.action?.url).toContain('/choose-password/pwd_')
    await choosePassword(null, choosing(token), request())
    // Nobody has to be told about the first password they choose.
    expect(await mailsOf(of)).toHaveLength(1)
  })
})

describe('a forgotten password', () => {
  const asked = (email: string) =>
    rows<{ id: string; payload: unknown }>(
      `select j.id, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
       where j.task_identifier = 'reset-password' and p.payload->>'email' = $1`,
      [email],
    )

  test('leaves the same behind for an address with an account and for one without', async () => {
    const who = await somebody()
    const unknown = `nobody@${newMark()}.example`
    for (const email of [who.email, unknown]) {
      expect(await forgotPassword(null, { email }, request())).toEqual({ asked: true })
      expect(await asked(email)).toMatchObject([{ payload: { email } }])
    }
    expect(await linkRows(who)).toEqual([])
  })

  test('is answered by a letter with a link for one hour, in the language of the person', async () => {
    const who = await somebody({ locale: 'ru' })
    await resetPassword({ email: who.email })
    const [mail] = await mailsOf(who.organization)
    expect(mail).toMatchObject({ letter: 'passwordReset', recipientUserId: who.id })
    expect(JSON.stringify(mail)).not.toContain('pwd_')
    const content = letters.passwordReset(mail?.parameters as never, mailTranslator('ru'))
    const token = content.action?.url.split('/').at(-1) ?? ''
    expect(await viewPasswordLink(null, { token })).toMatchObject({ state: 'open', purpose: 'reset' })
    const recorded = await row<{ details: object; actorUserId: string | null }>(
      `select details, "actorUserId" from "AuditEvent" where "actorOrganizationId" = $1 and type = 'user.passwordLinkIssued'`,
      [who.organization.id],
    )
    expect(recorded).toMatchObject({ actorUserId: null, details: { userId: who.id, purpose: 'reset' } })
  })

  test('of nobody, or of somebody disabled, is answered by nothing', async () => {
    const who = await somebody({ disabledAt: new Date() })
    await resetPassword({ email: who.email })
    await resetPassword({ email: `nobody@${newMark()}.example` })
    expect(await mailsOf(who.organization)).toEqual([])
    expect(await linkRows(who)).toEqual([])
  })

  test('floods no mailbox, and tells nobody that it stopped', async () => {
    for (const email of [(await somebody()).email, `nobody@${newMark()}.example`]) {
      for (let time = 0; time < 8; time += 1)
        expect(await forgotPassword(null, { email }, request())).toEqual({ asked: true })
      expect(await asked(email)).toHaveLength(5)
    }
  })

  test('is asked for ten times an hour from one address', async () => {
    const from = request()
    const given: string[] = []
    for (let time = 0; time < 12; time += 1)
      given.push(
        await forgotPassword(null, { email: `${newMark()}@b.example` }, from).then(
          () => 'ok',
          (error) => error.code,
        ),
      )
    expect(given).toEqual([...Array(10).fill('ok'), 'too_many_attempts', 'too_many_attempts'])
  })
})
