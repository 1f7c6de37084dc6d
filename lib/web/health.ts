import { callFunction, Prisma } from '@/lib/core/db'

const patience = 500

/** Whether the database answers, and with a schema, within half a second. */
export async function isReady(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), patience))
  const answer = callFunction(Prisma.sql`select is_installed() as installed`).then(
    () => true,
    () => false,
  )
  return Promise.race([answer, late])
}
