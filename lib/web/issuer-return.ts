import { cookies } from 'next/headers'
import { errandCookie } from '@/lib/auth/issuer/cookie'
import { currentActor } from '@/lib/auth/session'
import { isDomainError } from '@/lib/core/errors'
import { log } from '@/lib/core/log'
import { finishErrand } from '@/lib/domain/issuer-sign-in/commands'
import { requestFacts } from './request-facts'
import { enter, enterOrAskForCode, giveSession } from './session-cookie'
import { problemPath } from './single-sign-on'

type Context = { params: Promise<{ organizationId: string }> }

/**
 * Where an issuer sends a browser back to. The one GET that changes something, because the protocol wants it so: it does nothing
 * without the cookie of the browser that was sent, and nothing twice.
 */
export async function answerReturn(request: Request, context: Context): Promise<Response> {
  // HEAD comes here, too: whatever looks ahead takes nothing away from who comes after.
  if (request.method !== 'GET') return new Response(null, { status: 405, headers: { allow: 'GET' } })
  const facts = await requestFacts()
  try {
    const { organizationId } = await context.params
    const input = { organizationId, search: new URL(request.url).search }
    const returned = await finishErrand(await currentActor(), input, facts)
    return leadTo(await settle(returned))
  } catch (error) {
    const code = isDomainError(error) ? error.code : 'unexpected'
    if (code === 'unexpected') log.error({ err: error, requestId: facts.requestId }, 'return from issuer failed')
    return leadTo(`${problemPath}?code=${code}`)
  }
}

async function settle(returned: Awaited<ReturnType<typeof finishErrand>>): Promise<string> {
  ;(await cookies()).delete(errandCookie().name)
  if (returned.kind === 'signedIn') return (await enter(returned)).redirectTo
  if (returned.kind === 'code') return (await enterOrAskForCode(returned)).redirectTo
  if (returned.kind === 'confirmed') await giveSession(returned.sessionToken)
  return returned.returnTo
}

/** Within the portal; the path has been judged when the browser left. */
function leadTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, 'cache-control': 'private, no-store' } })
}
