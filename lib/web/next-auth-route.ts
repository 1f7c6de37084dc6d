import { NextAuth, nextAuthOptions } from '@/lib/auth/next-auth-options'
import { sessionCookie } from '@/lib/auth/session'
import { environment } from '@/lib/core/env'
import { requestFacts } from './request-facts'

/**
 * next-auth's own endpoints, with a guard in front: on broken JSON, foreign addresses in `callbackUrl` and unknown paths it
 * would answer 500, and its session endpoint joins every cookie whose name merely begins like the session's.
 */

type Context = { params: Promise<{ nextauth: string[] }> }

const served = new Set(['GET session', 'GET csrf', 'GET providers', 'POST callback/credentials', 'POST signout'])

export async function answerNextAuth(request: Request, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  const path = nextauth.join('/')
  if (!served.has(`${request.method} ${path}`)) return refuse('not_found', 404)
  const problem = await findProblem(request)
  if (problem) return refuse(problem, 400)
  const handler = NextAuth(nextAuthOptions(await requestFacts())) as (
    request: Request,
    context: Context,
  ) => Promise<Response>
  return handler(request, context)
}

async function findProblem(request: Request): Promise<string | null> {
  const session = sessionCookie().name
  const cookies = request.headers.get('cookie') ?? ''
  if (cookies.split(/;\s*/).some((cookie) => cookie.startsWith(`${session}.`))) return 'cookie_refused'
  if (!isOwnAddress(new URL(request.url).searchParams.get('callbackUrl'))) return 'callback_refused'
  const returning = /(?:^|;\s*)(?:__Secure-|__Host-)?next-auth\.callback-url=([^;]*)/.exec(cookies)?.[1]
  if (returning !== undefined && !isOwnAddress(decode(returning))) return 'callback_refused'
  return request.method === 'POST' ? findBodyProblem(request) : null
}

async function findBodyProblem(request: Request): Promise<string | null> {
  const body = await request.clone().text()
  if (body.length > 20_000) return 'body_too_large'
  const type = request.headers.get('content-type') ?? ''
  if (type.startsWith('application/x-www-form-urlencoded'))
    return isOwnAddress(new URLSearchParams(body).get('callbackUrl')) ? null : 'callback_refused'
  return 'content_type_refused'
}

function isOwnAddress(address: string | null): boolean {
  if (address === null || address === '' || /^\/(?![/\\])/.test(address)) return true
  return URL.canParse(address) && new URL(address).origin === new URL(environment().APP_ORIGIN).origin
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return 'broken'
  }
}

function refuse(code: string, status: number): Response {
  return Response.json({ code }, { status, headers: { 'cache-control': 'no-store' } })
}
