import { afterAll, describe, expect, inject, test } from 'vitest'
import { findActor } from '@/lib/auth/session'
import { clock } from '@/lib/core/clock'
import { finishSignIn } from '@/lib/domain/account-security/commands'
import { viewErrand, viewUnknownPerson } from '@/lib/domain/issuer-sign-in/queries'
import { signIn } from '@/lib/domain/users/commands'
import { type Fault, openIssuer } from '../support/issuer'
import { newMark, organization, type Person, person } from '../support/organizations'
import { count, row, rows } from '../support/owner'
import { mailsOf, readers, watched } from '../support/record'
import { answers, refusal } from '../support/refusal'
import { request } from '../support/request'
import { secondFactor } from '../support/second-factor'
import {
  atIssuer,
  comeBack,
  identitiesOf,
  linkedIdentity,
  setOut,
  signInAtIssuer,
  singleSignOn,
  stateOf,
} from '../support/single-sign-on'

const issuer = await openIssuer()
process.env.LOCAL_ISSUERS = issuer.origin
afterAll(() => issuer.close())

const { password } = inject('run')

/** An organization whose issuer says of whoever comes what it is told to. */
async function atWork(claims: Record<string, unknown> = {}, fault: Fault | null = null) {
  const of = await organization('reseller')
  const who = await person(of, ['salesAgent'])
  await singleSignOn(of, { issuer: issuer.issuer(of.mark) })
  const said = { sub: `sub ${of.mark}`, email: who.email, email_verified: true, ...claims }
  issuer.behave(of.mark, { claims: said, fault })
  return { of, who, said, issuer: issuer.issuer(of.mark) }
}

const sessionsOf = (who: Person) => count('Session', '"userId" = $1 and "revokedAt" is null', [who.id])

describe('signing in at the issuer', () => {
  test('opens an ordinary session, links the account for good, records both and leads on', async () => {
    const { of, who, said } = await atWork()
    const journey = await setOut(who.email, '/customers?state=ended')
    const watch = watched()
    const returned = await comeBack(
      { facts: { ...journey.facts, requestId: watch.request.requestId } },
      await atIssuer(journey),
    )
    expect(returned).toMatchObject({ kind: 'signedIn', returnTo: '/customers?state=ended' })
    if (returned.kind !== 'signedIn') throw new Error('no session')
    expect(await findActor(returned.sessionToken)).toMatchObject({ userId: who.id, mustChangePassword: false })
    expect(await identitiesOf(of)).toMatchObject([{ userId: who.id, subject: said.sub }])
    expect(await watch.events()).toMatchObject([
      { type: 'issuerIdentity.linked', actorUserId: who.id, readers: readers(of) },
      { type: 'user.signedIn', actorUserId: who.id, details: { method: 'issuer' }, readers: readers(of) },
    ])
  })

  test('tells the person of a sign-in with a new browser, as after a password', async () => {
    const { of, who } = await atWork()
    await signInAtIssuer(who.email)
    expect(await mailsOf(of)).toEqual([])
    await signInAtIssuer(who.email)
    expect(await mailsOf(of)).toMatchObject([{ letter: 'newDevice', recipientUserId: who.id }])
  })

  test('asks with PKCE, state and nonce, and gives the secret to nobody but the issuer', async () => {
    const { of, who } = await atWork()
    const journey = await setOut(who.email)
    const { address } = (await viewErrand(null, {}, journey.facts)) ?? { address: '' }
    const asked = new URL(address).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('login_hint')).toBe(who.email)
    expect(asked.get('redirect_uri')).toBe(`http://localhost:3999/sign-in/organization/return/${of.id}`)
    expect(asked.get('state')).toBe(stateOf(journey.errandToken))
    expect(new Set([asked.get('state'), asked.get('nonce'), asked.get('code_challenge')]).size).toBe(3)
    expect(address).not.toContain('secret')
    const kept = await row<{ text: string }>(
      'select t::text as text from "IssuerErrand" t where "organizationId" = $1',
      [of.id],
    )
    expect(kept.text).not.toContain(journey.errandToken)
  })

  test('leads back to an invitation whose address the database does not hold', async () => {
    const { of, who } = await atWork()
    const invitation = `/invite/inv_r_${'Q'.repeat(43)}`
    const journey = await setOut(who.email, invitation)
    const kept = await row<{ text: string }>(
      'select t::text as text from "IssuerErrand" t where "organizationId" = $1',
      [of.id],
    )
    expect(kept.text).not.toContain('inv_r_')
    expect(await comeBack(journey, await atIssuer(journey))).toMatchObject({ kind: 'signedIn', returnTo: invitation })
  })

  test('finds a linked person by what the issuer calls them, whatever address it says', async () => {
    const { of, who, said } = await atWork()
    const other = await person(of, [])
    await signInAtIssuer(who.email)
    for (const email of [other.email, `renamed@${of.domain}`, 'elsewhere@gmail.com', undefined]) {
      issuer.behave(of.mark, { claims: { ...said, email } })
      const returned = await signInAtIssuer(who.email)
      if (returned.kind !== 'signedIn') throw new Error('no session')
      expect((await findActor(returned.sessionToken))?.userId).toBe(who.id)
    }
    expect(await identitiesOf(of)).toHaveLength(1)
    expect(await sessionsOf(other)).toBe(0)
  })

  test('gives an address that another account of the issuer has taken over to nobody', async () => {
    const { of, who, said } = await atWork()
    await signInAtIssuer(who.email)
    issuer.behave(of.mark, { claims: { ...said, sub: 'somebody new' } })
    expect(await refusal(signInAtIssuer(who.email))).toBe('identity_conflict')
    expect(await sessionsOf(who)).toBe(1)
  })

  test('links once, however many come at once', async () => {
    const { of, who } = await atWork()
    const journeys = await Promise.all(Array.from({ length: 4 }, () => setOut(who.email)))
    const addresses = await Promise.all(journeys.map(atIssuer))
    const tally = await answers(
      journeys.map((journey, number) => comeBack(journey, addresses[number] ?? new URL('/', ''))),
    )
    expect((tally.ok ?? 0) + (tally.identity_conflict ?? 0)).toBe(4)
    expect(tally.ok ?? 0).toBeGreaterThan(0)
    expect(await identitiesOf(of)).toHaveLength(1)
  })

  test('asks whom the issuer vouches for no new password', async () => {
    const { of, said } = await atWork()
    const temporaryPasswordExpiresAt = new Date(clock.now().getTime() - 1000)
    const fresh = await person(of, [], { mustChangePassword: true, temporaryPasswordExpiresAt })
    issuer.behave(of.mark, { claims: { ...said, email: fresh.email } })
    const returned = await signInAtIssuer(fresh.email)
    if (returned.kind !== 'signedIn') throw new Error('no session')
    expect(await findActor(returned.sessionToken)).toMatchObject({ userId: fresh.id, mustChangePassword: false })
    // The temporary password itself opens nothing more than before.
    expect(await refusal(signIn(null, { email: fresh.email, password }, request()))).toBe('sign_in_failed')
  })
})

