import { domainOf } from '@/lib/auth/issuer/claims'
import {
  beginErrand,
  clientOf,
  type Errand,
  findErrand,
  type IssuerOfOrganization,
  isAnswerTo,
  noteProblem,
  planErrand,
  redirectUri,
  takeErrand,
} from '@/lib/auth/issuer/errand'
import { redeemAnswer } from '@/lib/auth/issuer/openid'
import { callFunction, inTransaction, Prisma } from '@/lib/core/db'
import { DomainError, isDomainError } from '@/lib/core/errors'
import { log } from '@/lib/core/log'
import { command, entrance } from '@/lib/core/operation'
import { type Budget, giveBack, spend } from '@/lib/core/rate-limit'
import { ownIssuer } from '../single-sign-on/steps'
import { confirmByIssuer, enterByIssuer, keepTest, type Returned } from './return-steps'
import { beginInput, noInput, proveInput, returnInput } from './schema'

const addressBudget: Budget = { name: 'issuer-address', points: 20, seconds: 60 }
const returnBudget: Budget = { name: 'issuer-return', points: 30, seconds: 60 }
const personBudget: Budget = { name: 'issuer-person', points: 20, seconds: 15 * 60 }

/**
 * Sends a browser to the issuer of the organization whose mail domain was typed. Only the domain decides what is answered: nobody
 * learns here who has an account.
 * @returns the token for the browser's short-lived cookie
 * @throws DomainError `single_sign_on_unknown`, any `issuer_…` code, `too_many_attempts`
 */
export const beginSingleSignOn = entrance({
  access: 'public',
  input: beginInput,
  async run({ input: { email, returnTo }, request }) {
    await spend(addressBudget, request.ipAddress ?? 'unknown')
    const domain = domainOf(email)
    const [found] = await callFunction<IssuerOfOrganization>(
      Prisma.sql`select * from single_sign_on_of_domain(${domain})`,
    )
    if (!found) throw new DomainError('single_sign_on_unknown', { parameters: { domain } })
    const planned = await planErrand(found, { purpose: 'signIn', returnTo, loginHint: email })
    const { organizationId } = found
    return { errandToken: await inTransaction({ organizationId }, (db) => beginErrand(db, planned)) }
  },
})

/**
 * The whole way to the issuer and back, without signing anybody in.
 * @throws DomainError `single_sign_on_missing`, any `issuer_…` code, `confirmation_required`, `too_many_attempts`
 */
export const beginSignInTest = command({
  access: 'singleSignOn.manage',
  input: noInput,
  confirmed: true,
  unaudited: 'What it brings is recorded when the browser is back.',
  async prepare({ actor, read }) {
    await spend(personBudget, actor.userId)
    const { userId, sessionId } = actor
    const returnTo = '/settings/single-sign-on?notice=single_sign_on_tested'
    return planErrand(await read(ownIssuer), { purpose: 'test', returnTo, person: { userId, sessionId } })
  },
  run: async ({ db }, planned) => ({ errandToken: await beginErrand(db, planned) }),
})

/**
 * Proves again to be the person of the session: the issuer has to ask, whoever is signed in there.
 * @throws DomainError `single_sign_on_not_on`, any `issuer_…` code, `too_many_attempts`
 */
export const beginIdentityProof = command({
  access: 'identified',
  input: proveInput,
  unaudited: 'The proof is recorded when the browser is back.',
  async prepare({ actor, input: { returnTo }, read }) {
    await spend(personBudget, actor.userId)
    const { userId, sessionId, email } = actor
    const of = await read(ownIssuer)
    if (of.state !== 'on') throw new DomainError('single_sign_on_not_on')
    return planErrand(of, { purpose: 'identity', returnTo, person: { userId, sessionId }, loginHint: email })
  },
  run: async ({ db }, planned) => ({ errandToken: await beginErrand(db, planned) }),
})

/**
 * The browser is back from the issuer. One answer is taken, and only by the browser that was sent.
 * @throws DomainError `errand_…`, any `issuer_…` code, any of `personMeant`, `proof_too_old`, `identity_differs`
 */
export const finishErrand = entrance({
  access: 'public',
  input: returnInput,
  async run({ actor, input, request }): Promise<Returned> {
    await spend(returnBudget, request.ipAddress ?? 'unknown')
    const errand = await findErrand(request)
    if (!errand) throw new DomainError('errand_missing')
    const search = new URLSearchParams(input.search)
    if (!isAnswerTo(errand, input.organizationId, search.get('state'))) throw new DomainError('errand_foreign')
    await takeErrand(errand)
    try {
      const returned = await finish(errand, input.search, actor, request)
      await giveBack(returnBudget, request.ipAddress ?? 'unknown')
      return returned
    } catch (error) {
      if (isDomainError(error)) await noteProblem(errand, error.code)
      log.info(
        { event: 'authn_login_fail', requestId: request.requestId, reason: codeOf(error) },
        'issuer sign-in failed',
      )
      throw error
    }
  },
})

type Facts = Parameters<typeof keepTest>[3]
type Caller = Parameters<typeof keepTest>[2]

async function finish(errand: Errand, search: string, actor: Caller, request: Facts): Promise<Returned> {
  const inForce = errand.purpose === 'test' ? errand.state !== null : errand.state === 'on'
  if (!inForce || !errand.isCurrent) throw new DomainError('issuer_changed')
  const address = new URL(redirectUri(errand.organizationId))
  address.search = search
  if (errand.purpose === 'test') return keepTest(errand, await brought(errand, address), actor, request)
  const claims = await redeemAnswer(clientOf(errand), address, errand.token)
  return errand.purpose === 'identity'
    ? confirmByIssuer(errand, claims, actor, request)
    : enterByIssuer(errand, claims, request)
}

/** A test that fails is a result, too. */
async function brought(errand: Errand, address: URL): Promise<Parameters<typeof keepTest>[1]> {
  try {
    return { claims: await redeemAnswer(clientOf(errand), address, errand.token) }
  } catch (error) {
    if (isDomainError(error)) return { problem: error.code }
    throw error
  }
}

function codeOf(error: unknown): string {
  return isDomainError(error) ? error.code : 'unexpected'
}
