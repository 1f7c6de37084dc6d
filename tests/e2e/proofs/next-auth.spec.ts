import { signedIn } from '../../support/organizations'
import { row } from '../../support/owner'
import { currentRun } from '../stage/run'
import { type Answer, type Ask, ask } from '../support/http'
import { company, cookieName } from '../support/people'
import { expect, someAddress, test } from '../support/test'

const form = { 'content-type': 'application/x-www-form-urlencoded' }

test('next-auth answers what is served and nothing else', async ({ portal: { origin } }) => {
  const served: Record<string, number> = { 'GET session': 200, 'GET csrf': 200, 'GET providers': 200 }
  const others = [
    'GET signin',
    'GET signin/credentials',
    'GET signout',
    'GET error',
    'GET verify-request',
    'GET callback/credentials',
    'POST session',
    'POST signin/credentials',
    'POST _log',
    'GET _log',
    'GET x/y/z',
    'GET constructor',
    'GET __proto__',
  ]
  for (const [what, status] of [...Object.entries(served), ...others.map((each): [string, number] => [each, 404])]) {
    const [method, path] = what.split(' ') as [string, string]
    const headers = method === 'POST' ? { ...form, origin } : {}
    const body = method === 'POST' ? 'a=b' : undefined
    const answer = await ask(origin, { method, path: `/api/auth/${path}`, headers, body })
    expect(answer.status, what).toBe(status)
  }
})

test('bad return addresses, broken bodies and borrowed cookie names are refused, never a failure', async ({
  portal: { origin },
}) => {
  const asked: Record<string, Ask> = {
    'a foreign address in the query': { path: '/api/auth/session?callbackUrl=https://evil.example' },
    'a malformed one': { path: '/api/auth/csrf?callbackUrl=http://[' },
    'one without a scheme': { path: '/api/auth/csrf?callbackUrl=//evil.example' },
    'a script': { path: '/api/auth/csrf?callbackUrl=javascript:alert(1)' },
    'a foreign one in the cookie': {
      path: '/api/auth/session',
      cookie: 'next-auth.callback-url=https%3A%2F%2Fevil.example',
    },
    'a malformed one in the cookie': { path: '/api/auth/session', cookie: 'next-auth.callback-url=%zz' },
    'another cookie that begins like the session’s': {
      path: '/api/auth/session',
      cookie: `${cookieName}.0=ses_x; ${cookieName}.1=y`,
    },
    'broken JSON': {
      method: 'POST',
      path: '/api/auth/callback/credentials',
      headers: { origin, 'content-type': 'application/json' },
      body: '{',
    },
    'JSON at all': {
      method: 'POST',
      path: '/api/auth/signout',
      headers: { origin, 'content-type': 'application/json' },
      body: '{"csrfToken":{"not":""}}',
    },
    'a form that is too large': {
      method: 'POST',
      path: '/api/auth/signout',
      headers: { origin, ...form },
      body: `a=${'x'.repeat(30_000)}`,
    },
    'a foreign address in the form': {
      method: 'POST',
      path: '/api/auth/callback/credentials',
      headers: { origin, ...form },
      body: 'callbackUrl=https://evil.example',
    },
    'a foreign origin': {
      method: 'POST',
      path: '/api/auth/signout',
      headers: { origin: 'https://evil.example', ...form },
      body: 'a=b',
    },
  }
  for (const [name, each] of Object.entries(asked)) {
    const { status } = await ask(origin, each)
    expect([400, 403, 413], `${name}: ${status}`).toContain(status)
  }
})

test('a session that claims roles for itself changes nothing', async ({ portal: { origin } }) => {
  const { admin } = await company('provider', 'Nordlicht Distribution')
  const token = await signedIn(admin)
  const cookie = `${cookieName}=${token}`
  const standing = () => row('select roles, "organizationId", email from "User" where id = $1', [admin.id])
  const before = await standing()
  const claims = JSON.stringify({ csrfToken: 'x', data: { roles: ['globalAdmin'], user: { organizationId: 'x' } } })
  const json = { origin, 'content-type': 'application/json' }
  expect(
    (await ask(origin, { method: 'POST', path: '/api/auth/session', cookie, headers: json, body: claims })).status,
  ).toBe(404)
  const session = await ask(origin, { path: '/api/auth/session', cookie })
  expect(JSON.parse(session.text)).toEqual({ user: { id: admin.id }, expires: expect.any(String) })
  expect(await standing()).toEqual(before)
  // Handed out again as it was: one opaque token, no claims in it.
  expect(cookiesOf(session).get(cookieName)).toBe(token)
})

test('signing in through next-auth takes its own token, the right password and the right origin', async ({
  portal: { origin },
}) => {
  const { admin } = await company('provider', 'Nordlicht Distribution')
  const address = someAddress()
  const csrf = await ask(origin, { path: '/api/auth/csrf', address })
  const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string }
  const cookie = [...cookiesOf(csrf)].map(([name, value]) => `${name}=${value}`).join('; ')
  const enter = (fields: Record<string, string>, from = origin) => {
    const body = new URLSearchParams({ json: 'true', ...fields }).toString()
    return ask(origin, {
      method: 'POST',
      path: '/api/auth/callback/credentials',
      cookie,
      address,
      headers: { origin: from, ...form },
      body,
    })
  }
  const good = { csrfToken, email: admin.email, password: currentRun().password }
  const refused = [
    await enter({ ...good, password: 'certainly not this one' }),
    await enter({ ...good, csrfToken: 'x'.repeat(64) }),
    await enter(good, 'https://evil.example'),
  ]
  for (const answer of refused) {
    expect(answer.status).toBeLessThan(500)
    expect([...cookiesOf(answer).keys()]).not.toContain(cookieName)
  }
  const entered = await enter(good)
  const token = cookiesOf(entered).get(cookieName)
  expect(token).toMatch(/^ses_/)
  const page = await ask(origin, { path: '/customers', cookie: `${cookieName}=${token}` })
  expect(page.status).toBe(200)
  const both = `${cookie}; ${cookieName}=${token}`
  const body = new URLSearchParams({ csrfToken, json: 'true' }).toString()
  const headers = { origin, ...form }
  expect((await ask(origin, { method: 'POST', path: '/api/auth/signout', cookie: both, headers, body })).status).toBe(
    200,
  )
  expect((await ask(origin, { path: '/customers', cookie: `${cookieName}=${token}` })).status).toBe(307)
})

function cookiesOf({ headers }: Answer): Map<string, string> {
  return new Map(
    (headers['set-cookie'] ?? []).map((line): [string, string] => {
      const [pair = ''] = line.split(';')
      return [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
    }),
  )
}
