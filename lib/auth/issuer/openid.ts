import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  type IDToken,
  None,
  ResponseBodyError,
  type ServerMetadata,
} from 'openid-client'
import { minute } from '@/lib/core/clock'
import { DomainError } from '@/lib/core/errors'
import { errandSecret } from '@/lib/core/token'
import { type Fetched, FetchRefused, guardedFetch, isLocalIssuer, mayBeAsked } from './guarded-fetch'

/** OpenID Connect with one issuer: where to send a browser, and what the code it comes back with is worth. */

export interface IssuerClient {
  issuer: string
  clientId: string
  clientSecret: string
}

const metadataLife = minute
/** What issuers have said about themselves lately, so that strangers cannot make the portal ask them again and again. */
const known = new Map<string, { metadata: ServerMetadata; until: number }>()

/**
 * What an issuer says about itself.
 * @throws DomainError `issuer_address_refused`, `issuer_unreachable`, `issuer_differs`, `issuer_not_conform`
 */
export async function discoverIssuer(issuer: string): Promise<ServerMetadata> {
  const kept = known.get(issuer)
  if (kept && kept.until > Date.now()) return kept.metadata
  const url = new URL(issuer)
  const found = await asked(() =>
    discovery(url, 'unused', undefined, None(), { [customFetch]: fetchGuarded, timeout: 10, execute: insecure(url) }),
  )
  const metadata = found.serverMetadata()
  if (!isConform(metadata)) throw new DomainError('issuer_not_conform')
  if (known.size > 500) known.clear()
  known.set(issuer, { metadata, until: Date.now() + metadataLife })
  return metadata
}

function insecure(url: URL) {
  return isLocalIssuer(url) && url.protocol === 'http:' ? [allowInsecureRequests] : []
}

function fetchGuarded(address: string, options: object): Promise<Response> {
  return guardedFetch(address, options as Fetched)
}

/** All that a sign-in needs is there, and the browser is sent nowhere that the portal itself would not go to. */
function isConform({ authorization_endpoint, token_endpoint, jwks_uri }: ServerMetadata): boolean {
  return [authorization_endpoint, token_endpoint, jwks_uri].every(
    (address) => typeof address === 'string' && URL.canParse(address) && mayBeAsked(new URL(address)),
  )
}

async function configure({ issuer, clientId, clientSecret }: IssuerClient): Promise<Configuration> {
  const metadata = await discoverIssuer(issuer)
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const proof = methods.includes('client_secret_post') ? ClientSecretPost : ClientSecretBasic
  const configuration = new Configuration(metadata, clientId, clientSecret, proof(clientSecret))
  configuration[customFetch] = fetchGuarded
  configuration.timeout = 10
  for (const extend of insecure(new URL(issuer))) extend(configuration)
  // Without it a token that comes straight from the issuer is believed for its connection alone.
  enableNonRepudiationChecks(configuration)
  return configuration
}

export interface Journey {
  redirectUri: string
  /** Of the browser's cookie: state, nonce and code verifier derive from it. */
  token: string
  /** Whom the issuer may suggest. */
  loginHint?: string | undefined
  /** Whether the issuer has to ask who it is, whoever is signed in there. */
  anew?: boolean
}

/** @throws DomainError any of `discoverIssuer` */
export async function authorizationUrl(client: IssuerClient, journey: Journey): Promise<string> {
  const { redirectUri, token, loginHint, anew } = journey
  const configuration = await configure(client)
  return buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state: errandSecret(token, 'state'),
    nonce: errandSecret(token, 'nonce'),
    code_challenge: await calculatePKCECodeChallenge(errandSecret(token, 'verifier')),
    code_challenge_method: 'S256',
    ...(loginHint ? { login_hint: loginHint } : {}),
    ...(anew ? { prompt: 'login', max_age: '0' } : {}),
  }).href
}

/**
 * Takes the answer of the issuer: exchanges the code and checks the ID token (signature, issuer, audience, expiry, nonce).
 * @param address where the browser came back to, with everything the issuer has added
 * @throws DomainError `issuer_denied`, `issuer_refused_client`, `issuer_failed`, `issuer_answer_invalid`, any of `discoverIssuer`
 */
export async function redeemAnswer(client: IssuerClient, address: URL, token: string): Promise<IDToken> {
  const configuration = await configure(client)
  const answer = await asked(() =>
    authorizationCodeGrant(configuration, address, {
      expectedState: errandSecret(token, 'state'),
      expectedNonce: errandSecret(token, 'nonce'),
      pkceCodeVerifier: errandSecret(token, 'verifier'),
      idTokenExpected: true,
    }),
  )
  const claims = answer.claims()
  if (!claims) throw new DomainError('issuer_answer_invalid')
  return claims
}

async function asked<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    throw refusalOf(error)
  }
}

const deniedByPerson = new Set(['access_denied', 'login_required', 'interaction_required', 'consent_required'])

/** What went wrong, in the portal's words. Nothing the issuer has written is handed on. */
function refusalOf(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  const refused = chain(error).find((each) => each instanceof FetchRefused)
  if (refused) return new DomainError(refused.reason === 'address' ? 'issuer_address_refused' : 'issuer_unreachable')
  if (error instanceof AuthorizationResponseError)
    return new DomainError(deniedByPerson.has(error.error) ? 'issuer_denied' : 'issuer_failed')
  if (error instanceof ResponseBodyError)
    return new DomainError(error.error === 'invalid_client' ? 'issuer_refused_client' : 'issuer_failed')
  const code = codeOf(error)
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return new DomainError('issuer_unreachable')
  if (code === 'OAUTH_WWW_AUTHENTICATE_CHALLENGE') return new DomainError('issuer_refused_client')
  if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') return new DomainError('issuer_differs')
  const notConform = ['OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR']
  return new DomainError(notConform.includes(code) ? 'issuer_not_conform' : 'issuer_answer_invalid')
}

function chain(error: unknown): unknown[] {
  const links: unknown[] = []
  for (let each = error; each instanceof Error && links.length < 6; each = each.cause) links.push(each)
  return links
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? '')
}
