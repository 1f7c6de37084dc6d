import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/permissions'
import { seal } from '@/lib/auth/sealed-secret'
import type { RequestFacts } from '@/lib/core/request'
import { errandSecret, hashToken, newErrandToken } from '@/lib/core/token'
import { beginSingleSignOn, finishErrand } from '@/lib/domain/issuer-sign-in/commands'
import { viewErrand } from '@/lib/domain/issuer-sign-in/queries'
import { clientId, clientSecret } from './issuer'
import type { Organization, Person } from './organizations'
import { insert, rows } from './owner'
import { request } from './request'

export interface SetUp {
  issuer: string
  state?: 'testing' | 'on' | 'off'
  required?: boolean
  tested?: boolean
  domains?: string[]
}

/** Single sign-on of an organization, as setting it up leaves it. */
export async function singleSignOn(of: Organization, { issuer, state = 'on', ...others }: SetUp): Promise<void> {
  const { required = false, tested = state === 'on', domains = [of.domain] } = others
  await insert('SingleSignOn', {
    ...{ organizationId: of.id, issuer, clientId, state, required },
    encryptedSecret: seal(Buffer.from(clientSecret), of.id),
    testedAt: tested ? new Date() : null,
  })
  for (const domain of domains) await insert('SingleSignOnDomain', { domain, organizationId: of.id })
}

/** That an issuer knows somebody by this name. */
export async function linkedIdentity({ id: userId, organization: of, email }: Person, issuer: string, subject: string) {
  await insert('IssuerIdentity', { id: uuidv7(), organizationId: of.id, userId, issuer, subject, email })
}

/** A browser on its way to an issuer: the token of its cookie. */
export async function errand(of: Organization, columns: Record<string, unknown> = {}): Promise<string> {
  const token = newErrandToken()
  await insert('IssuerErrand', {
    ...{ id: uuidv7(), organizationId: of.id, purpose: 'signIn', tokenHash: hashToken(token) },
    returnTo: seal(Buffer.from('/dashboard'), token),
    ...{ authorizationUrl: `https://login.${of.domain}/authorize`, issuer: `https://login.${of.domain}`, clientId },
    ...{ expiresAt: new Date(Date.now() + 600_000), ...columns },
  })
  return token
}

/** What the issuer would have to send back for this errand. */
export function stateOf(errandToken: string): string {
  return errandSecret(errandToken, 'state')
}

export interface Journey {
  errandToken: string
  facts: RequestFacts
}

export async function setOut(email: string, returnTo?: string): Promise<Journey> {
  const facts = request()
  const { errandToken } = await beginSingleSignOn(null, { email, returnTo }, facts)
  return { errandToken, facts: { ...facts, errandToken } }
}

/** What a browser does at the issuer: it goes where it was sent, and comes back with what it was given. */
export async function atIssuer({ facts }: Pick<Journey, 'facts'>): Promise<URL> {
  const errandOf = await viewErrand(null, {}, facts)
  if (!errandOf) throw new Error('This browser was sent nowhere.')
  const answer = await fetch(errandOf.address, { redirect: 'manual' })
  const location = answer.headers.get('location')
  if (!location) throw new Error(`The issuer answered ${answer.status}: ${await answer.text()}`)
  return new URL(location)
}

export function comeBack({ facts }: Pick<Journey, 'facts'>, address: URL, actor: Actor | null = null) {
  const organizationId = address.pathname.split('/').at(-1) ?? ''
  return finishErrand(actor, { organizationId, search: address.search }, facts)
}

/** The whole way. */
export async function signInAtIssuer(email: string, returnTo?: string) {
  const journey = await setOut(email, returnTo)
  return comeBack(journey, await atIssuer(journey))
}

export function identitiesOf(of: { id: string }) {
  return rows<{ userId: string; subject: string; issuer: string }>(
    'select "userId", subject, issuer from "IssuerIdentity" where "organizationId" = $1 order by subject',
    [of.id],
  )
}
