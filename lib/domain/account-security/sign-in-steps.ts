import type { PendingSignIn } from '@/lib/auth/pending-sign-in'
import { writeAudit } from '@/lib/core/audit'
import type { Database } from '@/lib/core/db'
import type { RequestFacts } from '@/lib/core/request'
import { sendLater } from '@/lib/mail/send-later'

/** A recovery code stood in for the app: recorded, and the person is told how many are left. */
export async function noteRecoveryCodeUsed(
  db: Database,
  { userId, organizationId }: PendingSignIn,
  left: number,
  request: RequestFacts,
): Promise<void> {
  const { fullName, locale, organization } = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { fullName: true, locale: true, organization: { select: { name: true } } },
  })
  const actor = { userId, fullName, organizationId, organizationName: organization.name }
  await writeAudit(db, { type: 'recoveryCode.used', details: { left }, actor, request })
  const parameters = { fullName, left: String(left) }
  await sendLater(db, { letter: 'recoveryCodeUsed', organizationId, to: { userId }, locale, parameters })
}
