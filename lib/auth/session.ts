import { cache } from 'react'
import type { Actor } from '@/lib/access/permissions'
import { after, clock, hour, minute } from '@/lib/core/clock'
import { callFunction, type Database, Prisma } from '@/lib/core/db'
import { environment } from '@/lib/core/env'
import type { RequestFacts } from '@/lib/core/request'
import { hashToken, newSessionToken } from '@/lib/core/token'

/** A session ends 30 minutes after the last request and 12 hours after sign-in, whichever comes first. */
export const sessionLimits = { idle: 30 * minute, absolute: 12 * hour }

/** `__Host-` binds the cookie to this very origin; browsers accept it over https only. */
export function sessionCookie() {
  const secure = environment().APP_ORIGIN.startsWith('https:')
  return {
    name: secure ? '__Host-tandem.session' : 'tandem.session',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  }
}

/** What the issuer of an organization has said about a sign-in of its own. */
export type IssuerProof = 'oneFactor' | 'severalFactors'

/**
 * Writes a session row and returns the only copy of its token.
 * @param issuerProof where no password opened it
 */
export async function openSession(
  db: Database,
  user: { id: string; organizationId: string },
  request: RequestFacts,
  issuerProof: IssuerProof | null = null,
): Promise<string> {
  const token = newSessionToken()
  const now = new Date()
  await db.session.createMany({
    data: {
      userId: user.id,
      organizationId: user.organizationId,
      tokenHash: hashToken(token),
      // By the clock of the database, which judges sessions: that one never moves, whatever a demo does with the portal's.
      createdAt: now,
      lastSeenAt: now,
      confirmedAt: now,
      expiresAt: after(sessionLimits.absolute, now),
      issuerProof,
      ipAddress: request.ipAddress,
      userAgent: request.userAgent?.slice(0, 300) ?? null,
    },
  })
  return token
}

/** Who acts in this request: session, person, organization and roles, read afresh. Once per request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  // Only here, because programs that know nothing of Next (the worker, tests) use the rest of this file.
  const { cookies } = await import('next/headers')
  const token = (await cookies()).get(sessionCookie().name)?.value
  return token ? findActor(token) : null
})

type ActorRow = Omit<Actor, 'roles'> & { roles: Actor['roles']; lastSeenAt: Date }

/** The live session a token belongs to; null when it ended, was revoked, or its person was disabled. */
export async function findActor(token: string | null): Promise<Actor | null> {
  if (!token || !/^ses_[A-Za-z0-9_-]{43}$/.test(token)) return null
  const tokenHash = hashToken(token)
  const idle = `${sessionLimits.idle / 1000} seconds`
  const [row] = await callFunction<ActorRow>(Prisma.sql`select * from session_actor(${tokenHash}, ${idle}::interval)`)
  if (!row) return null
  const { lastSeenAt, ...actor } = row
  if (Date.now() - lastSeenAt.getTime() > minute) {
    await callFunction(Prisma.sql`select 1 as done from touch_session(${tokenHash})`)
  }
  return actor
}

/**
 * Notes that the person of a session has just proved to be it. From here on the session has another token: whoever may have
 * copied the one before is left behind.
 */
export async function confirmSession(db: Database, sessionId: string): Promise<string> {
  const token = newSessionToken()
  await db.$executeRaw`update "Session" set "confirmedAt" = now(), "tokenHash" = ${hashToken(token)}
    where id = ${sessionId}::uuid and "revokedAt" is null`
  return token
}

/** Ends one session at once. */
export async function revokeSession(db: Database, sessionId: string): Promise<void> {
  await db.session.updateMany({ where: { id: sessionId, revokedAt: null }, data: { revokedAt: clock.now() } })
}

/** Ends all sessions of a person but the one in hand. @returns how many those were */
export async function revokeOtherSessions(db: Database, userId: string, sessionId: string): Promise<number> {
  const { count } = await db.session.updateMany({
    where: { userId, revokedAt: null, id: { not: sessionId } },
    data: { revokedAt: clock.now() },
  })
  return count
}

/** Ends all sessions of a person. */
export async function revokeSessionsOf(db: Database, userId: string): Promise<void> {
  await db.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: clock.now() } })
}
