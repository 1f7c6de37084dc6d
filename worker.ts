import { run } from 'graphile-worker'
import { disconnect } from '@/lib/core/db'
import { followClock } from '@/lib/core/demo-clock'
import { environment } from '@/lib/core/env'
import { log } from '@/lib/core/log'
import { resetPassword } from '@/lib/domain/account-security/reset-steps'
import { releasePartner } from '@/lib/domain/subscription-partners/release-steps'
import { advanceDueSubscriptions } from '@/lib/domain/subscriptions/due'
import { advanceSubscriptionsTask } from '@/lib/jobs/advance-subscriptions'
import { forgetWhatHasLapsed } from '@/lib/jobs/forget'
import { releasePartnerTask } from '@/lib/jobs/release-partner'
import { resetPasswordTask } from '@/lib/jobs/reset-password'
import { sendMail } from '@/lib/jobs/send-mail'
import { sendMailTask } from '@/lib/mail/send-later'

/**
 * The worker process: takes jobs that committed changes left in the queue. Any number of them may run. The queue is read
 * with the owner's connection (DATABASE_URL), the domain is touched with the application's.
 */

const { DATABASE_URL } = environment()
if (!DATABASE_URL) throw new Error('The worker needs DATABASE_URL, the connection of the owner of the job queue.')

await followClock()
const runner = await run({
  connectionString: DATABASE_URL,
  concurrency: 4,
  pollInterval: 1000,
  noHandleSignals: true,
  crontab: ['17 * * * * forget-what-has-lapsed', `*/10 * * * * ${advanceSubscriptionsTask}`].join('\n'),
  taskList: {
    'forget-what-has-lapsed': forgetWhatHasLapsed,
    [releasePartnerTask]: releasePartner,
    [resetPasswordTask]: resetPassword,
    [advanceSubscriptionsTask]: advanceSubscriptions,
    [sendMailTask]: (payload, { job }) => sendMail(payload, job.attempts >= job.max_attempts),
  },
})

async function advanceSubscriptions(): Promise<void> {
  // A demo that has just moved its clock sends this job at once: it must not be judged by the clock of a second ago.
  await followClock()
  log.info(await advanceDueSubscriptions(), 'subscriptions advanced')
}

async function stop(): Promise<void> {
  await runner.stop()
  await disconnect()
  process.exit(0)
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)

log.info('worker ready')
await runner.promise