describe('the second factor after the issuer', () => {
  test('is asked of whoever has one, unless the issuer has asked for one', async () => {
    const { of, who, said } = await atWork()
    const factor = await secondFactor(who)
    const returned = await signInAtIssuer(who.email, '/orders')
    expect(returned).toMatchObject({ kind: 'code', sessionToken: null, returnTo: '/orders' })
    expect(await sessionsOf(who)).toBe(0)
    if (returned.kind !== 'code') throw new Error('no code is asked')
    const finished = await finishSignIn(
      null,
      { code: factor.code() },
      { ...request(), pendingToken: returned.pendingToken },
    )
    expect(await findActor(finished.sessionToken)).toMatchObject({ userId: who.id })
    expect(await rows('select "issuerProof" from "Session" where "userId" = $1', [who.id])).toEqual([
      { issuerProof: 'oneFactor' },
    ])
    issuer.behave(of.mark, { claims: { ...said, amr: ['pwd', 'mfa'] } })
    expect((await signInAtIssuer(who.email)).kind).toBe('signedIn')
  })

  test('is owed where the organization asks for one and the issuer did not', async () => {
    const { of, who, said } = await atWork()
    await rows('update "Organization" set "requiresSecondFactor" = true where id = $1', [of.id])
    const owing = async () => {
      const returned = await signInAtIssuer(who.email)
      return returned.kind === 'signedIn' ? (await findActor(returned.sessionToken))?.mustAddSecondFactor : null
    }
    expect(await owing()).toBe(true)
    issuer.behave(of.mark, { claims: { ...said, amr: ['pwd', 'otp'] } })
    expect(await owing()).toBe(true)
    issuer.behave(of.mark, { claims: { ...said, amr: ['mfa'] } })
    expect(await owing()).toBe(false)
    issuer.behave(of.mark, { claims: { ...said, acr: 'https://refeds.org/profile/mfa' } })
    expect(await owing()).toBe(false)
  })
})

