import { outcomeOf, pressRequest } from '../support/actions'
import { type Address, everyAddress } from '../support/addresses'
import { type Answer, type Ask, ask } from '../support/http'
import { expect, someAddress, test } from '../support/test'
import { frameworksOwn } from './frameworks-own'
import type { Door } from './input-fields'
import { allDoors } from './input-world'
import { changedTables, rowDigest } from './row-digest'

// What a browser would never send: foreign origins, headers of the framework's own, broken paths, methods and bodies.

test.use({ portalName: 'input' })
test.describe.configure({ timeout: 900_000 })

let doors: Door[] = []
let addresses: Address[] = []
test.beforeAll(async () => {
  doors = await allDoors()
  addresses = await everyAddress()
})

interface Attempt {
  name: string
  asked: Ask
}

const inWords = ({ status, text }: Answer) => `${status} ${text.slice(0, 120)}`

/** Sends them all; says which were not refused with a 4xx, or changed a row. */
async function notRefused(
  origin: string,
  attempts: Attempt[],
  isFine = ({ status }: Answer) => status >= 400 && status < 500,
) {
  const before = await rowDigest()
  const wrong: string[] = []
  for (const { name, asked } of attempts) {
    const answer = await ask(origin, { address: someAddress(), ...asked })
    if (!isFine(answer)) wrong.push(`${name}: ${inWords(answer)}`)
  }
  const changed = changedTables(before, await rowDigest())
  return [...wrong, ...changed.map((table) => `${table} has changed`)]
}

const below500 = ({ status }: Answer) => status < 500

/** No answer leads out of the portal. */
const staysHere = ({ status, headers: { location } }: Answer) =>
  status < 500 && (location === undefined || /^\/(?![/\\])/.test(location))

function goodPress(origin: string, { action, path, cookie, fields }: Door): Promise<Ask> {
  const values = Object.fromEntries(Object.entries(fields).map(([name, { good }]) => [name, good]))
  return pressRequest({ origin, action, path, cookie, fields: values })
}

test('an action posted from anywhere but the portal itself is refused, with everything else right', async ({
  portal: { origin },
}) => {
  const port = new URL(origin).port
  const origins: Record<string, string | null> = {
    foreign: 'https://evil.example',
    'another port': `http://localhost:${Number(port) + 1}`,
    'another scheme': origin.replace('http:', 'https:'),
    'a longer name': `${origin}.evil.example`,
    null: 'null',
    'a file': 'file://',
    malformed: 'http://[',
    empty: '',
    'two of them': `${origin}, https://evil.example`,
    missing: null,
  }
  const attempts: Attempt[] = []
  for (const door of doors) {
    for (const [name, value] of Object.entries(origins)) {
      const { headers, ...asked } = await goodPress(origin, door)
      const { origin: _own, ...others } = headers ?? {}
      const sent = value === null ? others : { ...others, origin: value, 'x-forwarded-host': 'evil.example' }
      attempts.push({ name: `${door.action}, Origin ${name}`, asked: { ...asked, headers: sent } })
    }
  }
  expect(await notRefused(origin, attempts)).toEqual([])
})

test('headers that belong to the framework are refused, or taken off before they do anything', async ({
  portal: { origin },
}) => {
  const titleOf = ({ status, text }: Answer) => `${status} ${/<title>.*?<\/title>/.exec(text)?.[0] ?? text}`
  const wrong: string[] = []
  for (const { path, cookie } of addresses) {
    const plain = titleOf(await ask(origin, { path, cookie }))
    for (const name of internalHeaders) {
      const answer = await ask(origin, { path, cookie, headers: { [name]: 'middleware:middleware:middleware' } })
      if (answer.status !== 400 && titleOf(answer) !== plain) wrong.push(`${path} with ${name}: ${inWords(answer)}`)
    }
  }
  expect(wrong).toEqual([])
  const dangerous = internalHeaders
    .slice(0, 2)
    .map((name) => ({ name, asked: { path: '/customers', headers: { [name]: '1' } } }))
  expect(await notRefused(origin, dangerous)).toEqual([])
})

const internalHeaders = [
  'x-middleware-subrequest',
  'x-middleware-prefetch',
  'x-nextjs-data',
  'x-matched-path',
  'x-now-route-matches',
  'next-resume',
]

test('headers the portal sets for itself are believed from nobody', async ({ portal: { origin } }) => {
  const spoofed = {
    'x-tandem-path': '/evil',
    'x-tandem-method': 'HEAD',
    'x-request-id': 'evil',
    'x-tandem-address': '1.2.3.4',
  }
  const answer = await ask(origin, { path: '/customers', headers: { ...spoofed, 'x-forwarded-host': 'evil.example' } })
  expect(answer.status).toBe(307)
  expect(answer.headers.location).toBe('/sign-in?returnTo=%2Fcustomers')
  expect(answer.headers['x-request-id']).not.toBe('evil')
})

test('methods nobody serves are refused on every route', async ({ portal: { origin } }) => {
  const methods = ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'REPORT']
  const headers = { origin }
  const attempts = addresses.flatMap(({ path, cookie }) =>
    methods.map((method) => ({ name: `${method} ${path}`, asked: { method, path, cookie, headers } })),
  )
  expect(await notRefused(origin, attempts)).toEqual([])
})

