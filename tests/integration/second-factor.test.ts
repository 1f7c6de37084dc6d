import { describe, expect, inject, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { findActor } from '@/lib/auth/session'
import { codeOf, stepAt } from '@/lib/auth/totp'
import { inTransaction } from '@/lib/core/db'
import {
  addSecondFactor,
  beginSecondFactor,
  choosePassword,
  finishSignIn,
} from '@/lib/domain/account-security/commands'
import { issuePasswordLink } from '@/lib/domain/account-security/password-link-steps'
import { getOwnSecurity, viewPendingSignIn, viewSecondFactorDraft } from '@/lib/domain/account-security/queries'
import { changePassword, signIn } from '@/lib/domain/users/commands'
import { actorOf, organization, type Person, person, signedIn } from '../support/organizations'
import { count, row, rows } from '../support/owner'
import { mailsOf, readers, watched } from '../support/record'
import { answers, refusal } from '../support/refusal'
import { request } from '../support/request'
import { type Factor, fromLetters, secondFactor } from '../support/second-factor'

const { password } = inject('run')

async function somebody() {
  return person(await organization('reseller'), ['globalAdmin'])
}

/** As far as the password goes. */
async function waiting(who: Person, from = request()) {
  const { pendingToken, sessionToken } = await signIn(null, { email: who.email, password }, from)
  expect(sessionToken).toBeNull()
  return { ...from, pendingToken }
}

async function enrolled(): Promise<{ who: Person; factor: Factor }> {
  const who = await somebody()
  return { who, factor: await secondFactor(who) }
}

const sessionsOf = (who: Person) => count('Session', '"userId" = $1 and "revokedAt" is null', [who.id])
describe('adding a second factor', () => {
  const draftOf = async (actor: Actor) => {
    await beginSecondFactor(actor, {})
    const { draft } = await viewSecondFactorDraft(actor, {})
    return fromLetters(draft?.secret ?? '')
  }

  test('takes the first code of the app, gives ten recovery codes once, and ends the other sessions', async () => {
    const who = await somebody()
    const here = await findActor(await signedIn(who))
    const elsewhere = await signedIn(who)
    if (!here) throw new Error('no session')
    const secret = await draftOf(here)
    const { draft } = await viewSecondFactorDraft(here, {})
    expect(draft?.uri).toContain(`otpauth://totp/Tandem:${encodeURIComponent(who.email)}?secret=${draft?.secret}`)
    expect((await getOwnSecurity(here, {})).secondFactorSince).toBeNull()
    const watch = watched()
    const code = codeOf(secret, stepAt(Date.now()))
    const { recoveryCodes } = await addSecondFactor(
      here,
      { code: `${code.slice(0, 3)} ${code.slice(3)}` },
      watch.request,
    )
    expect(new Set(recoveryCodes).size).toBe(10)
    expect(await findActor(elsewhere)).toBeNull()
    expect(await viewSecondFactorDraft(here, {})).toEqual({ replaces: true, draft: null })
    expect(await getOwnSecurity(here, {})).toMatchObject({ secondFactorSince: expect.any(Date), recoveryCodesLeft: 10 })
    expect(await watch.events()).toMatchObject([
      { type: 'secondFactor.added', details: { replaced: false }, readers: readers(who.organization) },
    ])
    expect(await mailsOf(who.organization)).toMatchObject([{ letter: 'secondFactorAdded', recipientUserId: who.id }])
  })

  test('does not take a wrong code, and asks for no second factor before the right one', async () => {
    const who = await somebody()
    const actor = actorOf(who)
    const secret = await draftOf(actor)
    const step = stepAt(Date.now())
    for (const code of [codeOf(secret, step - 3), codeOf(secret, step + 3), 'abc', '1234567'])
      expect(await refusal(addSecondFactor(actor, { code }))).toBe('code_wrong')
    expect((await signIn(null, { email: who.email, password }, request())).sessionToken).not.toBeNull()
    expect(await refusal(addSecondFactor(actorOf(await somebody()), { code: '123456' }))).toBe('second_factor_missing')
  })

  test('leaves the one there is at work until the new one has shown a code', async () => {
    const { who, factor } = await enrolled()
    const actor = actorOf(who)
    const secret = await draftOf(actor)
    const waits = await waiting(who)
    await finishSignIn(null, { code: factor.code() }, waits)
    const watch = watched()
    await addSecondFactor(actor, { code: codeOf(secret, stepAt(Date.now())) }, watch.request)
    expect(await watch.events()).toMatchObject([{ type: 'secondFactor.added', details: { replaced: true } }])
    const again = await waiting(who)
    expect(await refusal(finishSignIn(null, { code: factor.code(1) }, again))).toBe('code_wrong')
    expect(await refusal(finishSignIn(null, { code: factor.recoveryCodes[0] ?? '' }, again))).toBe('code_wrong')
    await finishSignIn(null, { code: codeOf(secret, stepAt(Date.now()) + 1) }, again)
  })

  test('happens once, however often the same code is sent at the same time', async () => {
    const actor = actorOf(await somebody())
    const secret = await draftOf(actor)
    const code = codeOf(secret, stepAt(Date.now()))
    const tally = await answers(Array.from({ length: 6 }, () => addSecondFactor(actor, { code })))
    expect(tally).toEqual({ ok: 1, second_factor_missing: 5 })
    expect(await count('RecoveryCode', '"userId" = $1', [actor.userId])).toBe(10)
  })

  test('keeps secret and codes out of the database, the record, the letters and the answers', async () => {
    const who = await somebody()
    const actor = actorOf(who)
    const secret = await draftOf(actor)
    const { draft } = await viewSecondFactorDraft(actor, {})
    const { recoveryCodes } = await addSecondFactor(actor, { code: codeOf(secret, stepAt(Date.now())) })
    const forms = [draft?.secret ?? '', secret.toString('hex'), secret.toString('base64'), secret.toString('base64url')]
    const tables = await rows<{ table_name: string }>(
      `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    for (const { table_name } of tables) {
      const { text } = await row<{ text: string }>(
        `select coalesce(string_agg(t::text, ' '), '') as text from "${table_name}" t`,
      )
      for (const form of [...forms, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))])
        expect(text.includes(form), table_name).toBe(false)
    }
    const shown = JSON.stringify([await getOwnSecurity(actor, {}), await viewSecondFactorDraft(actor, {})])
    for (const form of [...forms, ...recoveryCodes]) expect(shown).not.toContain(form)
  })
})

describe('signing in with a second factor', () => {
  test('opens no session before the code, and one after it', async () => {
    const { who, factor } = await enrolled()
    const watch = watched()
    const waits = await waiting(who, watch.request)
    expect(await sessionsOf(who)).toBe(0)
    expect(await watch.events()).toEqual([])
    expect(await viewPendingSignIn(null, {}, waits)).toEqual({ waits: true })
    const { sessionToken, returnTo } = await finishSignIn(null, { code: factor.code(), returnTo: '/customers' }, waits)
    expect(returnTo).toBe('/customers')
    expect(await findActor(sessionToken)).toMatchObject({ userId: who.id, hasSecondFactor: true })
    expect(await watch.events()).toMatchObject([{ type: 'user.signedIn', details: { method: 'secondFactor' } }])
    expect(await viewPendingSignIn(null, {}, waits)).toEqual({ waits: false })
  })

  test('takes each code once, also of two at the same moment', async () => {
    const { who, factor } = await enrolled()
    const code = factor.code()
    const several = await Promise.all(Array.from({ length: 4 }, () => waiting(who)))
    const tally = await answers(several.map((waits) => finishSignIn(null, { code }, waits)))
    expect(tally).toEqual({ ok: 1, code_wrong: 3 })
    expect(await sessionsOf(who)).toBe(1)
    // The one before it is dead, too; the next is not.
    const again = await waiting(who)
    expect(await refusal(finishSignIn(null, { code: factor.code(-1) }, again))).toBe('code_wrong')
    await finishSignIn(null, { code: factor.code(1) }, again)
  })

  test('takes a recovery code once, however it is typed, also of two at the same moment, and tells the person', async () => {
    const { who, factor } = await enrolled()
    const code = ` ${(factor.recoveryCodes[3] ?? '').toUpperCase().replaceAll('-', ' ')} `
    const several = await Promise.all(Array.from({ length: 4 }, () => waiting(who)))
    const tally = await answers(several.map((waits) => finishSignIn(null, { code }, waits)))
    expect(tally).toEqual({ ok: 1, code_wrong: 3 })
    expect(await getOwnSecurity(actorOf(who), {})).toMatchObject({ recoveryCodesLeft: 9 })
    const used = await rows(
      `select details from "AuditEvent" where "actorUserId" = $1 and type = 'recoveryCode.used'`,
      [who.id],
    )
    expect(used).toEqual([{ details: { left: 9 } }])
    expect(await mailsOf(who.organization)).toMatchObject([{ letter: 'recoveryCodeUsed', parameters: { left: '9' } }])
    expect(await refusal(finishSignIn(null, { code }, await waiting(who)))).toBe('code_wrong')
  })

  test('waits for one browser, five tries and ten minutes', async () => {
    const { who, factor } = await enrolled()
    for (const nothing of [null, '', `pen_${'A'.repeat(43)}`, `ses_${'A'.repeat(43)}`])
      expect(await refusal(finishSignIn(null, { code: factor.code() }, { ...request(), pendingToken: nothing }))).toBe(
        'sign_in_lapsed',
      )
    const tried = await waiting(who)
    for (let time = 0; time < 5; time += 1)
      expect(await refusal(finishSignIn(null, { code: '000000' }, tried))).toBe('code_wrong')
    expect(await refusal(finishSignIn(null, { code: factor.code() }, tried))).toBe('sign_in_lapsed')
    const late = await waiting(who)
    await rows(`update "PendingSignIn" set "expiresAt" = now() where "userId" = $1`, [who.id])
    expect(await refusal(finishSignIn(null, { code: factor.code() }, late))).toBe('sign_in_lapsed')
    expect(await sessionsOf(who)).toBe(0)
  })

  test('is void once the password was changed or the person disabled', async () => {
    const { who, factor } = await enrolled()
    const first = await waiting(who)
    const chosen = 'a bicycle made of glass'
    await changePassword(actorOf(who), { currentPassword: password, newPassword: chosen, repeatedPassword: chosen })
    expect(await refusal(finishSignIn(null, { code: factor.code() }, first))).toBe('sign_in_lapsed')
    const { pendingToken } = await signIn(null, { email: who.email, password: chosen }, request())
    await rows(`update "User" set "disabledAt" = now() where id = $1`, [who.id])
    expect(await refusal(finishSignIn(null, { code: factor.code() }, { ...request(), pendingToken }))).toBe(
      'sign_in_lapsed',
    )
  })

  test('checks ten codes in a quarter of an hour, whoever begins anew', async () => {
    const { who, factor } = await enrolled()
    const tally: Record<string, number> = {}
    for (let round = 0; round < 4; round += 1) {
      const waits = await waiting(who)
      for (let time = 0; time < 5; time += 1) {
        const answer = await refusal(finishSignIn(null, { code: '000000' }, waits))
        tally[answer] = (tally[answer] ?? 0) + 1
      }
    }
    expect(tally).toEqual({ code_wrong: 10, too_many_attempts: 10 })
    expect(await refusal(finishSignIn(null, { code: factor.code() }, await waiting(who)))).toBe('too_many_attempts')
  })

  test('stands behind a forgotten password, too', async () => {
    const { who } = await enrolled()
    const { token } = await inTransaction({ organizationId: who.organization.id }, (db) =>
      issuePasswordLink(db, { userId: who.id, organizationId: who.organization.id, purpose: 'reset' }),
    )
    const chosen = 'a bicycle made of glass'
    const answer = await choosePassword(null, { token, newPassword: chosen, repeatedPassword: chosen }, request())
    expect(answer).toMatchObject({ sessionToken: null, deviceToken: null })
    expect(await sessionsOf(who)).toBe(0)
  })
})
