import { callFunction, type Database, Prisma } from '@/lib/core/db'
import { environment } from '@/lib/core/env'
import type { RequestFacts } from '@/lib/core/request'
import { hashToken, isDeviceToken, newDeviceToken } from '@/lib/core/token'

/** As long as browsers keep a cookie at all. */
export const deviceCookieSeconds = 400 * 24 * 3600

/** Recognizes the browser at the next sign-in. Opens nothing by itself. */
export function deviceCookie() {
  const secure = environment().APP_ORIGIN.startsWith('https:')
  return {
    name: secure ? '__Host-tandem.device' : 'tandem.device',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  }
}

function knownToken({ deviceToken }: RequestFacts): string | null {
  return deviceToken && isDeviceToken(deviceToken) ? deviceToken : null
}

/** The browser's mark where the person of this address has signed in with it before; null elsewhere. */
export async function findKnownDevice(email: string, request: RequestFacts): Promise<string | null> {
  const token = knownToken(request)
  if (!token) return null
  const hash = hashToken(token)
  const [row] = await callFunction<{ known: boolean }>(Prisma.sql`select is_known_device(${email}, ${hash}) as known`)
  return row?.known ? hash : null
}

interface Remembered {
  /** For the browser's cookie. */
  deviceToken: string
  /** Whether the person has signed in before, but never with this browser. */
  isNew: boolean
}

/** Notes that somebody has signed in with this browser. */
export async function rememberDevice(
  db: Database,
  user: { id: string; organizationId: string },
  request: RequestFacts,
): Promise<Remembered> {
  const deviceToken = knownToken(request) ?? newDeviceToken()
  const mine = { userId: user.id, tokenHash: hashToken(deviceToken) }
  const now = new Date()
  const others = await db.knownDevice.findFirst({ where: { userId: user.id }, select: { id: true } })
  const { count } = await db.knownDevice.createMany({
    data: { ...mine, organizationId: user.organizationId, createdAt: now, lastUsedAt: now },
    skipDuplicates: true,
  })
  if (count === 0) await db.knownDevice.updateMany({ where: mine, data: { lastUsedAt: now } })
  return { deviceToken, isNew: count === 1 && others !== null }
}
