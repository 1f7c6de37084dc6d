import { createHash, timingSafeEqual } from 'node:crypto'
import { after } from '@/lib/core/clock'
import { callFunction, type Database, inTransaction, Prisma } from '@/lib/core/db'
import { environment } from '@/lib/core/env'
import { DomainError, type ErrorCode } from '@/lib/core/errors'
import type { RequestFacts } from '@/lib/core/request'
import { errandSecret, hashToken, isErrandToken, newErrandToken } from '@/lib/core/token'
import { seal, unseal } from '../sealed-secret'
import { errandLife } from './cookie'
import { authorizationUrl, type IssuerClient } from './openid'

/** A browser on its way to an issuer and back: one row, bound to the browser by a short-lived cookie, good for one return. */

/** One for each organization: an answer that was meant for another issuer cannot come back here. */
export function redirectUri(organizationId: string): string {
  return `${new URL(environment().APP_ORIGIN).origin}/sign-in/organization/return/${organizationId}`
}

export interface IssuerOfOrganization {
  organizationId: string
  issuer: string
  clientId: string
  encryptedSecret: string
}

/** @throws DomainError `issuer_refused_client` where the portal's own secret has changed since: the client's must be typed again */
export function clientOf({ organizationId, issuer, clientId, encryptedSecret }: IssuerOfOrganization): IssuerClient {
  try {
    return { issuer, clientId, clientSecret: unseal(encryptedSecret, organizationId).toString('utf8') }
  } catch {
    throw new DomainError('issuer_refused_client')
  }
}

export interface NewErrand {
  purpose: 'signIn' | 'test' | 'identity'
  returnTo: string
  /** Whose test or proof it is. */
  person?: { userId: string; sessionId: string }
  loginHint?: string | undefined
}

/** What has to be asked of the issuer before anything is written. @throws DomainError any of `discoverIssuer` */
export async function planErrand(of: IssuerOfOrganization, errand: NewErrand) {
  const token = newErrandToken()
  const url = await authorizationUrl(clientOf(of), {
    redirectUri: redirectUri(of.organizationId),
    token,
    loginHint: errand.loginHint,
    // A test shows whether the issuer tells when it has asked.
    anew: errand.purpose !== 'signIn',
  })
  return { of, errand, token, url }
}

export type PlannedErrand = Awaited<ReturnType<typeof planErrand>>

/** Returns the only copy of the token, for the browser's cookie. */
export async function beginErrand(db: Database, { of, errand, token, url }: PlannedErrand): Promise<string> {
  const { purpose, returnTo, person } = errand
  const now = new Date()
  await db.issuerErrand.createMany({
    data: {
      organizationId: of.organizationId,
      purpose,
      tokenHash: hashToken(token),
      authorizationUrl: url,
      issuer: of.issuer,
      clientId: of.clientId,
      // The address of an invitation is a secret: it is kept for whoever holds the cookie.
      returnTo: seal(Buffer.from(returnTo), token),
      userId: person?.userId ?? null,
      sessionId: person?.sessionId ?? null,
      createdAt: now,
      expiresAt: after(errandLife, now),
    },
  })
  return token
}

export interface Errand extends IssuerOfOrganization {
  errandId: string
  organizationName: string
  purpose: NewErrand['purpose']
  authorizationUrl: string
  returnTo: string
  userId: string | null
  sessionId: string | null
  createdAt: Date
  usedAt: Date | null
  problem: ErrorCode | null
  /** Null where single sign-on has been removed since. */
  state: 'testing' | 'on' | 'off' | null
  /** Whether issuer and client are still those the browser was sent to. */
  isCurrent: boolean | null
  token: string
}

/** The errand this browser is on; null where there is none, or its time is over. */
export async function findErrand({ errandToken }: RequestFacts): Promise<Errand | null> {
  if (!errandToken || !isErrandToken(errandToken)) return null
  const hash = hashToken(errandToken)
  const [found] = await callFunction<Omit<Errand, 'token'>>(Prisma.sql`select * from issuer_errand(${hash})`)
  const returnTo = found ? opened(found.returnTo, errandToken) : null
  return found && returnTo !== null ? { ...found, returnTo, token: errandToken } : null
}

/** Null where the portal's own secret has changed since. */
function opened(returnTo: string, token: string): string | null {
  try {
    return unseal(returnTo, token).toString('utf8')
  } catch {
    return null
  }
}

/** Whether an answer belongs to this very errand: whoever plants one in somebody's browser does not know its state. */
export function isAnswerTo(errand: Errand, organizationId: string, state: string | null): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const matches = timingSafeEqual(digest(errandSecret(errand.token, 'state')), digest(state ?? ''))
  return matches && errand.organizationId === organizationId
}

/** Takes the errand's one return; of two at once one wins. @throws DomainError `errand_used` */
export async function takeErrand({ errandId, organizationId }: Errand): Promise<void> {
  const { count } = await inTransaction({ organizationId }, (db) =>
    db.issuerErrand.updateMany({ where: { id: errandId, usedAt: null }, data: { usedAt: new Date() } }),
  )
  if (count !== 1) throw new DomainError('errand_used')
}

/** Keeps why it failed, for the page that the browser is led to. */
export async function noteProblem({ errandId, organizationId }: Errand, problem: ErrorCode): Promise<void> {
  await inTransaction({ organizationId }, (db) =>
    db.issuerErrand.updateMany({ where: { id: errandId }, data: { problem } }),
  )
}