test('broken paths and parameters are refused or not found', async ({ portal: { origin } }) => {
  const tails = [
    '%zz',
    '%',
    '%E0%A4%A',
    '%00',
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '..%5c..',
    '%ff',
    `${'a'.repeat(5000)}`,
  ]
  const parameters = [
    'search=%00',
    'search=%zz',
    `search=${'x'.repeat(5000)}`,
    'search[not]=',
    'search=a&search=b',
    'after=garbage',
    `before=${btoa('{"id":{"not":""}}')}`,
    'state=__proto__',
    'kind=constructor',
    'partner=not-an-id',
    'type=toString',
    'from=2026-13-45&to=x',
    'notice=__proto__',
    'permission=constructor',
    'returnTo=//evil.example',
    'sent=%F0%9F',
    '__proto__=1',
    '%zz=%zz',
  ]
  const attempts = addresses.flatMap(({ path, cookie }) => [
    ...tails.map((tail) => ({
      name: `${path}/${tail.slice(0, 40)}`,
      asked: { path: `${path.split('?')[0]}/${tail}`, cookie },
    })),
    ...parameters.map((query) => ({
      name: `${path}?${query.slice(0, 40)}`,
      asked: { path: `${path.split('?')[0]}?${query}`, cookie },
    })),
  ])
  const elsewhere = [
    '//',
    '///evil.example',
    '/\\evil',
    '/_next/data/x/customers.json',
    '/_next/image?url=http://127.0.0.1/&w=64&q=1',
    '/customers.rsc',
    '/.env',
    '/.git/config',
    '/_next/static/%zz',
  ]
  expect(
    await notRefused(origin, [...attempts, ...elsewhere.map((path) => ({ name: path, asked: { path } }))], staysHere),
  ).toEqual([])
})

test('requests for the inside of a page with broken headers are no trouble', async ({ portal: { origin } }) => {
  const broken: Record<string, string>[] = [
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-prefetch': 'x', 'next-router-segment-prefetch': '/_tree' },
    { rsc: '1', 'next-router-segment-prefetch': '/../../x' },
    { 'accept-language': `${'ru;q=0.1,'.repeat(500)}x;q=y` },
    { cookie: `tandem.session=${'x'.repeat(3000)}; tandem.locale=__proto__; tandem.theme=<script>` },
    { 'user-agent': '\u00ff'.repeat(2000) },
    { authorization: 'Bearer %zz', 'x-request-id': 'a,b' },
  ]
  const attempts = addresses.flatMap(({ path, cookie }) =>
    broken.map((headers) => ({
      name: `${path} with ${JSON.stringify(headers).slice(0, 60)}`,
      asked: { path, cookie, headers },
    })),
  )
  expect(await notRefused(origin, attempts, below500)).toEqual([])
})

test('a megabyte is refused on every route and action', async ({ portal: { origin } }) => {
  // Documents of several megabytes are awaited in one place.
  const tooMuch = (path: string) => Buffer.alloc((path === '/enroll/status' ? 7 : 1) * 1024 * 1024, 'x')
  const attempts: Attempt[] = addresses.map(({ path, cookie }) => ({
    name: `POST ${path}`,
    asked: {
      method: 'POST',
      path,
      cookie,
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: tooMuch(path),
    },
  }))
  for (const door of doors) {
    const asked = await goodPress(origin, door)
    attempts.push({
      name: door.action,
      asked: { ...asked, body: Buffer.concat([Buffer.from(asked.body ?? ''), tooMuch(door.path)]) },
    })
  }
  const accepting = doors.find(({ action }) => action === 'acceptPartnershipAction') as Door
  const unmeasured = { ...(await goodPress(origin, accepting)), chunked: true }
  attempts.push({ name: 'a form of which nobody said how long it is', asked: unmeasured })
  expect(await notRefused(origin, attempts)).toEqual([])
})

test('bodies that are no form of the portal are refused', async ({ portal: { origin } }) => {
  const attempts: Attempt[] = []
  for (const door of doors) {
    const good = await goodPress(origin, door)
    for (const { name, change } of brokenBodies) attempts.push({ name: `${door.action}, ${name}`, asked: change(good) })
  }
  const refused = (answer: Answer) => {
    const { state, status } = outcomeOf(answer)
    return state ? state.status === 'failed' && (state.httpStatus ?? 500) < 500 : status >= 400 && status < 500
  }
  expect(await notRefused(origin, attempts, refused)).toEqual([])
})

for (const { name, reason, make } of frameworksOwn) {
  test(`known of the framework: ${name}, because ${reason}`, async ({ portal: { origin } }) => {
    const [door] = doors.filter(({ action }) => action === 'acceptPartnershipAction')
    const before = await rowDigest()
    const { status } = await ask(origin, await make(await goodPress(origin, door as Door)))
    expect(status, 'answered better now: take it off the list').toBe(500)
    expect(changedTables(before, await rowDigest())).toEqual([])
  })
}

interface BrokenBody {
  name: string
  change(good: Ask): Ask
}

const inForm = (good: Ask, type: string, body: string): Ask => ({
  ...good,
  body,
  headers: { ...good.headers, 'content-type': type },
})
const without = ({ headers, ...good }: Ask, name: string): Ask => {
  const { [name]: _gone, ...others } = headers ?? {}
  return { ...good, headers: others }
}

const brokenBodies: BrokenBody[] = [
  { name: 'JSON', change: (good) => inForm(good, 'application/json', '{"token":{"not":""}}') },
  { name: 'a plain text', change: (good) => inForm(good, 'text/plain;charset=UTF-8', '["x"]') },
  {
    name: 'a urlencoded form',
    change: (good) => inForm(good, 'application/x-www-form-urlencoded', 'token=x&agreed=on'),
  },
  {
    name: 'an unknown action',
    change: (good) => ({ ...good, headers: { ...good.headers, 'next-action': `7f${'0'.repeat(40)}` } }),
  },
  {
    name: 'a malformed action',
    change: (good) => ({ ...good, headers: { ...good.headers, 'next-action': '../../x' } }),
  },
  { name: 'no action', change: (good) => without(good, 'next-action') },
]
