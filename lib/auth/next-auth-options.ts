import { createHash, randomBytes } from 'node:crypto'
import NextAuthModule, { type NextAuthOptions } from 'next-auth'
import CredentialsModule from 'next-auth/providers/credentials'
import { z } from 'zod'
import { inTransaction } from '@/lib/core/db'
import { environment } from '@/lib/core/env'
import { DomainError, type ErrorCode, errorStatus } from '@/lib/core/errors'
import { log } from '@/lib/core/log'
import { noRequest, type RequestFacts } from '@/lib/core/request'
import { emailAddress, timeZone } from '@/lib/core/vocabulary'
import { findActor, revokeSession, sessionCookie, sessionLimits } from './session'
import { type SignInAnswer, type SignInCredentials, signInWithPassword } from './sign-in'

/**
 * next-auth with sessions that can be revoked. Its credentials provider insists on the `jwt` strategy, so encode and
 * decode are replaced: the cookie holds one opaque token, and each request looks that token up in the Session table.
 */

/** next-auth is CommonJS: bundlers hand over its default export, Node hands over the module around it. */
function defaultOf<Default>(module: Default): Default {
  return (module as { default?: Default }).default ?? module
}

export const NextAuth = defaultOf(NextAuthModule)
const CredentialsProvider = defaultOf(CredentialsModule)

const credentials = z.object({ email: emailAddress, password: z.string().min(1).max(512), timeZone })

/** Where a sign-in that goes through next-auth leaves what next-auth has no place for. */
interface Aside {
  answer?: SignInAnswer
}

export function nextAuthOptions(request: RequestFacts = noRequest, aside: Aside = {}): NextAuthOptions {
  const { name, options } = sessionCookie()
  // There is no option for it; without it next-auth takes itself for http://localhost:3000 and says so in its cookies.
  process.env.NEXTAUTH_URL = environment().APP_ORIGIN
  return {
    secret: environment().AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionLimits.absolute / 1000 },
    useSecureCookies: options.secure,
    cookies: { sessionToken: { name, options } },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    providers: [passwordProvider(request, aside)],
    jwt: {
      encode: async ({ token }) => (typeof token?.sessionToken === 'string' ? token.sessionToken : ''),
      decode: async ({ token }) => {
        const actor = token ? await findActor(token) : null
        return actor ? { sessionToken: token, sub: actor.userId } : null
      },
    },
    callbacks: {
      // `trigger: update` and its client-sent session are ignored on purpose: nothing of them is believed.
      jwt: ({ token, user }) =>
        user ? { sessionToken: (user as unknown as SignedIn).sessionToken, sub: user.id } : token,
      session: ({ token }) => ({ user: { id: token.sub } as object, expires: '' }),
    },
    events: { signOut: ({ token }) => revokeToken(String(token?.sessionToken ?? '')) },
    logger: {
      error: (code) => code !== 'JWT_SESSION_ERROR' && log.warn({ code }, 'next-auth'),
      warn: () => undefined,
      debug: () => undefined,
    },
  }
}

interface SignedIn {
  id: string
  sessionToken: string
}

function passwordProvider(request: RequestFacts, aside: Aside) {
  return CredentialsProvider({
    credentials: { email: {}, password: {}, timeZone: {} },
    authorize: async (input) => {
      const parsed = credentials.safeParse(input)
      if (!parsed.success) throw new Error('sign_in_failed')
      try {
        const answer = await signInWithPassword(parsed.data, request)
        aside.answer = answer
        if (!answer.sessionToken) throw new DomainError('second_factor_required')
        return { id: 'session', sessionToken: answer.sessionToken } satisfies SignedIn
      } catch (error) {
        // next-auth puts the message of an error into an address: codes only.
        throw new Error(error instanceof DomainError ? `${error.code}:${error.parameters.minutes ?? ''}` : 'unexpected')
      }
    },
  })
}

async function revokeToken(token: string): Promise<void> {
  const actor = await findActor(token)
  if (!actor) return
  await inTransaction({ organizationId: actor.organizationId }, (db) => revokeSession(db, actor.sessionId))
}

/**
 * Signs in through next-auth without a round trip of the browser, so that the form works before any script has loaded.
 * @throws DomainError `sign_in_failed`, `too_many_attempts`, `busy`
 */
export async function signInThroughNextAuth(typed: SignInCredentials, request: RequestFacts): Promise<SignInAnswer> {
  const { email, password, timeZone: zone = '' } = typed
  const aside: Aside = {}
  const options = nextAuthOptions(request, aside)
  const csrfToken = randomBytes(32).toString('hex')
  const csrfHash = createHash('sha256').update(`${csrfToken}${environment().AUTH_SECRET}`).digest('hex')
  const secure = environment().APP_ORIGIN.startsWith('https:')
  const reply = new CapturedReply()
  await NextAuth(
    {
      method: 'POST',
      query: { nextauth: ['callback', 'credentials'] },
      body: { csrfToken, email, password, timeZone: zone, json: 'true', callbackUrl: environment().APP_ORIGIN },
      cookies: { [`${secure ? '__Host-' : ''}next-auth.csrf-token`]: `${csrfToken}|${csrfHash}` },
      headers: { host: new URL(environment().APP_ORIGIN).host },
    } as never,
    reply as never,
    options,
  )
  if (aside.answer?.pendingToken) return aside.answer
  const sessionToken = reply.cookie(sessionCookie().name)
  if (!sessionToken || !aside.answer?.deviceToken) throw refusal(reply.body)
  return { ...aside.answer, sessionToken }
}

/** The part of a Node response that next-auth writes to. */
class CapturedReply {
  body: unknown = null
  private readonly headers = new Map<string, unknown>()
  status(): this {
    return this
  }
  getHeader(name: string) {
    return this.headers.get(name.toLowerCase())
  }
  setHeader(name: string, value: unknown): this {
    this.headers.set(name.toLowerCase(), value)
    return this
  }
  json(body: unknown): void {
    this.body = body
  }
  send(body: unknown): void {
    this.body = body
  }
  end(): void {}
  cookie(name: string): string | undefined {
    const lines = [this.headers.get('set-cookie') ?? []].flat().map(String)
    const value = lines
      .find((line) => line.startsWith(`${name}=`))
      ?.slice(name.length + 1)
      .split(';')[0]
    return value ? decodeURIComponent(value) : undefined
  }
}

function refusal(body: unknown): DomainError {
  const url = (body as { url?: string } | null)?.url
  const [code = '', minutes] = (url ? (new URL(url).searchParams.get('error') ?? '') : '').split(':')
  const known = Object.hasOwn(errorStatus, code) ? (code as ErrorCode) : 'sign_in_failed'
  return new DomainError(known, minutes ? { parameters: { minutes: Number(minutes) } } : {})
}
