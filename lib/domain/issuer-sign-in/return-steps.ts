import type { IDToken } from 'openid-client'
import type { Actor } from '@/lib/access/permissions'
import { isProvedSince, proofOf } from '@/lib/auth/issuer/claims'
import type { Errand } from '@/lib/auth/issuer/errand'
import { beginPendingSignIn } from '@/lib/auth/pending-sign-in'
import { confirmSession } from '@/lib/auth/session'
import { completeSignIn } from '@/lib/auth/sign-in'
import { writeAudit } from '@/lib/core/audit'
import { type Database, inTransaction } from '@/lib/core/db'
import { DomainError, type ErrorCode, isDomainError } from '@/lib/core/errors'
import type { RequestFacts } from '@/lib/core/request'
import { coveredEmail, reportOf, type TestReport } from '../single-sign-on/rules'
import { coveredDomains, personMeant } from '../single-sign-on/steps'

/** What a browser that has come back with a good answer gets. */
export type Returned =
  | { kind: 'signedIn'; sessionToken: string; deviceToken: string; pendingToken: null; returnTo: string }
  | { kind: 'code'; sessionToken: null; pendingToken: string; returnTo: string }
  | { kind: 'confirmed'; sessionToken: string; returnTo: string }
  | { kind: 'tested'; returnTo: string }

/**
 * Signs in whom the issuer means. The portal asks for its own second factor where the person has one and the issuer did not ask.
 * @throws DomainError any of `personMeant`
 */
export async function enterByIssuer(errand: Errand, claims: IDToken, request: RequestFacts): Promise<Returned> {
  const { organizationId, issuer, returnTo } = errand
  const issuerProof = proofOf(claims)
  return inTransaction({ organizationId }, async (db) => {
    const { id: userId } = await personMeant(db, { organizationId, issuer, claims }, request)
    if (issuerProof === 'oneFactor' && (await hasFactor(db, userId))) {
      const pendingToken = await beginPendingSignIn(db, { userId, organizationId }, issuerProof)
      return { kind: 'code', sessionToken: null, pendingToken, returnTo }
    }
    const proof = { method: 'issuer', issuerProof } as const
    const tokens = await completeSignIn(db, { userId, organizationId }, proof, request)
    return { kind: 'signedIn', ...tokens, pendingToken: null, returnTo }
  })
}

async function hasFactor(db: Database, userId: string): Promise<boolean> {
  const found = await db.secondFactor.findFirst({
    where: { userId, confirmedAt: { not: null } },
    select: { userId: true },
  })
  return found !== null
}

/**
 * Proves again to be the person of the session. The issuer must have asked since, and mean the same person as ever.
 * @throws DomainError `identity_differs`, `proof_too_old`, any of `personMeant`
 */
export async function confirmByIssuer(
  errand: Errand,
  claims: IDToken,
  actor: Actor | null,
  request: RequestFacts,
): Promise<Returned> {
  const { organizationId, issuer, returnTo } = errand
  if (actor?.sessionId !== errand.sessionId || actor?.userId !== errand.userId) throw new DomainError('errand_foreign')
  if (!isProvedSince(claims, errand.createdAt)) throw new DomainError('proof_too_old')
  return inTransaction({ organizationId }, async (db) => {
    const person = await personMeant(db, { organizationId, issuer, claims }, request)
    if (person.id !== actor.userId) throw new DomainError('identity_differs')
    const sessionToken = await confirmSession(db, actor.sessionId)
    await writeAudit(db, { type: 'user.identityConfirmed', details: { method: 'issuer' }, actor, request })
    return { kind: 'confirmed', sessionToken, returnTo }
  })
}

/** Keeps what a test has brought, good or bad, for the page it was begun on. Signs nobody in and links nobody. */
export async function keepTest(
  errand: Errand,
  brought: { claims: IDToken } | { problem: ErrorCode },
  actor: Actor | null,
  request: RequestFacts,
): Promise<Returned> {
  const { organizationId, issuer, clientId, returnTo } = errand
  if (actor?.sessionId !== errand.sessionId) throw new DomainError('errand_foreign')
  await inTransaction({ organizationId }, async (db) => {
    const claims = 'claims' in brought ? brought.claims : null
    const judged = claims ? await judge(db, organizationId, claims) : null
    const problem = judged ? judged.problem : 'problem' in brought ? brought.problem : null
    const report: TestReport = {
      at: new Date().toISOString(),
      byName: actor.fullName,
      problem,
      ...reportOf(claims),
      personName: judged?.personName ?? null,
      severalFactors: claims !== null && proofOf(claims) === 'severalFactors',
    }
    await db.singleSignOn.updateMany({
      // What was changed meanwhile has not been tested.
      where: { organizationId, issuer, clientId },
      data: { lastTest: { ...report }, testedAt: problem ? null : new Date() },
    })
    const details = { issuer, succeeded: problem === null, problem }
    await writeAudit(db, { type: 'singleSignOn.tested', details, actor, request })
  })
  return { kind: 'tested', returnTo }
}

async function judge(db: Database, organizationId: string, claims: IDToken) {
  try {
    const email = coveredEmail(claims, await coveredDomains(db))
    const person = await db.user.findFirst({
      where: { organizationId, email, deletedAt: null },
      select: { fullName: true },
    })
    return { problem: null, personName: person?.fullName ?? null }
  } catch (error) {
    if (isDomainError(error)) return { problem: error.code, personName: null }
    throw error
  }
}
