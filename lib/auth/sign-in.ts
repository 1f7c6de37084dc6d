import { type AuditDetails, writeAudit } from '@/lib/core/audit'
import { clock } from '@/lib/core/clock'
import { callFunction, type Database, inTransaction, Prisma } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { log } from '@/lib/core/log'
import { type Budget, forget, giveBack, spend } from '@/lib/core/rate-limit'
import type { RequestFacts } from '@/lib/core/request'
import { sendLater } from '@/lib/mail/send-later'
import { findKnownDevice, rememberDevice } from './device'
import { domainOf } from './issuer/claims'
import { verifyPassword } from './password'
import { beginPendingSignIn } from './pending-sign-in'
import { type IssuerProof, openSession } from './session'
import { noteTimeZone } from './time-zone'
import { deviceName } from './user-agent'

/** Ten tries on one account in a quarter of an hour, known or unknown; then both wait alike. */
const accountBudget: Budget = { name: 'sign-in-account', points: 10, seconds: 15 * 60 }
const addressBudget: Budget = { name: 'sign-in-address', points: 20, seconds: 60 }

export interface SignInCredentials {
  email: string
  password: string
  /** Of the browser; IANA name. */
  timeZone?: string | undefined
}

/** For the browser's cookies: of a session, or of a sign-in whose second factor is still asked. */
export type SignInAnswer =
  | { sessionToken: string; deviceToken: string; pendingToken: null }
  | { sessionToken: null; deviceToken: null; pendingToken: string }

interface Candidate {
  userId: string
  organizationId: string
  passwordHash: string
  mustChangePassword: boolean
  temporaryPasswordExpiresAt: Date | null
  hasSecondFactor: boolean
}

/**
 * Checks e-mail and password and opens a session, or begins to wait for the second factor. Unknown address, wrong password and
 * lapsed temporary password answer alike, after the same work; where an organization has its people sign in at its issuer, that
 * is the answer to every address of its domain, whoever there is.
 * @throws DomainError `sign_in_failed`, `single_sign_on_required`, `too_many_attempts`, `busy`
 */
export async function signInWithPassword(
  { email, password, timeZone }: SignInCredentials,
  request: RequestFacts,
): Promise<SignInAnswer> {
  const address = request.ipAddress ?? 'unknown'
  // The address first: who is refused there must not spend the tries of somebody's account.
  await spend(addressBudget, address)
  const account = await budgetKey(email, request)
  await spend(accountBudget, account)
  const [candidate] = await callFunction<Candidate>(Prisma.sql`select * from sign_in_candidate(${email})`)
  const matches = await verifyPassword(candidate?.passwordHash ?? null, password)
  if (!candidate || !matches || hasLapsed(candidate) || (await mustUseIssuer(candidate.userId))) {
    log.info({ event: 'authn_login_fail', requestId: request.requestId }, 'sign-in failed')
    throw new DomainError((await refusesPasswords(email)) ? 'single_sign_on_required' : 'sign_in_failed')
  }
  await Promise.all([forget(accountBudget, account), giveBack(addressBudget, address)])
  const { userId, organizationId } = candidate
  return inTransaction({ organizationId }, async (db) =>
    candidate.hasSecondFactor
      ? { sessionToken: null, deviceToken: null, pendingToken: await beginPendingSignIn(db, candidate) }
      : {
          ...(await completeSignIn(db, { userId, organizationId }, { method: 'password', timeZone }, request)),
          pendingToken: null,
        },
  )
}

/** Whether somebody's organization has them sign in at its issuer and takes no password of theirs. */
export async function mustUseIssuer(userId: string, db?: Database): Promise<boolean> {
  const question = Prisma.sql`select must_use_issuer(${userId}::uuid) as must`
  const [row] = await (db ? db.$queryRaw<{ must: boolean }[]>(question) : callFunction<{ must: boolean }>(question))
  return row?.must === true
}

/** The same for a mail domain, whoever has the address. */
async function refusesPasswords(email: string): Promise<boolean> {
  const [row] = await callFunction<{ refused: boolean }>(
    Prisma.sql`select refuses_passwords(${domainOf(email)}) as refused`,
  )
  return row?.refused === true
}

/**
 * Whose tries a guess spends: a browser that somebody has signed in with before has tries of its own, so that strangers cannot
 * lock the owner out.
 */
export async function budgetKey(email: string, request: RequestFacts): Promise<string> {
  const device = await findKnownDevice(email, request)
  return device ? `${email} ${device}` : email
}

function hasLapsed(candidate: Candidate): boolean {
  const { mustChangePassword, temporaryPasswordExpiresAt } = candidate
  return mustChangePassword && temporaryPasswordExpiresAt !== null && temporaryPasswordExpiresAt <= clock.now()
}

interface Proof {
  method: AuditDetails['user.signedIn']['method']
  timeZone?: string | undefined
  /** Where an issuer vouches for the person. */
  issuerProof?: IssuerProof | null
}

/** Opens the session of somebody who has proved to be it, remembers the browser, and tells the person about a new one. */
export async function completeSignIn(
  db: Database,
  { userId, organizationId }: { userId: string; organizationId: string },
  { method, timeZone, issuerProof = null }: Proof,
  request: RequestFacts,
): Promise<{ sessionToken: string; deviceToken: string }> {
  await noteTimeZone(db, userId, timeZone)
  const user = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { fullName: true, locale: true, organization: { select: { name: true } } },
  })
  const person = { id: userId, organizationId }
  const sessionToken = await openSession(db, person, request, issuerProof)
  const { deviceToken, isNew } = await rememberDevice(db, person, request)
  if (isNew)
    await sendLater(db, {
      letter: 'newDevice',
      organizationId,
      to: { userId },
      locale: user.locale,
      parameters: {
        fullName: user.fullName,
        device: deviceName(request.userAgent),
        address: request.ipAddress ?? '–',
      },
    })
  const actor = { userId, fullName: user.fullName, organizationId, organizationName: user.organization.name }
  await writeAudit(db, { type: 'user.signedIn', details: { method }, actor, request })
  return { sessionToken, deviceToken }
}
