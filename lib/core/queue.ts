import { type Database, Prisma } from './db'

/** Puts a job into the queue as part of the transaction: it exists only if the change is committed. */
export async function addJob(
  db: Database,
  task: string,
  payload: Record<string, string>,
  jobKey?: string,
): Promise<void> {
  await db.$executeRaw(Prisma.sql`select enqueue_job(${task}, ${JSON.stringify(payload)}::json, ${jobKey ?? null})`)
}
