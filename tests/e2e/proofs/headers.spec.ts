import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectDirectory } from '@/prisma/launch/entry'
import { type Address, everyAddress } from '../support/addresses'
import { type Answer, type Ask, ask } from '../support/http'
import { cookieName } from '../support/people'
import { expect, test } from '../support/test'

let addresses: Address[] = []
test.beforeAll(async () => {
  addresses = await everyAddress()
})

/** Fixed headers of every answer, whoever asks. */
const always: Record<string, string | RegExp> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': /^max-age=(\d{8,}); includeSubDomains$/,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': /camera=\(\)/,
}

function missing(name: string, { headers }: Answer): string[] {
  const isThere = (header: string, expected: string | RegExp) => {
    const value = String(headers[header] ?? '')
    return typeof expected === 'string' ? value === expected : expected.test(value)
  }
  const absent = Object.entries(always).filter(([header, expected]) => !isThere(header, expected))
  const powered = headers['x-powered-by'] ? [`${name}: says what it runs on`] : []
  return [...absent.map(([header]) => `${name}: ${header} is ${headers[header]}`), ...powered]
}

/** What a policy must say, and the nonce in it. */
function faultsOfPolicy(name: string, { headers, text }: Answer): string[] {
  const policy = String(headers['content-security-policy'] ?? '')
  const directives = new Map(policy.split('; ').map((each) => [each.split(' ')[0] ?? '', each.split(' ').slice(1)]))
  const script = directives.get('script-src') ?? []
  const nonce = script.find((source) => source.startsWith("'nonce-"))?.slice(7, -1)
  const expected: Record<string, string> = {
    'default-src': "'none'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    'form-action': "'self'",
    'connect-src': "'self'",
  }
  const faults = Object.entries(expected).filter(([directive, value]) => directives.get(directive)?.join(' ') !== value)
  if (!nonce || nonce.length < 20) faults.push(['script-src', 'a nonce'])
  if (script.some((source) => source.includes('unsafe') || source === '*' || source.startsWith('http'))) {
    faults.push(['script-src', 'nothing unsafe'])
  }
  const bare = [...text.matchAll(/<(script|style)\b(?![^>]*\bnonce=)[^>]*>/g)].map(([tag]) => tag)
  return [
    ...faults.map(([directive, value]) => `${name}: ${directive} is not ${value}`),
    ...bare.map((tag) => `${name}: ${tag}`),
  ]
}

test('every route answers with all the headers, and keeps its answer out of every cache', async ({
  portal: { origin },
}) => {
  const wrong: string[] = []
  for (const { route, path, cookie } of addresses) {
    for (const [who, sent] of [
      ['signed in', cookie],
      ['a stranger', undefined],
    ] as const) {
      const name = `${path} for ${who}`
      const answer = await ask(origin, { path, cookie: sent })
      if (answer.status >= 500) wrong.push(`${name}: ${answer.status}`)
      wrong.push(...missing(name, answer), ...faultsOfPolicy(name, answer))
      // A published logo is for everybody, and changes its address when it changes.
      const cached = route === '/find-a-provider/[providerId]/logo' ? /^public, max-age=86400$/ : /no-store/
      if (!cached.test(answer.headers['cache-control'] ?? '')) wrong.push(`${name}: ${answer.headers['cache-control']}`)
      if (!answer.headers['x-request-id']) wrong.push(`${name}: no request id`)
    }
  }
  expect(wrong).toEqual([])
})

test('pages that are not there, refusals and answers to actions carry them too', async ({ portal: { origin } }) => {
  const signedIn = addresses.find(({ path }) => path === '/invitations')
  const notThere = [
    '/nothing/here',
    '/invitations/00000000-0000-7000-8000-000000000000',
    '/api/nothing',
    '/invite/x/y/z',
  ]
  for (const path of notThere) {
    const answer = await ask(origin, { path, cookie: signedIn?.cookie })
    expect(answer.status, path).toBe(404)
    expect([...missing(path, answer), ...faultsOfPolicy(path, answer)]).toEqual([])
    expect(answer.headers['cache-control']).toContain('no-store')
  }
  const refusals: (Ask & { path: string })[] = [
    { path: '/%zz' },
    { method: 'POST', path: '/sign-in', headers: { origin: 'https://evil.example' }, body: 'a=b' },
    { path: '/customers', headers: { 'x-middleware-subrequest': '1' } },
    { method: 'DELETE', path: '/customers' },
  ]
  for (const asked of refusals) {
    const answer = await ask(origin, asked)
    expect(answer.status).toBeLessThan(500)
    expect(missing(asked.path, answer)).toEqual([])
    expect(answer.headers['cache-control']).toContain('no-store')
    expect(JSON.parse(answer.text)).toEqual({ code: expect.stringMatching(/_refused$/), requestId: expect.any(String) })
  }
})

test('files of the build may be kept for ever, and nothing else may', async ({ portal: { origin } }) => {
  const chunks = join(projectDirectory, '.next/static/chunks')
  const [chunk] = readdirSync(chunks).filter((file) => file.endsWith('.js'))
  const answer = await ask(origin, { path: `/_next/static/chunks/${chunk}` })
  expect(answer.status).toBe(200)
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(missing('a chunk', answer)).toEqual([])
  expect(answer.text).not.toContain('sourceMappingURL')
  for (const path of ['/favicon.svg', '/.well-known/security.txt']) {
    const file = await ask(origin, { path })
    expect(file.status, path).toBe(200)
    expect(missing(path, file)).toEqual([])
  }
})

test('no two answers share a nonce, and each page uses its own', async ({ portal: { origin } }) => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask(origin, { path: '/sign-in' })))
  const nonces = answers.map(({ headers, text }) => {
    const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? ''
    expect(text).toContain(`nonce="${nonce}"`)
    return nonce
  })
  expect(new Set(nonces).size).toBe(50)
})

test('the session cookie is for the server alone', async ({ visit, portal: { origin } }) => {
  const [signedIn] = addresses.filter(({ cookie }) => cookie)
  const token = signedIn?.cookie?.slice(cookieName.length + 1) ?? ''
  expect((await ask(origin, { path: '/customers', headers: { authorization: `Bearer ${token}` } })).status).toBe(307)
  expect((await ask(origin, { path: '/api/auth/session', headers: { authorization: `Bearer ${token}` } })).text).toBe(
    '{}',
  )
  const page = await visit(null)
  await page.goto(`/sign-in?token=${token}&session=${token}`)
  expect(await page.evaluate(() => document.cookie)).not.toContain(cookieName)
  await page.goto('/dashboard')
  await expect(page).toHaveURL(/\/sign-in/)
})
