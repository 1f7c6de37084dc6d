import { afterAll, expect, inject, test } from 'vitest'
import { findActor } from '@/lib/auth/session'
import { clock, day, setClockOffset } from '@/lib/core/clock'
import { followClock } from '@/lib/core/demo-clock'
import { advanceClock } from '@/lib/domain/demo-clock/commands'
import { getDemoClock } from '@/lib/domain/demo-clock/queries'
import { signIn } from '@/lib/domain/users/commands'
import { freshDatabase } from '../support/databases'
import { founded, person, signedIn } from '../support/organizations'
import { rows } from '../support/owner'
import { watched } from '../support/record'
import { refusal } from '../support/refusal'
import { request } from '../support/request'

// A database of its own: the clock of a database is one for all who use it.
const { ownerUrl, applicationUrl } = await freshDatabase()
Object.assign(process.env, { APPLICATION_DATABASE_URL: applicationUrl, TANDEM_TEST_OWNER_URL: ownerUrl })

afterAll(() => setClockOffset(0))

test('the clock of a demo moves for every process, sends the worker out, and leaves people signed in', async () => {
  const { organization: provider, admin } = await founded('provider')
  const somebody = await person(provider, ['globalAdmin'])
  const token = await signedIn(somebody)
  const before = clock.now().getTime()
  const { request: facts, events } = watched()
  await advanceClock(admin, { days: 365 }, facts)
  await followClock()

  expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(365 * day)
  expect(clock.now().getTime() - before).toBeLessThan(365 * day + 10_000)
  expect(await getDemoClock(admin, {})).toMatchObject({ days: 365 })
  expect(await events()).toMatchObject([{ type: 'clock.advanced', details: { days: 365 } }])
  expect(await rows(`select 1 from graphile_worker.jobs where task_identifier = 'advance-subscriptions'`)).toHaveLength(
    1,
  )

  expect(await findActor(token), 'the session of before').toMatchObject({ userId: somebody.id })
  const entered = await signIn(null, { email: somebody.email, password: inject('run').password }, request())
  expect(await findActor(entered.sessionToken), 'a session of the future').toMatchObject({ userId: somebody.id })
  const [{ hours } = { hours: 0 }] = await rows<{ hours: number }>(
    `select extract(epoch from max("expiresAt") - now()) / 3600 as hours from "Session" where "userId" = $1`,
    [somebody.id],
  )
  expect(Number(hours), 'which lasts no longer than any other').toBeLessThanOrEqual(12)
})

test('it goes neither back nor beyond what can be shown', async () => {
  const { admin } = await founded('customer')
  for (const days of [0, -1, 367, 1.5]) expect(await refusal(advanceClock(admin, { days }))).toBe('input_invalid')
  await rows('update "PortalClock" set "offset" = $1', [31 * 366 * day])
  expect(await refusal(advanceClock(admin, { days: 1 }))).toBe('input_invalid')
})
