import { expect, test } from 'vitest'
import { clock } from '@/lib/core/clock'
import { followClock } from '@/lib/core/demo-clock'
import { advanceClock } from '@/lib/domain/demo-clock/commands'
import { getDemoClock } from '@/lib/domain/demo-clock/queries'
import { freshDatabase } from '../support/databases'
import { founded } from '../support/organizations'
import { rows } from '../support/owner'
import { refusal } from '../support/refusal'

const { ownerUrl, applicationUrl } = await freshDatabase()
// The environment is read once per process, and each file has its own.
Object.assign(process.env, {
  APP_MODE: 'production',
  SMTP_URL: 'smtp://mail.example',
  MAIL_FROM: 'Portal <portal@portal.example>',
  APPLICATION_DATABASE_URL: applicationUrl,
  TANDEM_TEST_OWNER_URL: ownerUrl,
})

test('in production the clock is the server’s, whatever stands in its table', async () => {
  await rows('update "PortalClock" set "offset" = 86400000')
  await followClock()
  expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1_000)
  const { admin } = await founded('provider')
  expect(await refusal(getDemoClock(admin, {}))).toBe('not_found')
  expect(await refusal(advanceClock(admin, { days: 1 }))).toBe('not_found')
})
