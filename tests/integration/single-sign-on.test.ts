import { afterAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { beginSignInTest } from '@/lib/domain/issuer-sign-in/commands'
import {
  configureSingleSignOn,
  removeSingleSignOn,
  requireSingleSignOn,
  switchSingleSignOn,
  unlinkIdentity,
} from '@/lib/domain/single-sign-on/commands'
import { getSingleSignOn } from '@/lib/domain/single-sign-on/queries'
import { clientId, clientSecret, type Fault, openIssuer } from '../support/issuer'
import { actorOf, founded, newMark, organization, person } from '../support/organizations'
import { count, row, rows } from '../support/owner'
import { readers, watched } from '../support/record'
import { answers, refusal, refusalOf } from '../support/refusal'
import { request } from '../support/request'
import { atIssuer, comeBack, identitiesOf, singleSignOn } from '../support/single-sign-on'

const issuer = await openIssuer()
process.env.LOCAL_ISSUERS = issuer.origin
afterAll(() => issuer.close())

const stale = { confirmedAt: new Date(Date.now() - 3_600_000) }

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

const kept = (of: { id: string }) =>
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

describe('setting it up', () => {
  test('keeps issuer, client and domains, the secret sealed, and shows it to nobody', async () => {
    const { of, admin, typed, at } = await company()
    const watch = watched()
    await configureSingleSignOn(admin, typed, watch.request)
    const view = await getSingleSignOn(admin, {})
    expect(view).toMatchObject({
      redirectUri: `http://localhost:3999/sign-in/organization/return/${of.id}`,
      verifiedDomains: [of.domain],
      issuer: { state: 'testing', issuer: at, clientId, required: false, tested: false, lastTest: null },
    })
    const record = await watch.events()
    expect(record).toMatchObject([
      {
        type: 'singleSignOn.configured',
        details: { issuer: at, clientId, domains: [of.domain], secretChanged: true },
        readers: readers(of),
      },
    ])
    const { encryptedSecret } = await kept(of)
    expect(encryptedSecret.length).toBeGreaterThan(40)
    const everywhere = await rows<{ text: string }>(
      `select t::text as text from "SingleSignOn" t union all select e::text from "AuditEvent" e union all select m::text from "Mail" m`,
    )
    const shown = JSON.stringify([view, record, everywhere])
    for (const form of [
      clientSecret,
      Buffer.from(clientSecret).toString('base64url'),
      Buffer.from(clientSecret).toString('hex'),
    ])
      expect(shown).not.toContain(form)
  })

  test('keeps the secret where none is typed, unless issuer or client are others', async () => {
    const { of, admin, typed } = await company()
    await configureSingleSignOn(admin, typed)
    const { encryptedSecret } = await kept(of)
    await configureSingleSignOn(admin, { ...typed, clientSecret: '' })
    expect((await kept(of)).encryptedSecret).toBe(encryptedSecret)
    for (const changed of [{ clientId: 'another' }, { issuer: issuer.issuer(newMark()) }]) {
      const refused = await refusalOf(configureSingleSignOn(admin, { ...typed, ...changed, clientSecret: '' }))
      expect(refused.fields).toEqual({ clientSecret: ['required'] })
    }
    expect((await kept(of)).encryptedSecret).toBe(encryptedSecret)
  })

  test('asks for a test again after a change, and for a switch after another issuer', async () => {
    const { of, admin, typed, at } = await company()
    await singleSignOn(of, { issuer: at, required: true })
    await configureSingleSignOn(admin, { ...typed, clientSecret: 'a new secret' })
    expect(await kept(of)).toMatchObject({ state: 'on', required: true, testedAt: null })
    await configureSingleSignOn(admin, { ...typed, issuer: issuer.issuer(newMark()) })
    expect(await kept(of)).toMatchObject({ state: 'testing', required: false, testedAt: null })
  })

  test.each([
    ['broken', 'issuer_not_conform'],
    ['not json', 'issuer_not_conform'],
    ['names itself otherwise', 'issuer_differs'],
    ['redirects', 'issuer_unreachable'],
  ] as [Fault, string][])('says at the field what is wrong with an issuer that is %s', async (fault, key) => {
    const { of, admin, typed } = await company()
    issuer.behave(of.mark, { fault })
    expect((await refusalOf(configureSingleSignOn(admin, typed))).fields).toEqual({ issuer: [key] })
    expect(await count('SingleSignOn', '"organizationId" = $1', [of.id])).toBe(0)
  })

  test.each([
    ['not an address', 'issuer'],
    ['https://issuer.example/?tenant=a', 'issuer'],
    ['https://issuer.example/.well-known/openid-configuration', 'issuer'],
    ['ftp://issuer.example', 'issuer'],
    ['https://somebody:password@issuer.example', 'issuer_address_refused'],
    ['http://issuer.example', 'issuer_address_refused'],
    ['http://localhost:1', 'issuer_address_refused'],
    ['https://127.0.0.1', 'issuer_address_refused'],
    ['https://2130706433', 'issuer_address_refused'],
    ['https://0x7f.1', 'issuer_address_refused'],
    ['https://[::1]', 'issuer_address_refused'],
    ['https://[::ffff:10.0.0.1]', 'issuer_address_refused'],
    ['https://169.254.169.254/latest', 'issuer_address_refused'],
    ['https://localhost', 'issuer_address_refused'],
    ['https://login.microsoftonline.com/common/v2.0', 'issuer_shared'],
    ['https://login.microsoftonline.com/organizations/v2.0', 'issuer_shared'],
    ['https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0', 'issuer_shared'],
  ])('does not go to %s', async (address, key) => {
    const { admin, typed } = await company()
    expect((await refusalOf(configureSingleSignOn(admin, { ...typed, issuer: address }))).fields).toEqual({
      issuer: [key],
    })
  })

  test('takes verified domains of the own organization only', async () => {
    const { of, admin, typed } = await company()
    const other = await organization('reseller')
    for (const domains of [[other.domain], [of.domain, other.domain], [`mail.${of.domain}`], ['example']])
      expect((await refusalOf(configureSingleSignOn(admin, { ...typed, domains }))).code).toBe('input_invalid')
    expect((await refusalOf(configureSingleSignOn(admin, { ...typed, domains: [] }))).fields).toEqual({
      domains: ['choose_one'],
    })
  })

  test('is asked of whoever has just proved to be it', async () => {
    const { of, admin, typed } = await company()
    await configureSingleSignOn(admin, typed)
    const tired = { ...admin, ...stale }
    const deeds = [
      configureSingleSignOn(tired, typed),
      beginSignInTest(tired, {}),
      switchSingleSignOn(tired, { state: 'off' }),
      requireSingleSignOn(tired, { required: 'no' }),
      removeSingleSignOn(tired, {}),
      unlinkIdentity(tired, { email: `a@${of.domain}` }),
    ]
    expect(await answers(deeds)).toEqual({ confirmation_required: 6 })
  })

  test('is nobody else’s: not of colleagues, not of other organizations', async () => {
    const { of, admin, typed } = await company()
    await configureSingleSignOn(admin, typed)
    const colleague = actorOf(await person(of, ['adminAgent', 'userManagementAdmin']))
    expect(await refusal(getSingleSignOn(colleague, {}))).toBe('role_missing')
    expect(await refusal(configureSingleSignOn(colleague, typed))).toBe('role_missing')
    const { admin: stranger } = await founded('provider')
    expect((await getSingleSignOn(stranger, {})).issuer).toBeNull()
    expect(
      await answers([
        removeSingleSignOn(stranger, {}),
        switchSingleSignOn(stranger, { state: 'off' }),
        beginSignInTest(stranger, {}),
      ]),
    ).toEqual({ single_sign_on_missing: 3 })
    expect((await kept(of)).state).toBe('testing')
  })
})

describe('the test', () => {
  test('goes the whole way, shows what came back, signs nobody in and links nobody', async () => {
    const { of, admin, typed } = await company()
    await configureSingleSignOn(admin, typed)
    issuer.behave(of.mark, {
      claims: { sub: 'abc', email: admin.email, email_verified: true, name: 'Ada', amr: ['mfa'] },
    })
    const sessions = await count('Session', 'true')
    const watch = watched()
    const { errandToken } = await beginSignInTest(admin, {}, watch.request)
    const journey = { facts: { ...watch.request, errandToken } }
    expect(await comeBack(journey, await atIssuer(journey), admin)).toMatchObject({ kind: 'tested' })
    expect((await getSingleSignOn(admin, {})).issuer).toMatchObject({
      tested: true,
      lastTest: {
        problem: null,
        subject: 'abc',
        email: admin.email,
        name: 'Ada',
        personName: admin.fullName,
        severalFactors: true,
        authTime: true,
      },
    })
    expect([await count('Session', 'true'), (await identitiesOf(of)).length]).toEqual([sessions, 0])
    expect(await watch.events()).toMatchObject([
      { type: 'singleSignOn.tested', details: { succeeded: true, problem: null } },
    ])
  })

  test.each([
    ['other key', {}, 'issuer_answer_invalid'],
    ['denied', {}, 'issuer_denied'],
    ['no such client', {}, 'issuer_refused_client'],
    [null, { email_verified: false }, 'email_unverified'],
    [null, { email: 'a@elsewhere.example' }, 'email_not_covered'],
  ] as [Fault | null, object, string][])(
    'that fails (%s %j) says why, and does not count',
    async (fault, claims, problem) => {
      const { of, admin, typed } = await company()
      await configureSingleSignOn(admin, typed)
      issuer.behave(of.mark, { claims: { sub: 'abc', email: admin.email, email_verified: true, ...claims }, fault })
      await tested(admin)
      expect((await getSingleSignOn(admin, {})).issuer).toMatchObject({ tested: false, lastTest: { problem } })
      expect(await refusal(switchSingleSignOn(admin, { state: 'on' }))).toBe('single_sign_on_untested')
    },
  )

  test('comes back to the session that began it only', async () => {
    const { of, admin, typed } = await company()
    await configureSingleSignOn(admin, typed)
    issuer.behave(of.mark, { claims: { sub: 'abc', email: admin.email, email_verified: true } })
    const facts = request()
    const { errandToken } = await beginSignInTest(admin, {}, facts)
    const journey = { facts: { ...facts, errandToken } }
    expect(await refusal(comeBack(journey, await atIssuer(journey), null))).toBe('errand_foreign')
    expect((await kept(of)).testedAt).toBeNull()
  })
})
