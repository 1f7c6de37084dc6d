import { hashPassword } from '@/lib/auth/password'
import { countTry, endPendingSignIn, findPendingSignIn } from '@/lib/auth/pending-sign-in'
import { takeCode, takeTimedCode } from '@/lib/auth/second-factor'
import { confirmSession, revokeOtherSessions, revokeSessionsOf } from '@/lib/auth/session'
import { budgetKey, completeSignIn, mustUseIssuer } from '@/lib/auth/sign-in'
import { noteTimeZone } from '@/lib/auth/time-zone'
import { clock } from '@/lib/core/clock'
import { enterOrganization, inTransaction } from '@/lib/core/db'
import { DomainError, isDomainError } from '@/lib/core/errors'
import { command, entrance } from '@/lib/core/operation'
import { type Budget, forget, giveBack, spend } from '@/lib/core/rate-limit'
import { resetPasswordLater } from '@/lib/jobs/reset-password'
import { sendLater } from '@/lib/mail/send-later'
import { assertOwnPassword, assertPasswordIsStrong, type Read } from '../users/commands'
import { warn } from './notice-steps'
import { openPasswordLink } from './password-link-steps'
import {
  choosePasswordInput,
  confirmIdentityInput,
  confirmSecondFactorInput,
  endSessionInput,
  finishSignInInput,
  forgotPasswordInput,
  noInput,
  requireSecondFactorInput,
} from './schema'
import {
  adoptDraft,
  draftSecondFactor,
  enterAfterChoice,
  hasSecondFactor,
  replaceRecoveryCodes,
} from './second-factor-steps'
import { noteRecoveryCodeUsed } from './sign-in-steps'

const linkBudget: Budget = { name: 'password-link', points: 30, seconds: 3600 }

/**
 * Chooses a password with a link that was mailed or shown once: voids the link and the password before, ends all sessions, and
 * signs in where no second factor is asked.
 * @returns the session token for the cookie; null where the second factor is still to be given, or the issuer to be asked
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
    const { linkId, userId, organizationId, fullName, organizationName, purpose } = await openPasswordLink(db)
    // From here on as the organization that the link belongs to.
    await enterOrganization(db, organizationId)
    const { count } = await db.passwordLink.updateMany({
      where: { id: linkId, usedAt: null, replacedAt: null },
      data: { usedAt: clock.now() },
    })
    if (count !== 1) throw new DomainError('password_link_used')
    const { locale } = await db.user.update({
      where: { id: userId },
      data: { passwordHash, mustChangePassword: false, temporaryPasswordExpiresAt: null },
      select: { locale: true },
    })
    await noteTimeZone(db, userId, input.timeZone)
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
    return { ...(await enterAfterChoice(db, { id: userId, organizationId }, request)), returnTo: '/dashboard' }
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

/** Ten codes in a quarter of an hour: of a million, three are right at any moment. */
const codeBudget: Budget = { name: 'second-factor', points: 10, seconds: 15 * 60 }

/**
 * The second step of signing in: a code of the app, or a recovery code.
 * @returns what the browser's cookies hold from now on
 * @throws DomainError `sign_in_lapsed`, `code_wrong`, `too_many_attempts`
 */
export const finishSignIn = entrance({
  access: 'public',
  input: finishSignInInput,
  async run({ input, request }) {
    const pending = await findPendingSignIn(request)
    if (!pending) throw new DomainError('sign_in_lapsed')
    const { userId, organizationId, email } = pending
    const account = await budgetKey(email, request)
    await spend(codeBudget, account)
    await countTry(pending)
    const tokens = await inTransaction({ organizationId }, async (db) => {
      const { method, left } = await takeCode(db, userId, input.code)
      const issuerProof = await endPendingSignIn(db, pending)
      if (left !== null) await noteRecoveryCodeUsed(db, pending, left, request)
      return completeSignIn(db, pending, { method, timeZone: input.timeZone, issuerProof }, request)
    })
    await forget(codeBudget, account)
    return { ...tokens, returnTo: input.returnTo }
  },
})

/** @throws DomainError `password_wrong`, `single_sign_on_required` */
async function assertPasswordCounts(read: Read, userId: string, password: string): Promise<void> {
  if (await read((db) => mustUseIssuer(userId, db))) throw new DomainError('single_sign_on_required')
  await assertOwnPassword(read, userId, password)
}

const identityBudget: Budget = { name: 'confirm-identity', points: 10, seconds: 15 * 60 }

/**
 * Proves once more to be the person of the session, by the password or a code of the app. The session goes on with a new token.
 * @returns the session token for the cookie
 * @throws DomainError `password_wrong`, `code_wrong`, `single_sign_on_required`, `too_many_attempts`
 */
