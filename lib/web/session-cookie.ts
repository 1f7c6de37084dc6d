import { cookies } from 'next/headers'
import { sessionCookie, sessionLimits } from '@/lib/auth/session'

/** Hands the only copy of a session token to the browser. */
export async function giveSession(sessionToken: string): Promise<void> {
  const { name, options } = sessionCookie()
  ;(await cookies()).set(name, sessionToken, { ...options, maxAge: sessionLimits.absolute / 1000 })
}

/** After a sign-in: the cookie, and on to where the person was going. */
export async function enter({ sessionToken, returnTo }: { sessionToken: string; returnTo: string }) {
  await giveSession(sessionToken)
  return { redirectTo: returnTo }
}

/** After a password was chosen: in, or to the sign-in that asks for the second factor too. */
export async function enterOrSignIn({ sessionToken, returnTo }: { sessionToken: string | null; returnTo: string }) {
  return sessionToken ? enter({ sessionToken, returnTo }) : { redirectTo: '/sign-in?notice=password_chosen' }
}

/** Signing in again leads back to where the person was, such as an invitation meant for another account. */
export async function forgetSession({ returnTo }: { returnTo: string }) {
  ;(await cookies()).delete(sessionCookie().name)
  return { redirectTo: `/sign-in?notice=signed_out&returnTo=${encodeURIComponent(returnTo)}` }
}
