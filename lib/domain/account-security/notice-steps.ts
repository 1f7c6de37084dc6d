import type { Actor } from '@/lib/access/permissions'
import type { Database } from '@/lib/core/db'
import { sendLater } from '@/lib/mail/send-later'

type Plain = 'passwordChanged' | 'secondFactorAdded' | 'secondFactorRemoved'

/** Tells a person what has happened to their own account: if it was somebody else, they learn of it at once. */
export async function warn(db: Database, actor: Actor, letter: Plain): Promise<void> {
  const { userId, organizationId, fullName, locale } = actor
  await sendLater(db, { letter, organizationId, to: { userId }, locale, parameters: { fullName } })
}
