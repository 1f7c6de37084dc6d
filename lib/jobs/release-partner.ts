import { z } from 'zod'
import type { Database } from '@/lib/core/db'
import { addJob } from '@/lib/core/queue'
import { locale } from '@/lib/core/vocabulary'

/** The task of the worker that hands back what a partner was designated for and may no longer be. */
export const releasePartnerTask = 'release-partner'

export const releasePartnerPayload = z.strictObject({ partnerId: z.uuid(), locale })

type Payload = z.infer<typeof releasePartnerPayload>

/** After the end of a relationship, of delegated administration or of a partnership; part of that change's transaction. */
export async function releasePartnerLater(db: Database, payload: Payload): Promise<void> {
  await addJob(db, releasePartnerTask, { ...payload }, `release:${payload.partnerId}`)
}
