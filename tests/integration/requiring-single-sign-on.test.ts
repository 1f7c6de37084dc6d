import { afterAll, describe, expect, inject, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { choosePassword } from '@/lib/domain/account-security/commands'
import { beginSignInTest } from '@/lib/domain/issuer-sign-in/commands'
import {
  configureSingleSignOn,
  removeSingleSignOn,
  requireSingleSignOn,
  switchSingleSignOn,
  unlinkIdentity,
} from '@/lib/domain/single-sign-on/commands'
import { getSingleSignOn } from '@/lib/domain/single-sign-on/queries'
import { signIn } from '@/lib/domain/users/commands'
import { clientId, clientSecret, openIssuer } from '../support/issuer'
import { founded, newMark, organization, person } from '../support/organizations'
import { count, row, rows } from '../support/owner'
import { watched } from '../support/record'
import { refusal, refusalOf } from '../support/refusal'
import { request } from '../support/request'
import { passwordLink, secondFactor } from '../support/second-factor'
import {
  atIssuer,
  comeBack,
  identitiesOf,
  linkedIdentity,
  signInAtIssuer,
  singleSignOn,
} from '../support/single-sign-on'

const issuer = await openIssuer()
process.env.LOCAL_ISSUERS = issuer.origin
afterAll(() => issuer.close())

const { password } = inject('run')
const _stale = { confirmedAt: new Date(Date.now() - 3_600_000) }

async function company() {
  const made = await founded('reseller')
  const { organization: of } = made
  return {
    ...made,
    of,
    at: issuer.issuer(of.mark),
    typed: { issuer: issuer.issuer(of.mark), clientId, clientSecret, domains: [of.domain] },
  }
}

const _kept = (of: { id: string }) =>
  row<{ state: string; issuer: string; required: boolean; testedAt: Date | null; encryptedSecret: string }>(
    'select * from "SingleSignOn" where "organizationId" = $1',
    [of.id],
  )

async function tested(actor: Actor) {
  const facts = request()
  const { errandToken } = await beginSignInTest(actor, {}, facts)
  const journey = { facts: { ...facts, errandToken } }
  return comeBack(journey, await atIssuer(journey), actor)
}

describe('using it', () => {
  test('is possible after a test, ends with a press, and is recorded', async () => {
    const { of, admin, typed } = await company()
    await configureSingleSignOn(admin, typed)
    expect(await refusal(switchSingleSignOn(admin, { state: 'on' }))).toBe('single_sign_on_untested')
    issuer.behave(of.mark, { claims: { sub: 'abc', email: admin.email, email_verified: true } })
    await tested(admin)
    const watch = watched()
    await switchSingleSignOn(admin, { state: 'on' }, watch.request)
    expect((await signInAtIssuer(admin.email)).kind).toBe('signedIn')
    await switchSingleSignOn(admin, { state: 'off' }, watch.request)
    expect(await refusal(signInAtIssuer(admin.email))).toBe('single_sign_on_unknown')
    expect(await watch.events()).toMatchObject([
      { type: 'singleSignOn.switchedOn' },
      { type: 'singleSignOn.switchedOff' },
    ])
  })

  test('ends with removing it, which forgets secret and links', async () => {
    const { of, admin, at } = await company()
    await singleSignOn(of, { issuer: at })
    await linkedIdentity(await person(of), at, 'abc')
    const watch = watched()
    await removeSingleSignOn(admin, {}, watch.request)
    expect([await count('SingleSignOn', '"organizationId" = $1', [of.id]), (await identitiesOf(of)).length]).toEqual([
      0, 0,
    ])
    expect(await watch.events()).toMatchObject([{ type: 'singleSignOn.removed', details: { issuer: at } }])
    expect(await refusal(removeSingleSignOn(admin, {}))).toBe('single_sign_on_missing')
  })

  test('lets whoever got a new account at the issuer in again, once a Global admin has unlinked the old one', async () => {
    const { of, admin, at } = await company()
    await singleSignOn(of, { issuer: at })
    const who = await person(of)
    await linkedIdentity(who, at, 'the old account')
    issuer.behave(of.mark, { claims: { sub: 'the new account', email: who.email, email_verified: true } })
    expect(await refusal(signInAtIssuer(who.email))).toBe('identity_conflict')
    const watch = watched()
    await unlinkIdentity(admin, { email: who.email }, watch.request)
    expect(await watch.events()).toMatchObject([{ type: 'issuerIdentity.unlinked', details: { userId: who.id } }])
    expect((await signInAtIssuer(who.email)).kind).toBe('signedIn')
    const { organization: elsewhere } = await founded('provider')
    const theirs = await person(elsewhere)
    await linkedIdentity(theirs, at, 'theirs')
    for (const email of [theirs.email, `nobody@${of.domain}`, admin.email])
      expect((await refusalOf(unlinkIdentity(admin, { email }))).fields).toEqual({ email: ['not_linked'] })
    expect(await identitiesOf(elsewhere)).toHaveLength(1)
  })
})

describe('requiring it', () => {
  /** Required, with one Global admin who can come back. */
  async function required() {
    const { of, admin, at } = await company()
    const who = await person(of, ['salesAgent'])
    await singleSignOn(of, { issuer: at })
    const factor = await secondFactor(admin)
    await requireSingleSignOn({ ...admin, hasSecondFactor: true }, { required: 'yes' })
    return { of, admin, who, factor, at }
  }
  const withPassword = (email: string, typed = password) => signIn(null, { email, password: typed }, request())

  test('refuses passwords, to everybody of the domain alike, whoever there is', async () => {
    const { of, who } = await required()
    for (const email of [who.email, `nobody@${of.domain}`]) {
      expect(await refusal(withPassword(email))).toBe('single_sign_on_required')
      expect(await refusal(withPassword(email, 'something else'))).toBe('single_sign_on_required')
    }
    expect(await count('Session', '"userId" = $1', [who.id])).toBe(0)
    const guest = await person(of, [], { email: `${newMark()}@elsewhere.example` })
    expect((await withPassword(guest.email)).sessionToken).not.toBeNull()
    const elsewhere = await person(await organization('provider'), [], { email: `x${newMark()}@${of.domain}` })
    expect((await withPassword(elsewhere.email)).sessionToken).not.toBeNull()
  })

  test('leaves Global admins with a second factor their password, and no other', async () => {
    const { of, admin } = await required()
    const { pendingToken } = await withPassword(admin.email)
    expect(pendingToken).not.toBeNull()
    expect(await refusal(withPassword(admin.email, 'something else'))).toBe('single_sign_on_required')
    const without = await person(of, ['globalAdmin'])
    expect(await refusal(withPassword(without.email))).toBe('single_sign_on_required')
    const small = await person(of, ['adminAgent'])
    await secondFactor(small)
    expect(await refusal(withPassword(small.email))).toBe('single_sign_on_required')
  })

  test('shuts nobody out: without a Global admin who can come back, passwords are taken', async () => {
    const { admin, who } = await required()
    await rows('delete from "SecondFactor" where "userId" = $1', [admin.userId])
    expect((await withPassword(who.email)).sessionToken).not.toBeNull()
    expect((await getSingleSignOn(admin, {})).wayBack).toBe(false)
  })

  test('signs nobody in by a link to choose a password', async () => {
    const { who } = await required()
    const chosen = { newPassword: 'a bicycle made of glass', repeatedPassword: 'a bicycle made of glass' }
    const { sessionToken } = await choosePassword(null, { token: await passwordLink(who), ...chosen }, request())
    expect(sessionToken).toBeNull()
  })

  test('takes whoever asks it of others to have a second factor, and single sign-on to be on', async () => {
    const { of, admin, at } = await company()
    await singleSignOn(of, { issuer: at, state: 'testing' })
    expect(await refusal(requireSingleSignOn(admin, { required: 'yes' }))).toBe('second_factor_first')
    await secondFactor(admin)
    expect(await refusal(requireSingleSignOn(admin, { required: 'yes' }))).toBe('single_sign_on_not_on')
  })

  test('ends with a press, and with switching single sign-on off', async () => {
    const { admin, who } = await required()
    const watch = watched()
    await requireSingleSignOn(admin, { required: 'no' }, watch.request)
    expect((await withPassword(who.email)).sessionToken).not.toBeNull()
    await requireSingleSignOn(admin, { required: 'yes' }, watch.request)
    expect(await refusal(withPassword(who.email))).toBe('single_sign_on_required')
    await switchSingleSignOn(admin, { state: 'off' }, watch.request)
    expect((await withPassword(who.email)).sessionToken).not.toBeNull()
    expect((await watch.events()).map(({ type }) => type)).toEqual([
      'singleSignOn.required',
      'singleSignOn.required',
      'singleSignOn.switchedOff',
    ])
  })

  test('of a domain that is no longer verified is no longer so', async () => {
    const { of, who } = await required()
    await rows(`update "SingleSignOnDomain" set domain = $2 where "organizationId" = $1`, [of.id, `not-${of.domain}`])
    expect((await withPassword(who.email)).sessionToken).not.toBeNull()
  })
})
