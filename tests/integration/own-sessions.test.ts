import { describe, expect, inject, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { findActor } from '@/lib/auth/session'
import { minute } from '@/lib/core/clock'
import { confirmIdentity, endOtherSessions, endSession } from '@/lib/domain/account-security/commands'
import { listOwnSessions } from '@/lib/domain/account-security/queries'
import { signPartnerAgreement } from '@/lib/domain/agreements/commands'
import { addCustomerUser, editCustomerUser, resetCustomerUserPassword } from '@/lib/domain/customer-users/commands'
import { authorizeRelationships, removeDelegatedAdministration } from '@/lib/domain/customers/commands'
import { getHome } from '@/lib/domain/home/queries'
import { signIn } from '@/lib/domain/users/commands'
import { agreedTo, invitationFrom } from '../support/invitations'
import { actorOf, founded, newMark, organization, type Person, person, signedIn } from '../support/organizations'
import { count, rows } from '../support/owner'
import { mailsOf, readers, watched } from '../support/record'
import { answerOf, answers, refusal } from '../support/refusal'
import { request } from '../support/request'
import { secondFactor } from '../support/second-factor'
import { served } from '../support/serving'

const { password } = inject('run')
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds)

async function somebody(): Promise<Person> {
  return person(await organization('reseller'), ['globalAdmin'])
}

async function present(token: string): Promise<Actor> {
  const actor = await findActor(token)
  if (!actor) throw new Error('This session is over.')
  return actor
}

describe('the sessions of a person', () => {
  test('are listed with device, address and time, the latest used first, and this one marked', async () => {
    const who = await somebody()
    const here = await signedIn(who, { userAgent: firefox, ipAddress: '198.51.100.7' })
    await signedIn(who, { lastSeenAt: ago(5 * minute) })
    const { sessions } = await listOwnSessions(await present(here), {})
    expect(sessions).toMatchObject([
      { browser: 'Firefox', system: 'Linux', ipAddress: '198.51.100.7', isThis: true },
      { browser: null, system: null, ipAddress: null, isThis: false },
    ])
    expect(JSON.stringify(sessions)).not.toMatch(/ses_|tokenHash/)
  })

  test('leave out what is over, and everybody else’s', async () => {
    const who = await somebody()
    const here = await signedIn(who)
    await signedIn(await person(who.organization, ['globalAdmin']))
    for (const over of [{ revokedAt: new Date() }, { expiresAt: ago(1) }, { lastSeenAt: ago(31 * minute) }])
      await signedIn(who, over)
    expect((await listOwnSessions(await present(here), {})).sessions).toHaveLength(1)
  })

  test('end one by one, at the next request', async () => {
    const who = await somebody()
    const [here, elsewhere] = [await signedIn(who), await signedIn(who)]
    const other = await present(elsewhere)
    const watch = watched()
    await endSession(await present(here), { sessionId: other.sessionId }, watch.request)
    expect(await findActor(elsewhere)).toBeNull()
    expect(await findActor(here)).not.toBeNull()
    expect(await watch.events()).toMatchObject([
      { type: 'user.sessionsEnded', details: { count: 1 }, readers: readers(who.organization) },
    ])
    expect(await refusal(endSession(await present(here), { sessionId: other.sessionId }))).toBe('not_found')
  })

  test('of a colleague or a stranger are not found', async () => {
    const who = await somebody()
    const here = await present(await signedIn(who))
    for (const other of [await person(who.organization), await somebody()]) {
      const token = await signedIn(other)
      expect(await refusal(endSession(here, { sessionId: (await present(token)).sessionId }))).toBe('not_found')
      expect(await findActor(token)).not.toBeNull()
    }
  })

  test('end all but this one', async () => {
    const who = await somebody()
    const here = await signedIn(who)
    const others = await Promise.all(Array.from({ length: 5 }, () => signedIn(who)))
    await endOtherSessions(await present(here), {})
    for (const token of others) expect(await findActor(token)).toBeNull()
    expect(await findActor(here)).not.toBeNull()
    await getHome(await present(here), {})
  })
})

describe('a browser that was not used before', () => {
  test('is told to the person, once, and not at the very first sign-in', async () => {
    const who = await somebody()
    const credentials = { email: who.email, password }
    const first = await signIn(null, credentials, request())
    expect(await mailsOf(who.organization)).toEqual([])
    const from = { ...request('198.51.100.9'), userAgent: firefox }
    const { deviceToken } = await signIn(null, credentials, from)
    await signIn(null, credentials, { ...from, deviceToken })
    await signIn(null, credentials, { ...request(), deviceToken: first.deviceToken })
    expect(await mailsOf(who.organization)).toMatchObject([
      {
        letter: 'newDevice',
        recipientUserId: who.id,
        parameters: { device: 'Firefox, Linux', address: '198.51.100.9' },
      },
    ])
    expect(await count('KnownDevice', '"userId" = $1', [who.id])).toBe(2)
  })
})

