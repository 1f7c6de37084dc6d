import { after, minute } from '@/lib/core/clock'
import { callFunction, type Database, inTransaction, Prisma } from '@/lib/core/db'
import { environment } from '@/lib/core/env'
import { DomainError } from '@/lib/core/errors'
import type { RequestFacts } from '@/lib/core/request'
import { hashToken, isPendingToken, newPendingToken } from '@/lib/core/token'
import type { IssuerProof } from './session'

/** Between the password (or the issuer) and the second factor: no session stands, only the note that the first was right. */

const pendingLife = 10 * minute
const triesOfOne = 5

export function pendingCookie() {
  const secure = environment().APP_ORIGIN.startsWith('https:')
  return {
    name: secure ? '__Host-tandem.pending' : 'tandem.pending',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure, maxAge: pendingLife / 1000 },
  }
}

/** Returns the only copy of the token, for the browser's short-lived cookie. */
export async function beginPendingSignIn(
  db: Database,
  { userId, organizationId }: { userId: string; organizationId: string },
  issuerProof: IssuerProof | null = null,
): Promise<string> {
  const token = newPendingToken()
  const now = new Date()
  await db.pendingSignIn.createMany({
    // By the clock of the database, as sessions.
    data: {
      userId,
      organizationId,
      tokenHash: hashToken(token),
      issuerProof,
      createdAt: now,
      expiresAt: after(pendingLife, now),
    },
  })
  return token
}

export interface PendingSignIn {
  pendingId: string
  userId: string
  organizationId: string
  email: string
  tries: number
}

/** The sign-in that this browser has begun; null where there is none, or its time is over. */
export async function findPendingSignIn({ pendingToken }: RequestFacts): Promise<PendingSignIn | null> {
  if (!pendingToken || !isPendingToken(pendingToken)) return null
  const hash = hashToken(pendingToken)
  const [found] = await callFunction<PendingSignIn>(Prisma.sql`select * from pending_sign_in(${hash})`)
  return found && found.tries < triesOfOne ? found : null
}

/** Counts one try, in a transaction of its own: a wrong code rolls back everything else. @throws DomainError `sign_in_lapsed` */
export async function countTry({ pendingId, organizationId }: PendingSignIn): Promise<void> {
  const { count } = await inTransaction({ organizationId }, (db) =>
    db.pendingSignIn.updateMany({
      where: { id: pendingId, usedAt: null, tries: { lt: triesOfOne } },
      data: { tries: { increment: 1 } },
    }),
  )
  if (count !== 1) throw new DomainError('sign_in_lapsed')
}

/**
 * Ends the waiting; of two at once one wins.
 * @returns what an issuer has said about it, null where a password began it
 * @throws DomainError `sign_in_lapsed`
 */
export async function endPendingSignIn(db: Database, { pendingId }: PendingSignIn): Promise<IssuerProof | null> {
  const { count } = await db.pendingSignIn.updateMany({
    where: { id: pendingId, usedAt: null },
    data: { usedAt: new Date() },
  })
  if (count !== 1) throw new DomainError('sign_in_lapsed')
  const begun = await db.pendingSignIn.findUniqueOrThrow({ where: { id: pendingId }, select: { issuerProof: true } })
  return begun.issuerProof
}
