import { describe, expect, inject, test } from 'vitest'
import type { Actor } from '@/lib/access/permissions'
import { findActor } from '@/lib/auth/session'
import { codeOf, stepAt } from '@/lib/auth/totp'
import {
  addSecondFactor,
  beginSecondFactor,
  finishSignIn,
  removeSecondFactor,
  renewRecoveryCodes,
  requireSecondFactor,
} from '@/lib/domain/account-security/commands'
import { viewSecondFactorDraft } from '@/lib/domain/account-security/queries'
import { getHome } from '@/lib/domain/home/queries'
import { signIn } from '@/lib/domain/users/commands'
import { actorOf, organization, type Person, person, signedIn } from '../support/organizations'
import { count } from '../support/owner'
import { mailsOf, watched } from '../support/record'
import { refusal } from '../support/refusal'
import { request } from '../support/request'
import { type Factor, fromLetters, pendingSignIn, secondFactor } from '../support/second-factor'

const { password } = inject('run')

async function somebody() {
  return person(await organization('reseller'), ['globalAdmin'])
}

/** As far as the password goes. */
async function waiting(who: Person) {
  return { ...request(), pendingToken: await pendingSignIn(who) }
}

async function enrolled(): Promise<{ who: Person; factor: Factor }> {
  const who = await somebody()
  return { who, factor: await secondFactor(who) }
}

const stale = (actor: Actor): Actor => ({ ...actor, confirmedAt: new Date(Date.now() - 11 * 60_000) })

describe('removing it and renewing the recovery codes', () => {
  test('leaves the password alone, voids the codes and tells the person', async () => {
    const { who } = await enrolled()
    const here = await findActor(await signedIn(who))
    const elsewhere = await signedIn(who)
    const watch = watched()
    await removeSecondFactor(here, {}, watch.request)
    expect(await findActor(elsewhere)).toBeNull()
    expect(await count('RecoveryCode', '"userId" = $1', [who.id])).toBe(0)
    expect((await signIn(null, { email: who.email, password }, request())).sessionToken).not.toBeNull()
    expect(await watch.events()).toMatchObject([{ type: 'secondFactor.removed' }])
    expect(await mailsOf(who.organization)).toMatchObject([{ letter: 'secondFactorRemoved' }])
    expect(await refusal(removeSecondFactor(here, {}))).toBe('second_factor_missing')
    expect(await refusal(renewRecoveryCodes(here, {}))).toBe('second_factor_missing')
  })

  test('voids the ten before', async () => {
    const { who, factor } = await enrolled()
    const { recoveryCodes } = await renewRecoveryCodes(actorOf(who), {})
    const waits = await waiting(who)
    expect(await refusal(finishSignIn(null, { code: factor.recoveryCodes[0] ?? '' }, waits))).toBe('code_wrong')
    await finishSignIn(null, { code: recoveryCodes[0] ?? '' }, waits)
  })

  test('asks, as adding does, for a proof not older than ten minutes', async () => {
    const { who } = await enrolled()
    const late = stale(actorOf(who))
    const refusals = [
      beginSecondFactor(late, {}),
      viewSecondFactorDraft(late, {}),
      addSecondFactor(late, { code: '123456' }),
      removeSecondFactor(late, {}),
      renewRecoveryCodes(late, {}),
      requireSecondFactor(late, { required: 'yes' }),
    ]
    for (const attempt of refusals) expect(await refusal(attempt)).toBe('confirmation_required')
  })
})

describe('an organization that asks everybody for one', () => {
  test('is led by somebody who has one', async () => {
    const who = await somebody()
    expect(await refusal(requireSecondFactor(actorOf(who), { required: 'yes' }))).toBe('second_factor_first')
    await secondFactor(who)
    const watch = watched()
    await requireSecondFactor(actorOf(who), { required: 'yes' }, watch.request)
    expect(await watch.events()).toMatchObject([{ type: 'secondFactor.required', details: { required: true } }])
    expect(await refusal(removeSecondFactor(actorOf(who), {}))).toBe('second_factor_demanded')
  })

  test('lets people do nothing but add one, and everything after', async () => {
    const who = await somebody()
    await secondFactor(who)
    const colleague = await person(who.organization, ['globalAdmin'])
    const token = await signedIn(colleague)
    await requireSecondFactor(actorOf(who), { required: 'yes' })
    const owing = await findActor(token)
    expect(owing).toMatchObject({ mustAddSecondFactor: true, hasSecondFactor: false })
    expect(await refusal(getHome(owing, {}))).toBe('second_factor_required')
    expect(await refusal(requireSecondFactor(owing, { required: 'no' }))).toBe('second_factor_required')
    await beginSecondFactor(owing, {})
    const { draft } = await viewSecondFactorDraft(owing, {})
    await addSecondFactor(owing, { code: codeOf(fromLetters(draft?.secret ?? ''), stepAt(Date.now())) })
    const free = await findActor(token)
    expect(free).toMatchObject({ mustAddSecondFactor: false, hasSecondFactor: true })
    await getHome(free, {})
    await requireSecondFactor(free, { required: 'no' })
    await removeSecondFactor(free, {})
  })

  test('is refused to whoever is not its Global admin', async () => {
    const colleague = await person(await organization('reseller'), ['userManagementAdmin', 'adminAgent'])
    await secondFactor(colleague)
    expect(await refusal(requireSecondFactor(actorOf(colleague), { required: 'yes' }))).toBe('role_missing')
  })
})
