import { writeAudit } from '@/lib/core/audit'
import { callFunction, inTransaction, Prisma } from '@/lib/core/db'
import { noRequest } from '@/lib/core/request'
import { resetPasswordPayload } from '@/lib/jobs/reset-password'
import { sendLater } from '@/lib/mail/send-later'
import { issuePasswordLink } from './password-link-steps'

interface Candidate {
  userId: string
  organizationId: string
  fullName: string
  organizationName: string
}

/** The worker's part of a forgotten password: mails the link to the address of the account, if there is one. */
export async function resetPassword(rawPayload: unknown): Promise<void> {
  const { email } = resetPasswordPayload.parse(rawPayload)
  const [found] = await callFunction<Candidate>(Prisma.sql`select * from password_reset_candidate(${email})`)
  if (!found) return
  const { userId, organizationId, fullName, organizationName } = found
  await inTransaction({ organizationId }, async (db) => {
    const { salt } = await issuePasswordLink(db, { userId, organizationId, purpose: 'reset' })
    const parameters = { fullName, userName: email, salt }
    await sendLater(db, { letter: 'passwordReset', organizationId, to: { userId }, locale: 'en', parameters })
    // Nobody was signed in: the portal acts for the organization.
    const actor = { userId: null, fullName: null, organizationId, organizationName }
    const details = { userId, fullName, purpose: 'reset' }
    await writeAudit(db, { type: 'user.passwordLinkIssued', details, actor, request: noRequest })
  })
}
