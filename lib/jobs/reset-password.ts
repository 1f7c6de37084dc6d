import { z } from 'zod'
import type { Database } from '@/lib/core/db'
import { addJob } from '@/lib/core/queue'
import { emailAddress } from '@/lib/core/vocabulary'

/** The task of the worker that mails a link to whoever forgot the password, if there is such an account. */
export const resetPasswordTask = 'reset-password'

export const resetPasswordPayload = z.strictObject({ email: emailAddress })

type Payload = z.infer<typeof resetPasswordPayload>

/** Known and unknown addresses leave the same job behind. */
export async function resetPasswordLater(db: Database, payload: Payload): Promise<void> {
  await addJob(db, resetPasswordTask, { ...payload })
}
