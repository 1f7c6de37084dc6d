import { afterAll, describe, expect, inject, test } from 'vitest'
import { findActor } from '@/lib/auth/session'
import { confirmIdentity } from '@/lib/domain/account-security/commands'
import { beginIdentityProof, beginSingleSignOn } from '@/lib/domain/issuer-sign-in/commands'
import { viewErrand, viewIdentityWays } from '@/lib/domain/issuer-sign-in/queries'
import { openIssuer } from '../support/issuer'
import { newMark, organization, type Person, person, signedIn } from '../support/organizations'
import { count, rows } from '../support/owner'
import { watched } from '../support/record'
import { answers, refusal } from '../support/refusal'
import { request } from '../support/request'
import { secondFactor } from '../support/second-factor'
import {
  atIssuer,
  comeBack,
  errand,
  identitiesOf,
  linkedIdentity,
  setOut,
  singleSignOn,
  stateOf,
} from '../support/single-sign-on'

const issuer = await openIssuer()
process.env.LOCAL_ISSUERS = issuer.origin
afterAll(() => issuer.close())

const { password } = inject('run')

async function atWork() {
  const of = await organization('reseller')
  const who = await person(of, ['globalAdmin'])
  const at = issuer.issuer(of.mark)
  await singleSignOn(of, { issuer: at })
  const said = { sub: `sub ${of.mark}`, email: who.email, email_verified: true }
  issuer.behave(of.mark, { claims: said })
  return { of, who, said, issuer: at }
}

const sessionsOf = (who: Person) => count('Session', '"userId" = $1', [who.id])

describe('an answer of the issuer', () => {
  test('is taken once, also of many at the same moment', async () => {
    const { who } = await atWork()
    const journey = await setOut(who.email)
    const address = await atIssuer(journey)
    const tally = await answers(Array.from({ length: 5 }, () => comeBack(journey, address)))
    expect(tally).toEqual({ ok: 1, errand_used: 4 })
    expect(await refusal(comeBack(journey, address))).toBe('errand_used')
    expect(await sessionsOf(who)).toBe(1)
  })

  test('is of no use to another browser, nor to one that was sent nowhere', async () => {
    const { who } = await atWork()
    const [victim, attacker] = [await setOut(who.email), await setOut(who.email)]
    const planted = await atIssuer(attacker)
    // Login CSRF: the attacker's answer in the victim's browser, which is on an errand of its own, or on none.
    expect(await refusal(comeBack(victim, planted))).toBe('errand_foreign')
    for (const errandToken of [null, 'iss_', `iss_${'a'.repeat(43)}`, attacker.errandToken.slice(0, -1)])
      expect(await refusal(comeBack({ facts: { ...request(), errandToken } }, planted))).toBe('errand_missing')
    expect(await sessionsOf(who)).toBe(0)
    // Neither has lost its own way by it.
    expect((await comeBack(victim, await atIssuer(victim))).kind).toBe('signedIn')
    expect((await comeBack(attacker, planted)).kind).toBe('signedIn')
  })

  test('without the state it was sent with, or with that of another, does nothing', async () => {
    const { who } = await atWork()
    const [journey, other] = [await setOut(who.email), await setOut(who.email)]
    const address = await atIssuer(journey)
    const withState = (state: string | null) => {
      const changed = new URL(address)
      if (state === null) changed.searchParams.delete('state')
      else changed.searchParams.set('state', state)
      return changed
    }
    for (const state of [null, '', 'x', stateOf(other.errandToken), `${stateOf(journey.errandToken)}x`])
      expect(await refusal(comeBack(journey, withState(state)))).toBe('errand_foreign')
    expect((await comeBack(journey, address)).kind).toBe('signedIn')
  })

  test('for one organization does not come in by another, whose issuer the browser was mixed up with', async () => {
    const [honest, evil] = [await atWork(), await atWork()]
    const toEvil = await setOut(evil.who.email)
    const toHonest = await setOut(honest.who.email)
    const answered = await atIssuer(toHonest)
    // The honest issuer's code, brought to the errand of the evil one: by its path, by its state, by both.
    const elsewhere = new URL(answered)
    elsewhere.pathname = elsewhere.pathname.replace(honest.of.id, evil.of.id)
    expect(await refusal(comeBack(toHonest, elsewhere))).toBe('errand_foreign')
    expect(await refusal(comeBack(toEvil, answered))).toBe('errand_foreign')
    elsewhere.searchParams.set('state', stateOf(toEvil.errandToken))
    expect(await refusal(comeBack(toEvil, elsewhere))).toBe('issuer_answer_invalid')
    expect(issuer.asked(evil.of.mark).filter((each) => each.startsWith('POST'))).toEqual([])
    expect((await comeBack(toHonest, answered)).kind).toBe('signedIn')
  })

  test('comes too late after ten minutes, and after single sign-on was changed or switched off', async () => {
    const { of, who } = await atWork()
    const late = await setOut(who.email)
    const answered = await atIssuer(late)
    await rows(`update "IssuerErrand" set "expiresAt" = now() where "organizationId" = $1`, [of.id])
    expect(await refusal(comeBack(late, answered))).toBe('errand_missing')
    for (const change of [`state = 'off'`, `state = 'testing'`, `state = 'on', "clientId" = 'another'`]) {
      await rows(`update "SingleSignOn" set state = 'on', "clientId" = 'tandem' where "organizationId" = $1`, [of.id])
      const journey = await setOut(who.email)
      const address = await atIssuer(journey)
      await rows(`update "SingleSignOn" set ${change} where "organizationId" = $1`, [of.id])
      expect(await refusal(comeBack(journey, address))).toBe('issuer_changed')
    }
    await rows(`delete from "SingleSignOn" where "organizationId" = $1`, [of.id])
    expect(await refusal(setOut(who.email))).toBe('single_sign_on_unknown')
    expect(await sessionsOf(who)).toBe(0)
  })

  test('leads nowhere outside of the portal', async () => {
    const { who } = await atWork()
    for (const returnTo of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/%0d%0aset-cookie:a=b',
    ]) {
      const journey = await setOut(who.email, returnTo)
      const { returnTo: leadsTo } = await comeBack(journey, await atIssuer(journey))
      expect(new URL(leadsTo, 'http://portal.invalid').origin).toBe('http://portal.invalid')
      expect(leadsTo).toMatch(/^\/(?!\/)[!-~]*$/)
    }
  })

  test('of a browser that has been there leads it there no more', async () => {
    const { who } = await atWork()
    const journey = await setOut(who.email)
    await comeBack(journey, await atIssuer(journey))
    expect(await viewErrand(null, {}, journey.facts)).toBeNull()
    expect(await viewErrand(null, {}, request())).toBeNull()
  })

  test('takes its turn: too many from one address wait', async () => {
    const of = await organization('reseller')
    const facts = { ...request(), errandToken: await errand(of) }
    const address = new URL(`http://localhost/x/${of.id}?state=x`)
    const tally = await answers(Array.from({ length: 35 }, () => comeBack({ facts }, address)))
    expect(tally).toEqual({ errand_foreign: 30, too_many_attempts: 5 })
  })
})

