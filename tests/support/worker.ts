import { afterAll, afterEach, inject } from 'vitest'
import { clock } from '@/lib/core/clock'
import { disconnect } from '@/lib/core/db'
import { closeBudgets } from '@/lib/core/rate-limit'
import { wallOne } from '@/lib/core/scope'
import { closeOwner } from './owner'

// Each worker works in a database of its own; files of one worker come one after the other and share it.
const run = inject('run')
const own = run.workers[Number(process.env.VITEST_POOL_ID) - 1]
if (!own) throw new Error('There is no database for this worker.')
process.env.APPLICATION_DATABASE_URL = own.applicationUrl
process.env.TANDEM_TEST_OWNER_URL = own.ownerUrl
process.env.TANDEM_TEST_PASSWORD_HASH = run.passwordHash

const now = clock.now
afterEach(() => {
  clock.now = now
  wallOne.standing = true
})

afterAll(async () => {
  await Promise.all([disconnect(), closeBudgets(), closeOwner()])
})
