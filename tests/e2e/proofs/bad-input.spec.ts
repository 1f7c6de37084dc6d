import { type Outcome, outcomeOf } from '../support/actions'
import { actionId } from '../support/build'
import { pinnedActions } from '../support/doors'
import { type Ask, ask } from '../support/http'
import { expect, someAddress, test } from '../support/test'
import type { Door } from './input-fields'
import { allDoors } from './input-world'
import { changedTables, rowDigest } from './row-digest'
import { mistakesAt, strangeArguments } from './wrong-input'

// Every way into the build, everything wrong that can be sent there: a refusal that says what is wrong, and not one row changed.

test.use({ portalName: 'input' })
// There are many forms, and many ways to get one wrong.
test.describe.configure({ timeout: 900_000 })

const atOnce = 8

let doors: Door[] = []
test.beforeAll(async () => {
  doors = await allDoors()
})

type Entry = [name: string, value: string | File]

async function request({ action, path, cookie }: Door, origin: string, entries: Entry[]): Promise<Ask> {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  const encoded = new Response(form)
  const type = encoded.headers.get('content-type') ?? ''
  const headers = { accept: 'text/x-component', 'content-type': type, 'next-action': actionId(action), origin }
  return {
    method: 'POST',
    path,
    cookie,
    address: someAddress(),
    headers,
    body: Buffer.from(await encoded.arrayBuffer()),
  }
}

function pressing(door: Door, origin: string, entries: [string, string][]): Promise<Ask> {
  return request(door, origin, [
    ...[...entries, ...fileOf(door)].map(([name, value]): Entry => [`_1_${name}`, value]),
    ['0', '[{"status":"idle"},"$K1"]'],
  ])
}

function fileOf({ file }: Door): Entry[] {
  return file ? [[file.field, new File([file.content], file.name)]] : []
}

/** A form state or an HTTP status in the 400s; being led to sign-in counts too. */
function isRefusal({ status, state, redirectTo }: Outcome): boolean {
  if (redirectTo) return /^\/(sign-in|set-password)/.test(redirectTo)
  if (state?.status === 'failed')
    return (state.httpStatus ?? 0) >= 400 && (state.httpStatus ?? 0) < 500 && Boolean(state.message)
  return status >= 400 && status < 500
}

const inWords = ({ status, state, redirectTo, text }: Outcome) =>
  `${status} ${redirectTo ?? JSON.stringify(state) ?? ''} ${state ? '' : text.slice(0, 200)}`

test('every action of the build is tried', () => {
  expect(doors.map(({ action }) => action).sort()).toEqual(Object.keys(pinnedActions).sort())
})

test('a form with one mistake in it is refused, says what is wrong, and changes nothing', async ({
  portal: { origin },
}) => {
  let tried = 0
  const wrong = await askAtEveryDoor(async (door) => {
    const mistakes = mistakesAt(door)
    tried += mistakes.length
    return Promise.all(
      mistakes.map(async ({ name, entries }) => ({ name, asked: await pressing(door, origin, entries) })),
    )
  }, origin)
  console.log(`${tried} forms with a mistake`)
  expect(wrong.slice(0, 30), `${wrong.length} in all`).toEqual([])
})

test('arguments no form makes are refused and change nothing', async ({ portal: { origin } }) => {
  const wrong = await askAtEveryDoor(async (door) => {
    // Where nothing has to be filled in, an empty form is a good one.
    const needsNothing = Object.values(door.fields).every(({ optional }) => optional)
    const strange = Object.entries(strangeArguments).filter(([name]) => !needsNothing || name !== 'an empty form')
    return Promise.all(strange.map(async ([name, entries]) => ({ name, asked: await request(door, origin, entries) })))
  }, origin)
  expect(wrong.slice(0, 30), `${wrong.length} in all`).toEqual([])
})

test('a form sent before any script has loaded is refused just the same', async ({ portal: { origin } }) => {
  const before = await rowDigest()
  const statuses: Record<string, number> = {}
  for (const door of doors) {
    const { 'next-action': _named, ...headers } = (await request(door, origin, [])).headers as Record<string, string>
    const reference: [string, string][] = [
      ['$ACTION_REF_1', ''],
      ['$ACTION_1:0', JSON.stringify({ id: actionId(door.action), bound: '$@1' })],
      ['$ACTION_1:1', '[{"status":"idle"}]'],
    ]
    for (const { entries } of mistakesAt(door).slice(0, 6)) {
      const sent = await request(door, origin, [...reference, ...entries])
      const type = (sent.headers as Record<string, string>)['content-type'] ?? ''
      const { status } = await ask(origin, {
        ...sent,
        headers: { ...headers, accept: 'text/html', 'content-type': type },
      })
      statuses[`${door.action} ${status}`] = (statuses[`${door.action} ${status}`] ?? 0) + 1
    }
  }
  // The page again, with what is wrong in it.
  const expected = doors.map(({ action, demoOnly }) => `${action} ${demoOnly ? 404 : 200}`)
  expect(Object.keys(statuses).sort()).toEqual(expected.sort())
  expect(changedTables(before, await rowDigest())).toEqual([])
})

interface Attempt {
  name: string
  asked: Ask
}

/** Answers that were no refusal, and tables that changed all the same. */
async function askAtEveryDoor(attemptsAt: (door: Door) => Promise<Attempt[]>, origin: string): Promise<string[]> {
  const wrong: string[] = []
  for (const door of doors) {
    const before = await rowDigest()
    const attempts = await attemptsAt(door)
    for (let first = 0; first < attempts.length; first += atOnce) {
      const some = attempts.slice(first, first + atOnce)
      const outcomes = await Promise.all(some.map(async ({ asked }) => outcomeOf(await ask(origin, asked))))
      for (const [index, outcome] of outcomes.entries())
        if (!isRefusal(outcome)) wrong.push(`${door.action}, ${some[index]?.name}: ${inWords(outcome)}`)
    }
    const changed = changedTables(before, await rowDigest())
    if (changed.length > 0) wrong.push(`${door.action} changed ${changed.join(', ')}`)
  }
  return wrong
}

test('with everything right each of these forms does its work', async ({ portal: { origin } }) => {
  const results: Record<string, string> = {}
  for (const door of doors) {
    const entries = Object.entries(door.fields).map(([name, { good }]): [string, string] => [name, good])
    results[door.action] = outcomeOf(await ask(origin, await pressing(door, origin, entries))).result
  }
  const works = (door: Door) => (door.demoOnly ? 'not_found' : expect.stringMatching(/^(done|redirected)$/))
  const working = Object.fromEntries(doors.map((door) => [door.action, works(door)]))
  expect(results).toEqual(working)
})
