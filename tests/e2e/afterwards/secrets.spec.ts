import { readLetters } from '../stage/mail-sink'
import { currentRun } from '../stage/run'
import { expect, test } from '../support/test'
import { databaseTexts, logTexts } from './left-behind'

// After everything else: what the journeys and proofs have left in the database and in the logs.

const tokens = /\b(?:inv_[rc]|acc|ses)_[A-Za-z0-9_-]{43}/g
const passwords = ['quiet harbour wooden spoon', 'too short', 'not the right one', 'certainly not this one']

test('the journeys have left something to search', async ({ portal }) => {
  const { mailDirectory } = currentRun()
  const mailed = readLetters(mailDirectory).flatMap(({ text }) => text.match(tokens) ?? [])
  expect(mailed.length).toBeGreaterThan(20)
  const contents = await databaseTexts()
  expect(contents.get('public."Session"')?.split('\n').length).toBeGreaterThan(100)
  expect(contents.get('public."Invitation"')?.split('\n').length).toBeGreaterThan(50)
  expect([...logTexts(portal.logDirectory).keys()].filter((file) => file.endsWith('-web.log')).length).toBeGreaterThan(
    0,
  )
})

test('no table holds a raw token or a password', async () => {
  const { password } = currentRun()
  const found: string[] = []
  for (const [name, content] of await databaseTexts()) {
    const raw = [...(content.match(tokens) ?? []), ...[password, ...passwords].filter((each) => content.includes(each))]
    if (raw.length > 0) found.push(`${name}: ${raw.slice(0, 3).join(', ')}`)
  }
  expect(found).toEqual([])
})

test('no log holds a raw token, a password or an address of an invitation', async ({ portal }) => {
  const { password } = currentRun()
  const found: string[] = []
  for (const [file, content] of logTexts(portal.logDirectory)) {
    const raw = [...(content.match(tokens) ?? []), ...[password, ...passwords].filter((each) => content.includes(each))]
    if (raw.length > 0) found.push(`${file}: ${raw.slice(0, 3).join(', ')}`)
  }
  expect(found).toEqual([])
})

test('nothing unexpected was logged by the portal the journeys used', ({ portal }) => {
  const unexpected = [...logTexts(portal.logDirectory)]
    .filter(([file]) => file.startsWith('shared-'))
    .flatMap(([file, content]) =>
      content
        .split('\n')
        .filter(isFailure)
        .map((line) => `${file}: ${line.slice(0, 400)}`),
    )
  expect(unexpected.slice(0, 10), `${unexpected.length} in all`).toEqual([])
})

/** A line of JSON of level 50 and above, or anything that is no JSON but speaks of an error. */
function isFailure(line: string): boolean {
  if (line.startsWith('{')) return (JSON.parse(line) as { level: number }).level >= 50
  return /\berror\b|⨯|unhandled|MISSING_MESSAGE/i.test(line)
}
