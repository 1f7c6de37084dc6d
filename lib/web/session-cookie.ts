import { cookies } from 'next/headers'
import { deviceCookie, deviceCookieSeconds } from '@/lib/auth/device'
import { pendingCookie } from '@/lib/auth/pending-sign-in'
import { sessionCookie, sessionLimits } from '@/lib/auth/session'

/** Hands the only copy of a session token to the browser. */
export async function giveSession(sessionToken: string): Promise<void> {
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, sessionToken, { ...options, maxAge: sessionLimits.absolute / 1000 })
}

interface Entered {
  sessionToken: string
  /** Recognizes the browser from now on. */
  deviceToken?: string | null
  returnTo: string
}

/** After a sign-in: the cookies, and on to where the person was going. */
export async function enter({ sessionToken, deviceToken, returnTo }: Entered) {
  await giveSession(sessionToken)
  const jar = await cookies()
  if (jar.has(pendingCookie().name)) jar.delete(pendingCookie().name)
  const { name, options } = deviceCookie()
  if (deviceToken) jar.set(name, deviceToken, { ...options, maxAge: deviceCookieSeconds })
  return { redirectTo: returnTo }
}

type Answered = (Entered & { pendingToken: null }) | { sessionToken: null; pendingToken: string; returnTo: string }

/** After the password was right: in, or on to the second factor. */
export async function enterOrAskForCode(answered: Answered) {
  if (answered.sessionToken !== null) return enter(answered)
  const { name, options } = pendingCookie()
  ;(await cookies()).set(name, answered.pendingToken, options)
  return { redirectTo: `/sign-in/code?returnTo=${encodeURIComponent(answered.returnTo)}` }
}

/** After a password was chosen with a link: in, or to the sign-in that asks for the second factor too. */
export async function enterOrSignIn({
  sessionToken,
  ...rest
}: {
  sessionToken: string | null
  deviceToken: string | null
  returnTo: string
}) {
  return sessionToken ? enter({ sessionToken, ...rest }) : { redirectTo: '/sign-in?notice=password_chosen' }
}

/** Signing in again leads back to where the person was, such as an invitation meant for another account. */
export async function forgetSession({ returnTo }: { returnTo: string }) {
  ;(await cookies()).delete(sessionCookie().name)
  return { redirectTo: `/sign-in?notice=signed_out&returnTo=${encodeURIComponent(returnTo)}` }
}