describe('where one is sent', () => {
  test('is decided by the domain alone, whoever there is', async () => {
    const { of } = await atWork()
    for (const name of ['nobody-at-all', 'somebody'])
      expect((await setOut(`${name}@${of.domain}`)).errandToken).toMatch(/^iss_/)
    const elsewhere = await organization('reseller')
    const known = await person(elsewhere)
    for (const email of [known.email, `nobody@${elsewhere.domain}`, `a@sub.${of.domain}`, `a@${newMark()}.example`])
      expect(await refusal(setOut(email))).toBe('single_sign_on_unknown')
  })

  test('is nowhere before it is switched on, or where the domain is not verified any more', async () => {
    const { of, who } = await atWork()
    for (const state of ['testing', 'off']) {
      await rows('update "SingleSignOn" set state = $2::"SingleSignOnState" where "organizationId" = $1', [
        of.id,
        state,
      ])
      expect(await refusal(setOut(who.email))).toBe('single_sign_on_unknown')
    }
    await rows(`update "SingleSignOn" set state = 'on' where "organizationId" = $1`, [of.id])
    await setOut(who.email)
    await rows(`update "Organization" set "vettingStatus" = 'Pending' where id = $1`, [of.id])
    expect(await refusal(setOut(who.email))).toBe('single_sign_on_unknown')
  })

  test('waits after twenty tries in a minute from one address', async () => {
    const facts = request()
    const begin = () => beginSingleSignOn(null, { email: `a@${newMark()}.example` }, facts)
    expect(await answers(Array.from({ length: 22 }, begin))).toEqual({
      single_sign_on_unknown: 20,
      too_many_attempts: 2,
    })
  })
})

