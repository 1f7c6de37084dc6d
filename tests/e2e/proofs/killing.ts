import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { row, rows } from '../../support/owner'
import { readLetters } from '../stage/mail-sink'
import type { Portal } from '../stage/portal'
import { until } from '../stage/programs'
import { type Outcome, type Press, press } from '../support/actions'
import { expect } from '../support/test'

/** What proofs share that kill the processes of a portal. */

/**
 * Presses again until the portal has answered, as a person would; every answer but the accepted ones is a failure. A portal that
 * has just come back to a hundred who wait asks some of them to try again in a moment (`busy`), and they do.
 */
export async function persist(client: Press, accepted: readonly string[]): Promise<Outcome> {
  let last = 'none'
  for (const end = Date.now() + 180_000; Date.now() < end; await sleep(100)) {
    const outcome = await press(client).catch(() => null)
    last = outcome ? `${outcome.status} ${outcome.text.slice(0, 200)}` : 'none'
    if (!outcome || outcome.status >= 500 || outcome.result === 'busy') continue
    if (!accepted.includes(outcome.result)) throw new Error(`Refused: ${outcome.text}`)
    return outcome
  }
  throw new Error(`Three minutes were not enough. The last answer: ${last}`)
}

/**
 * Kills web server and worker in turn, at random moments, until the work is done. Where an act takes long, on a busy machine
 * longer than a life, each life may last some milliseconds longer than the one before.
 */
export async function killUntil(
  work: Promise<unknown>,
  { web, worker, ready }: Portal,
  mailDirectory: string,
  longerEach = 0,
) {
  const kills = { web: 0, worker: 0 }
  let done = false
  const note = () => {
    done = true
  }
  work.then(note, note)
  while (!done) {
    const victim = kills.web > kills.worker ? 'worker' : 'web'
    // The worker dies while the mail server hesitates to confirm a letter it has taken.
    if (victim === 'worker') await nextLetter(mailDirectory, 2_000)
    else await sleep(randomInt(100, 700 + kills.web * longerEach))
    const program = victim === 'web' ? web : worker
    await program?.kill('SIGKILL')
    program?.restart()
    kills[victim] += 1
    if (victim === 'web') await ready()
  }
  return kills
}

async function nextLetter(mailDirectory: string, patience: number): Promise<void> {
  const already = readLetters(mailDirectory).length
  await until('another letter', () => readLetters(mailDirectory).length > already, patience).catch(() => undefined)
}

/**
 * graphile-worker takes a job that a dead worker holds up again after four hours, which begin here at once: the letters
 * that were on their way when a worker was killed are not lost, but late.
 */
export async function letLocksLapse({ worker }: Portal): Promise<void> {
  await worker?.kill('SIGTERM')
  const held = await rows(
    `update graphile_worker._private_jobs set locked_at = now() - interval '5 hours' where locked_at is not null returning id`,
  )
  console.log(`${held.length} letters were on their way in a worker that was killed`)
  worker?.restart()
}

export async function expectLettersMatchOutbox(mailDirectory: string): Promise<void> {
  const outbox = await rows<{ id: string; status: string; lastError: string | null }>(
    'select id, status, "lastError" from "Mail"',
  )
  const delivered = readLetters(mailDirectory).map(({ messageId }) => messageId.replace(/^<|@.*$/g, ''))
  const known = new Set(outbox.map(({ id }) => id))
  expect(
    delivered.filter((id) => !known.has(id)),
    'letters of changes that never were',
  ).toEqual([])
  // A press that was repeated replaced its own earlier invitation: the letter of that one need not leave any more.
  const replaced = outbox.filter(({ lastError }) => lastError === 'invitation_not_active').map(({ id }) => id)
  const missing = outbox.filter(({ id }) => !delivered.includes(id) && !replaced.includes(id))
  expect(missing, 'letters of committed changes that never left').toEqual([])
  const { n } = await row<{ n: string }>(`select count(*) as n from "Invitation" where status = 'replaced'`)
  expect(replaced.length).toBeLessThanOrEqual(Number(n))
  const twice = delivered.length - new Set(delivered).size
  // With few letters chance may spare them all; with many it does not.
  if (process.env.TANDEM_DEEP === '1')
    expect(twice, 'no worker died between a letter and its confirmation').toBeGreaterThan(0)
  console.log(`${outbox.length} letters, ${twice} of them delivered again under the same Message-ID`)
}