export const confirmIdentity = command({
  access: 'identified',
  input: confirmIdentityInput,
  async prepare({ actor, input, read }) {
    await spend(identityBudget, actor.userId)
    if (input.password) await assertPasswordCounts(read, actor.userId, input.password)
  },
  async run({ actor, input, db, audit }) {
    if (!input.password) await takeTimedCode(db, actor.userId, (input.code ?? '').replace(/\s/g, ''))
    const sessionToken = await confirmSession(db, actor.sessionId)
    await audit('user.identityConfirmed', { method: input.password ? 'password' : 'secondFactor' })
    await giveBack(identityBudget, actor.userId)
    return { sessionToken, returnTo: input.returnTo }
  },
})

/** Makes a secret for the person's authenticator app. It protects nothing until its first code is typed. */
export const beginSecondFactor = command({
  access: 'identified',
  input: noInput,
  confirmed: true,
  unaudited: 'Nothing has changed until the first code is typed.',
  async run({ actor, db }) {
    await draftSecondFactor(db, actor)
    return {}
  },
})

const enrolBudget: Budget = { name: 'second-factor-first-code', points: 20, seconds: 15 * 60 }

/**
 * Adds the second factor, or puts another in its place, with the first code of the app; ends all other sessions.
 * @returns ten recovery codes, shown once
 * @throws DomainError `second_factor_missing` where no secret waits, `code_wrong`, `confirmation_required`, `too_many_attempts`
 */
export const addSecondFactor = command({
  access: 'identified',
  input: confirmSecondFactorInput,
  confirmed: true,
  prepare: ({ actor }) => spend(enrolBudget, actor.userId),
  async run({ actor, input, db, audit }) {
    const replaced = await adoptDraft(db, actor, input.code)
    const recoveryCodes = await replaceRecoveryCodes(db, actor)
    await revokeOtherSessions(db, actor.userId, actor.sessionId)
    await audit('secondFactor.added', { replaced })
    await warn(db, actor, 'secondFactorAdded')
    return { recoveryCodes }
  },
})

/**
 * @throws DomainError `second_factor_missing`, `second_factor_demanded` where the organization asks everybody for one,
 * `confirmation_required`
 */
export const removeSecondFactor = command({
  access: 'signedIn',
  input: noInput,
  confirmed: true,
  async run({ actor, db, audit }) {
    // Whoever decides about the organization's rule waits, and the other way round.
    const [rule] = await db.$queryRaw<{ demanded: boolean }[]>`
      select "requiresSecondFactor" as demanded from "Organization" where id = ${actor.organizationId}::uuid for share`
    if (rule?.demanded) throw new DomainError('second_factor_demanded')
    const { count } = await db.secondFactor.deleteMany({ where: { userId: actor.userId } })
    if (count === 0) throw new DomainError('second_factor_missing')
    await db.recoveryCode.deleteMany({ where: { userId: actor.userId } })
    await revokeOtherSessions(db, actor.userId, actor.sessionId)
    await audit('secondFactor.removed', {})
    await warn(db, actor, 'secondFactorRemoved')
    return {}
  },
})

/**
 * @returns ten new recovery codes, shown once; the ones before stop working
 * @throws DomainError `second_factor_missing`, `confirmation_required`
 */
export const renewRecoveryCodes = command({
  access: 'signedIn',
  input: noInput,
  confirmed: true,
  async run({ actor, db, audit }) {
    if (!(await hasSecondFactor(db, actor.userId))) throw new DomainError('second_factor_missing')
    const recoveryCodes = await replaceRecoveryCodes(db, actor)
    await audit('recoveryCode.renewed', {})
    return { recoveryCodes }
  },
})

/**
 * Asks everybody in the organization for a second factor, or no longer. Whoever asks others has one.
 * @throws DomainError `second_factor_first`, `confirmation_required`
 */
export const requireSecondFactor = command({
  access: 'signInRules.set',
  input: requireSecondFactorInput,
  confirmed: true,
  async run({ actor, input, db, audit }) {
    const required = input.required === 'yes'
    if (required && !(await hasSecondFactor(db, actor.userId))) throw new DomainError('second_factor_first')
    await db.organization.updateMany({
      where: { id: actor.organizationId },
      data: { requiresSecondFactor: required },
    })
    await audit('secondFactor.required', { required })
    return { required }
  },
})

/**
 * Ends one of the person's own sessions; its next request finds nobody.
 * @throws DomainError `not_found`
 */
export const endSession = command({
  access: 'signedIn',
  input: endSessionInput,
  async run({ actor, input, db, audit }) {
    const { count } = await db.session.updateMany({
      where: { id: input.sessionId, userId: actor.userId, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count !== 1) throw new DomainError('not_found')
    await audit('user.sessionsEnded', { count })
    return {}
  },
})

/** Ends all of the person's sessions but the one in hand. */
export const endOtherSessions = command({
  access: 'signedIn',
  input: noInput,
  async run({ actor, db, audit }) {
    const count = await revokeOtherSessions(db, actor.userId, actor.sessionId)
    await audit('user.sessionsEnded', { count })
    return {}
  },
})