describe('proving again to be somebody at the issuer', () => {
  const old = { confirmedAt: new Date(Date.now() - 3_600_000) }
  async function inside() {
    const made = await atWork()
    await linkedIdentity(made.who, made.issuer, made.said.sub)
    const token = await signedIn(made.who, old)
    const actor = await findActor(token)
    if (!actor) throw new Error('no session')
    const prove = async (returnTo = '/settings/single-sign-on') => {
      const facts = request()
      const { errandToken } = await beginIdentityProof(actor, { returnTo }, facts)
      return { facts: { ...facts, errandToken } }
    }
    return { ...made, token, actor, prove }
  }

  test('has the issuer ask anew, goes on with another token and is recorded', async () => {
    const { actor, token, prove } = await inside()
    expect(await viewIdentityWays(actor, {})).toEqual({ atIssuer: true, password: true })
    const journey = await prove('/account/security')
    const { address } = (await viewErrand(null, {}, journey.facts)) ?? { address: '' }
    expect([new URL(address).searchParams.get('prompt'), new URL(address).searchParams.get('max_age')]).toEqual([
      'login',
      '0',
    ])
    const watch = watched()
    const facts = { ...journey.facts, requestId: watch.request.requestId }
    const returned = await comeBack({ facts }, await atIssuer(journey), actor)
    expect(returned).toMatchObject({ kind: 'confirmed', returnTo: '/account/security' })
    if (returned.kind !== 'confirmed') throw new Error('not confirmed')
    expect(await findActor(token)).toBeNull()
    const after = await findActor(returned.sessionToken)
    expect(after?.sessionId).toBe(actor.sessionId)
    expect(Date.now() - (after?.confirmedAt.getTime() ?? 0)).toBeLessThan(10_000)
    expect(await watch.events()).toMatchObject([{ type: 'user.identityConfirmed', details: { method: 'issuer' } }])
  })

  test('does not count without a time, with an old one, or as somebody else', async () => {
    const { of, said, actor, prove, token } = await inside()
    const old = Math.floor(Date.now() / 1000) - 600
    for (const auth_time of [undefined, old]) {
      issuer.behave(of.mark, { claims: { ...said, auth_time } })
      const journey = await prove()
      expect(await refusal(comeBack(journey, await atIssuer(journey), actor))).toBe('proof_too_old')
    }
    const colleague = await person(of)
    issuer.behave(of.mark, { claims: { sub: 'a colleague', email: colleague.email, email_verified: true } })
    const journey = await prove()
    expect(await refusal(comeBack(journey, await atIssuer(journey), actor))).toBe('identity_differs')
    expect(await identitiesOf(of)).toHaveLength(1)
    expect((await findActor(token))?.confirmedAt.getTime()).toBe(actor.confirmedAt.getTime())
  })

  test('counts for the session that asked, and for no other', async () => {
    const { who, actor, prove } = await inside()
    const elsewhere = await findActor(await signedIn(who, old))
    for (const caller of [elsewhere, null]) {
      const journey = await prove()
      expect(await refusal(comeBack(journey, await atIssuer(journey), caller))).toBe('errand_foreign')
    }
    const journey = await prove()
    expect((await comeBack(journey, await atIssuer(journey), actor)).kind).toBe('confirmed')
  })

  test('takes no password where the organization takes none', async () => {
    const { of, actor } = await inside()
    const one = await person(of, [])
    const factorLess = await findActor(await signedIn(one))
    if (!factorLess) throw new Error('no session')
    await confirmIdentity(factorLess, { password })
    await rows('update "SingleSignOn" set required = true where "organizationId" = $1', [of.id])
    await secondFactor(actor)
    expect(await refusal(confirmIdentity(factorLess, { password }))).toBe('single_sign_on_required')
    expect(await viewIdentityWays(factorLess, {})).toEqual({ atIssuer: false, password: false })
    // A Global admin with a second factor keeps it.
    await confirmIdentity(actor, { password })
  })

  test('is not offered before single sign-on is on', async () => {
    const { of, actor } = await inside()
    await rows(`update "SingleSignOn" set state = 'testing' where "organizationId" = $1`, [of.id])
    expect(await refusal(beginIdentityProof(actor, {}))).toBe('single_sign_on_not_on')
    expect((await viewIdentityWays(actor, {})).atIssuer).toBe(false)
  })
})