describe('confirming who one is', () => {
  const late = { confirmedAt: ago(11 * minute) }

  test('by password or by a code opens what is dear, with a new token for the session', async () => {
    for (const way of ['password', 'code'] as const) {
      const who = await somebody()
      const factor = await secondFactor(who)
      const token = await signedIn(who, late)
      const before = await present(token)
      expect(await refusal(signPartnerAgreement(before, { agreed: true }))).toBe('confirmation_required')
      const proof = way === 'password' ? { password } : { code: factor.code() }
      const watch = watched()
      const { sessionToken, returnTo } = await confirmIdentity(
        before,
        { ...proof, returnTo: '/partner-agreement' },
        watch.request,
      )
      expect(returnTo).toBe('/partner-agreement')
      expect(await findActor(token)).toBeNull()
      const after = await present(sessionToken)
      expect(after.sessionId).toBe(before.sessionId)
      await signPartnerAgreement(after, { agreed: true })
      const method = way === 'password' ? 'password' : 'secondFactor'
      expect(await watch.events()).toMatchObject([{ type: 'user.identityConfirmed', details: { method } }])
    }
  })

  test('takes no wrong password, no used code, no recovery code, and nothing at all', async () => {
    const who = await somebody()
    const factor = await secondFactor(who)
    const actor = await present(await signedIn(who, late))
    expect(await refusal(confirmIdentity(actor, { password: 'something else entirely' }))).toBe('password_wrong')
    expect(await refusal(confirmIdentity(actor, { code: '000000' }))).toBe('code_wrong')
    expect(await refusal(confirmIdentity(actor, { code: factor.recoveryCodes[0] ?? '' }))).toBe('code_wrong')
    expect(await refusal(confirmIdentity(actor, {}))).toBe('input_invalid')
    const code = factor.code()
    const tries = Array.from({ length: 4 }, () => confirmIdentity(actor, { code }))
    expect(await answers(tries)).toEqual({ ok: 1, code_wrong: 3 })
  })

  test('is tried ten times in a quarter of an hour', async () => {
    const actor = await present(await signedIn(await somebody(), late))
    const tally: Record<string, number> = {}
    for (let time = 0; time < 13; time += 1) {
      const answer = await answerOf(confirmIdentity(actor, { password: 'something else entirely' }))
      tally[answer] = (tally[answer] ?? 0) + 1
    }
    expect(tally).toEqual({ password_wrong: 10, too_many_attempts: 3 })
    expect(await refusal(confirmIdentity(actor, { password }))).toBe('too_many_attempts')
  })

  test('is asked for delegated administration, given and taken, and not for a relationship without it', async () => {
    const { admin: reseller } = await founded('reseller')
    const { organization: customer, admin } = await founded('customer')
    const stale = { ...admin, ...late }
    const delegated = await invitationFrom(reseller, 'customer', { delegated: true })
    expect(await refusal(authorizeRelationships(stale, agreedTo(delegated.token)))).toBe('confirmation_required')
    const { relationshipIds } = await authorizeRelationships(admin, agreedTo(delegated.token))
    const input = { relationshipId: relationshipIds[0] ?? '' }
    expect(await refusal(removeDelegatedAdministration(stale, input))).toBe('confirmation_required')
    await removeDelegatedAdministration(admin, input)
    const { admin: another } = await founded('reseller')
    const plain = await invitationFrom(another, 'customer')
    await authorizeRelationships(stale, agreedTo(plain.token))
    expect(await count('CustomerRelationship', '"customerId" = $1', [customer.id])).toBe(2)
  })

  test('is asked for the run of a customer: to make and unmake its administrators, to reset their passwords', async () => {
    const { customer, ofCustomer, ofProvider } = await served()
    for (const actor of [ofCustomer, ofProvider]) {
      const stale = { ...actor, ...late }
      const [boss, user] = [await person(customer, ['globalAdmin']), await person(customer)]
      const made = { customerId: customer.id, displayName: 'Somebody', usageLocation: 'DE' }
      const add = (role: 'administrator' | 'user') => () =>
        addCustomerUser(stale, { ...made, userName: newMark(), role })
      const edit =
        ({ id }: Person, role: 'administrator' | 'user') =>
        () =>
          editCustomerUser(stale, { ...made, userId: id, role, signIn: 'allowed' })
      const reset =
        ({ id }: Person) =>
        () =>
          resetCustomerUserPassword(stale, { customerId: customer.id, userId: id })
      for (const dear of [add('administrator'), edit(user, 'administrator'), edit(boss, 'user'), reset(boss)])
        expect(await refusal(dear())).toBe('confirmation_required')
      for (const plain of [add('user'), edit(user, 'user'), edit(boss, 'administrator'), reset(user)]) await plain()
    }
  })

  test('holds for ten minutes by the clock of the database', async () => {
    const who = await somebody()
    const at = async (milliseconds: number) =>
      answerOf(
        signPartnerAgreement(await present(await signedIn(who, { confirmedAt: ago(milliseconds) })), { agreed: true }),
      )
    expect(await at(10 * minute + 1000)).toBe('confirmation_required')
    expect(await at(10 * minute - 20_000)).toBe('ok')
    expect(
      await rows('select 1 from "PartnerAgreement" where "organizationId" = $1', [who.organization.id]),
    ).toHaveLength(1)
    expect(actorOf(who).confirmedAt).toBeInstanceOf(Date)
  })
})
