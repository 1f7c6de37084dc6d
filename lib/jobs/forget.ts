import { callFunction, Prisma } from '@/lib/core/db'

/**
 * Removes what nobody needs any longer: spent counters, set-ups that were never confirmed, long ended sessions, lapsed proofs,
 * files of people, notifications of half a year ago.
 */
export async function forgetWhatHasLapsed(): Promise<void> {
  await callFunction(Prisma.sql`select 1 as done from forget_what_has_lapsed()`)
  await callFunction(Prisma.sql`select 1 as done from forget_lapsed_proofs()`)
  await callFunction(Prisma.sql`select 1 as done from forget_uploads_and_notices()`)
}
