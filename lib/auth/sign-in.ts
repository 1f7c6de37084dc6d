import { writeAudit } from '@/lib/core/audit'
import { clock } from '@/lib/core/clock'
import { callFunction, inTransaction, Prisma } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { log } from '@/lib/core/log'
import { type Budget, forget, giveBack, spend } from '@/lib/core/rate-limit'
import type { RequestFacts } from '@/lib/core/request'
import { verifyPassword } from './password'
import { openSession } from './session'

/** Ten tries on one account in a quarter of an hour, known or unknown; then both wait alike. */
const accountBudget: Budget = { name: 'sign-in-account', points: 10, seconds: 15 * 60 }
const addressBudget: Budget = { name: 'sign-in-address', points: 20, seconds: 60 }

export interface SignInCredentials {
  email: string
  password: string
  /** Of the browser; IANA name. */
  timeZone?: string | undefined
}

interface Candidate {
  userId: string
  organizationId: string
  passwordHash: string
  mustChangePassword: boolean
  temporaryPasswordExpiresAt: Date | null
}

/**
 * Checks e-mail and password and opens a session. Unknown address, wrong password and lapsed temporary password answer
 * alike, after the same work.
 * @returns the session token
 * @throws DomainError `sign_in_failed`, `too_many_attempts`, `busy`
 */
export async function signInWithPassword(
  { email, password, timeZone }: SignInCredentials,
  request: RequestFacts,
): Promise<string> {
  const address = request.ipAddress ?? 'unknown'
  // The address first: who is refused there must not spend the tries of somebody's account.
  await spend(addressBudget, address)
  await spend(accountBudget, email)
  const [candidate] = await callFunction<Candidate>(Prisma.sql`select * from sign_in_candidate(${email})`)
  const matches = await verifyPassword(candidate?.passwordHash ?? null, password)
  if (!candidate || !matches || hasLapsed(candidate)) {
    log.info({ event: 'authn_login_fail', requestId: request.requestId }, 'sign-in failed')
    throw new DomainError('sign_in_failed')
  }
  await Promise.all([forget(accountBudget, email), giveBack(addressBudget, address)])
  return recordSignIn(candidate, timeZone, request)
}

function hasLapsed(candidate: Candidate): boolean {
  const { mustChangePassword, temporaryPasswordExpiresAt } = candidate
  return mustChangePassword && temporaryPasswordExpiresAt !== null && temporaryPasswordExpiresAt <= clock.now()
}

function recordSignIn(
  { userId, organizationId }: Candidate,
  timeZone: string | undefined,
  request: RequestFacts,
): Promise<string> {
  return inTransaction({ organizationId }, async (db) => {
    const user = await db.user.update({
      where: { id: userId },
      // People see times of where they are; they sign in from there.
      data: timeZone ? { timeZone } : {},
      select: { id: true, fullName: true, organization: { select: { id: true, name: true } } },
    })
    const token = await openSession(db, { id: userId, organizationId }, request)
    const actor = { userId, fullName: user.fullName, organizationId, organizationName: user.organization.name }
    await writeAudit(db, { type: 'user.signedIn', details: { method: 'password' }, actor, request })
    return token
  })
}
