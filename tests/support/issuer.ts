import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'

/**
 * An OpenID Connect issuer of the tests' own, on a port of its own: real discovery, codes, PKCE, keys and signatures. One server
 * holds any number of issuers, told apart by their path, and each does as it is told: honest, or wrong in one way.
 */

/** One way to be wrong. */
export type Fault =
  | 'other nonce'
  | 'other audience'
  | 'other issuer'
  | 'no signature'
  | 'other key'
  | 'expired'
  | 'other iss parameter'
  | 'no such client'
  | 'denied'
  | 'broken'
  | 'not json'
  | 'names itself otherwise'
  | 'redirects'
  | 'endless'
  | 'silent'
  | 'plain page of script as endpoint'

export interface Behaviour {
  /** Claims of the next ID tokens, beside those of the protocol. */
  claims?: JWTPayload
  fault?: Fault | null
}

interface Tenant extends Required<Behaviour> {
  codes: Map<string, { challenge: string; nonce: string; clientId: string; redirectUri: string; maxAge: string | null }>
  /** Addresses that were asked, with what came along. */
  asked: string[]
}

export const clientId = 'tandem'
export const clientSecret = 'a secret of the issuer, 0451'

/** @param host under which browsers and the portal reach it; another than the portal's makes it another site */
export async function openIssuer(host = 'localhost') {
  const [own, strange] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')]
  const key: JWK = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' }
  const tenants = new Map<string, Tenant>()
  const tenantOf = (name: string): Tenant => {
    const known = tenants.get(name) ?? { claims: {}, fault: null, codes: new Map(), asked: [] }
    tenants.set(name, known)
    return known
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.statusCode = 500
      response.end(String(error))
    })
  })

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', origin())
    const [, name = '', ...rest] = url.pathname.split('/')
    const tenant = tenantOf(name)
    const path = rest.join('/')
    const issuer = `${origin()}/${name}`
    if (path === 'behave') return behave(request, response, tenant)
    tenant.asked.push(`${request.method} ${path}${url.search}`)
    if (tenant.fault === 'silent') return null
    if (path === '.well-known/openid-configuration') return introduce(response, issuer, tenant)
    if (path === 'authorize') return authorize(response, url, tenant, issuer)
    if (path === 'token') return redeem(request, response, tenant, issuer)
    // Leaves a browser where it is.
    if (path === 'stay') return response.writeHead(204).end()
    if (path === 'keys') return json(response, 200, { keys: [key] })
    return json(response, 404, {})
  }

  async function redeem(request: IncomingMessage, response: ServerResponse, tenant: Tenant, issuer: string) {
    const form = new URLSearchParams(await text(request))
    const given = tenant.codes.get(form.get('code') ?? '')
    tenant.codes.delete(form.get('code') ?? '')
    if (tenant.fault === 'no such client' || form.get('client_secret') !== clientSecret)
      return json(response, 400, { error: 'invalid_client' })
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const fits = given?.challenge === challenge && given.clientId === form.get('client_id')
    if (!given || !fits || given.redirectUri !== form.get('redirect_uri'))
      return json(response, 400, { error: 'invalid_grant' })
    const idToken = await sign(tenant, issuer, given)
    return json(response, 200, { access_token: 'of no use', token_type: 'Bearer', expires_in: 60, id_token: idToken })
  }

  async function sign(
    { claims, fault }: Tenant,
    issuer: string,
    given: { nonce: string; clientId: string; maxAge: string | null },
  ) {
    const now = Math.floor(Date.now() / 1000)
    const payload: JWTPayload = {
      ...(given.maxAge === null ? {} : { auth_time: now }),
      ...claims,
      iss: fault === 'other issuer' ? `${issuer}-other` : issuer,
      aud: fault === 'other audience' ? 'somebody-else' : given.clientId,
      nonce: fault === 'other nonce' ? 'of another sign-in' : given.nonce,
      iat: fault === 'expired' ? now - 7200 : now,
      exp: fault === 'expired' ? now - 3600 : now + 300,
    }
    if (fault === 'no signature') return new UnsecuredJWT(payload).encode()
    const by = fault === 'other key' ? strange : own
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(by.privateKey)
  }

  const origin = () => {
    const address = server.address()
    return `http://${host}:${typeof address === 'object' && address ? address.port : 0}`
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: origin(),
    issuer: (name: string) => `${origin()}/${name}`,
    behave: (name: string, behaviour: Behaviour) => Object.assign(tenantOf(name), { fault: null, ...behaviour }),
    /** What the issuer was asked, oldest first. */
    asked: (name: string) => tenantOf(name).asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export type TestIssuer = Awaited<ReturnType<typeof openIssuer>>

async function behave(request: IncomingMessage, response: ServerResponse, tenant: Tenant) {
  Object.assign(tenant, { fault: null }, JSON.parse(await text(request)))
  return json(response, 200, {})
}

function introduce(response: ServerResponse, issuer: string, { fault }: Tenant): ServerResponse {
  if (fault === 'broken') return json(response, 503, {})
  if (fault === 'not json') {
    response.setHeader('content-type', 'text/html')
    return response.end('<h1>Welcome</h1>')
  }
  if (fault === 'redirects') {
    return response.writeHead(302, { location: `${issuer}/elsewhere` }).end()
  }
  if (fault === 'endless') {
    response.setHeader('content-type', 'application/json')
    return response.end(`{"issuer":"${'x'.repeat(2_000_000)}"}`)
  }
  return json(response, 200, {
    issuer: fault === 'names itself otherwise' ? `${issuer}-other` : issuer,
    authorization_endpoint:
      fault === 'plain page of script as endpoint' ? 'javascript:alert(1)' : `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  })
}

/** Nobody types anything here: whoever comes is the person of the claims. */
function authorize(response: ServerResponse, url: URL, tenant: Tenant, issuer: string): ServerResponse {
  const asked = (name: string) => url.searchParams.get(name) ?? ''
  if (asked('code_challenge_method') !== 'S256' || !asked('nonce') || asked('response_type') !== 'code')
    return json(response, 400, { error: 'invalid_request' })
  const back = new URL(asked('redirect_uri'))
  back.searchParams.set('state', asked('state'))
  back.searchParams.set('iss', tenant.fault === 'other iss parameter' ? `${issuer}-other` : issuer)
  if (tenant.fault === 'denied') {
    back.searchParams.set('error', 'access_denied')
    back.searchParams.set('error_description', '<script>words of the issuer</script>')
  } else back.searchParams.set('code', keepCode(tenant, url))
  return response.writeHead(302, { location: back.href }).end()
}

function keepCode(tenant: Tenant, { searchParams }: URL): string {
  const code = randomBytes(16).toString('base64url')
  tenant.codes.set(code, {
    challenge: searchParams.get('code_challenge') ?? '',
    nonce: searchParams.get('nonce') ?? '',
    clientId: searchParams.get('client_id') ?? '',
    redirectUri: searchParams.get('redirect_uri') ?? '',
    maxAge: searchParams.get('max_age'),
  })
  return code
}

function json(response: ServerResponse, status: number, body: object): ServerResponse {
  response.statusCode = status
  response.setHeader('content-type', 'application/json')
  return response.end(JSON.stringify(body))
}