describe('an issuer that says', () => {
  test.each([
    ['no address', { email: undefined }, 'email_missing'],
    ['no address that is one', { email: 'not an address' }, 'email_missing'],
    ['that it does not vouch for the address', { email_verified: false }, 'email_unverified'],
    ['nothing about vouching', { email_verified: undefined }, 'email_unverified'],
  ])('%s lets nobody in', async (_, claims, code) => {
    const { of, who } = await atWork(claims)
    expect(await refusal(signInAtIssuer(who.email))).toBe(code)
    expect(await sessionsOf(who)).toBe(0)
    expect(await identitiesOf(of)).toEqual([])
  })

  test('an address of another domain, of another organization too, lets nobody in', async () => {
    const stranger = await person(await organization('provider'), ['globalAdmin'])
    for (const email of [stranger.email, `somebody@mail.${newMark()}.example`]) {
      const { of, who } = await atWork({ email })
      expect(await refusal(signInAtIssuer(who.email))).toBe('email_not_covered')
      expect([await sessionsOf(stranger), await sessionsOf(who), (await identitiesOf(of)).length]).toEqual([0, 0, 0])
    }
  })

  test('an address of a person in another organization who has it on our domain lets nobody in', async () => {
    const { of, who, said } = await atWork()
    const elsewhere = await person(await organization('provider'), [], { email: `x${newMark()}@${of.domain}` })
    issuer.behave(of.mark, { claims: { ...said, email: elsewhere.email } })
    expect(await refusal(signInAtIssuer(who.email))).toBe('person_unknown')
    expect(await sessionsOf(elsewhere)).toBe(0)
  })

  test('the name of somebody in another organization at the same issuer meets nobody', async () => {
    const { who: theirs, said } = await atWork()
    await signInAtIssuer(theirs.email)
    const ours = await organization('reseller')
    await singleSignOn(ours, { issuer: issuer.issuer(theirs.organization.mark) })
    issuer.behave(theirs.organization.mark, { claims: { ...said, email: theirs.email } })
    expect(await refusal(signInAtIssuer(`a@${ours.domain}`))).toBe('email_not_covered')
    expect(await sessionsOf(theirs)).toBe(1)
  })

  test('a person whom nobody has added is told who can, and nobody else is', async () => {
    const { of, said } = await atWork()
    const admin = await person(of, ['globalAdmin'])
    await person(of, ['globalAdmin'], { disabledAt: new Date(), fullName: 'Gone Long Since' })
    issuer.behave(of.mark, { claims: { ...said, email: `new@${of.domain}` } })
    const journey = await setOut(`new@${of.domain}`)
    expect(await viewUnknownPerson(null, {}, journey.facts)).toBeNull()
    expect(await refusal(comeBack(journey, await atIssuer(journey)))).toBe('person_unknown')
    expect(await viewUnknownPerson(null, {}, journey.facts)).toEqual({
      organizationName: of.name,
      admins: [admin.fullName],
    })
    expect(await viewUnknownPerson(null, {}, request())).toBeNull()
  })

  test('a person who was disabled or deleted does not come in, linked or not', async () => {
    for (const columns of [{ disabledAt: new Date() }, { deletedAt: new Date() }]) {
      const { of, said, issuer: at } = await atWork()
      const gone = await person(of, [], columns)
      issuer.behave(of.mark, { claims: { ...said, email: gone.email } })
      expect(['person_disabled', 'person_unknown']).toContain(await refusal(signInAtIssuer(gone.email)))
      await linkedIdentity(gone, at, String(said.sub))
      expect(await refusal(signInAtIssuer(gone.email))).toBe('person_disabled')
    }
  })
})

describe('an issuer that is wrong', () => {
  const invalid: Fault[] = ['other nonce', 'other audience', 'other issuer', 'no signature', 'other key', 'expired']
  test.each([
    ...invalid.map((fault) => [fault, 'issuer_answer_invalid'] as const),
    ['other iss parameter', 'issuer_answer_invalid'] as const,
    ['no such client', 'issuer_refused_client'] as const,
    ['denied', 'issuer_denied'] as const,
  ])('with %s lets nobody in', async (fault, code) => {
    const { of, who } = await atWork({}, fault)
    expect(await refusal(signInAtIssuer(who.email))).toBe(code)
    expect(await sessionsOf(who)).toBe(0)
    expect(await identitiesOf(of)).toEqual([])
    // The same set-up without the fault lets the person in.
    issuer.behave(of.mark, {})
    expect((await signInAtIssuer(who.email)).kind).toBe('signedIn')
  })

  test.each([
    ['broken', 'issuer_not_conform'],
    ['not json', 'issuer_not_conform'],
    ['names itself otherwise', 'issuer_differs'],
    ['redirects', 'issuer_unreachable'],
    ['endless', 'issuer_unreachable'],
    ['silent', 'issuer_unreachable'],
    ['plain page of script as endpoint', 'issuer_not_conform'],
  ] as const)('with %s is said before anybody leaves', async (fault, code) => {
    const { who } = await atWork({}, fault)
    expect(await refusal(setOut(who.email))).toBe(code)
  })
})
