import { hashPassword } from '@/lib/auth/password'
import { openSession, revokeSessionsOf } from '@/lib/auth/session'
import { clock } from '@/lib/core/clock'
import { enterOrganization, inTransaction } from '@/lib/core/db'
import { DomainError, isDomainError } from '@/lib/core/errors'
import { command, entrance } from '@/lib/core/operation'
import { type Budget, spend } from '@/lib/core/rate-limit'
import { resetPasswordLater } from '@/lib/jobs/reset-password'
import { sendLater } from '@/lib/mail/send-later'
import { assertPasswordIsStrong } from '../users/commands'
import { openPasswordLink } from './password-link-steps'
import { choosePasswordInput, forgotPasswordInput } from './schema'

const linkBudget: Budget = { name: 'password-link', points: 30, seconds: 3600 }

/**
 * Chooses a password with a link that was mailed or shown once: voids the link and the password before, ends all sessions, and
 * signs in where no second factor is asked.
 * @returns the session token for the cookie; null where the second factor is still to be given
 * @throws DomainError any `password_link_…` code, `input_invalid`, `too_many_attempts`
 */
export const choosePassword = command({
  access: 'public',
  input: choosePasswordInput,
  key: (input) => input.token,
  async prepare({ input, request, read }) {
    await spend(linkBudget, request.ipAddress ?? 'unknown')
    const { email, fullName, organizationName, organizationDomain } = await read(openPasswordLink)
    assertPasswordIsStrong(input.newPassword, [email, fullName, organizationName, organizationDomain, 'tandem'])
    return hashPassword(input.newPassword)
  },
  async run({ input, db, audit, request }, passwordHash) {
    const { linkId, userId, organizationId, fullName, organizationName, purpose, hasSecondFactor } =
      await openPasswordLink(db)
    // From here on as the organization that the link belongs to.
    await enterOrganization(db, organizationId)
    const { count } = await db.passwordLink.updateMany({
      where: { id: linkId, usedAt: null, replacedAt: null },
      data: { usedAt: clock.now() },
    })
    if (count !== 1) throw new DomainError('password_link_used')
    const { locale } = await db.user.update({
      where: { id: userId },
      data: {
        passwordHash,
        mustChangePassword: false,
        temporaryPasswordExpiresAt: null,
        ...(input.timeZone ? { timeZone: input.timeZone } : {}),
      },
      select: { locale: true },
    })
    await revokeSessionsOf(db, userId)
    const as = { userId, fullName, organizationId, organizationName }
    await audit('user.passwordChosen', { userId, purpose }, { as })
    if (purpose === 'reset')
      await sendLater(db, {
        letter: 'passwordChanged',
        organizationId,
        to: { userId },
        locale,
        parameters: { fullName },
      })
    const sessionToken = hasSecondFactor ? null : await openSession(db, { id: userId, organizationId }, request)
    return { sessionToken, returnTo: '/dashboard' }
  },
})

const addressBudget: Budget = { name: 'forgot-address', points: 10, seconds: 3600 }
const mailboxBudget: Budget = { name: 'forgot-mailbox', points: 5, seconds: 3600 }

/**
 * Asks for a link to choose a new password. Known and unknown addresses get the same answer after the same work: who has an
 * account is looked up later, by the worker.
 * @throws DomainError `too_many_attempts` where one address asks for many
 */
export const forgotPassword = entrance({
  access: 'public',
  input: forgotPasswordInput,
  async run({ input, request }) {
    await spend(addressBudget, request.ipAddress ?? 'unknown')
    if (await maySendTo(input.email))
      await inTransaction({ organizationId: null }, (db) => resetPasswordLater(db, { email: input.email }))
    return { asked: true as const }
  },
})

/** Nobody's mailbox is flooded; whoever asks is not told, because the letters sent before are there. */
async function maySendTo(email: string): Promise<boolean> {
  try {
    await spend(mailboxBudget, email)
    return true
  } catch (error) {
    if (isDomainError(error, 'too_many_attempts')) return false
    throw error
  }
}
