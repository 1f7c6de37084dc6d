import type { Actor } from '@/lib/access/permissions'
import { signInThroughNextAuth } from '@/lib/auth/next-auth-options'
import { hashPassword, verifyPassword } from '@/lib/auth/password'
import { revokeOtherSessions, revokeSession } from '@/lib/auth/session'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { command, entrance } from '@/lib/core/operation'
import { type Budget, spend } from '@/lib/core/rate-limit'
import { sendLater } from '@/lib/mail/send-later'
import { createUser, temporaryPassword } from '../organizations/steps'
import { assertMayGrant, passwordWeakness } from './rules'
import { addUserInput, changePasswordInput, signInInput, signOutInput, updatePreferencesInput } from './schema'

const passwordBudget: Budget = { name: 'change-password', points: 10, seconds: 15 * 60 }

/**
 * @returns what the browser's cookies hold from now on, and where to go on: of a session, or where a second factor is asked of a
 * sign-in that waits for it
 * @throws DomainError `sign_in_failed`, `too_many_attempts`, `busy`
 */
export const signIn = entrance({
  access: 'public',
  input: signInInput,
  async run({ input, request }) {
    return { ...(await signInThroughNextAuth(input, request)), returnTo: input.returnTo }
  },
})

export const signOut = command({
  access: 'identified',
  input: signOutInput,
  async run({ actor, input, db, audit }) {
    await revokeSession(db, actor.sessionId)
    await audit('user.signedOut', {})
    return { returnTo: input.returnTo }
  },
})

/**
 * Changes the password of whoever is signed in and ends their other sessions.
 * @throws DomainError `password_wrong`, `input_invalid`, `too_many_attempts`
 */
export const changePassword = command({
  access: 'identified',
  input: changePasswordInput,
  async prepare({ actor, input, read }) {
    await spend(passwordBudget, actor.userId)
    await assertOwnPassword(read, actor.userId, input.currentPassword)
    const { email, fullName, organizationName, organizationDomain } = actor
    assertPasswordIsStrong(input.newPassword, [email, fullName, organizationName, organizationDomain, 'tandem'])
    return hashPassword(input.newPassword)
  },
  async run({ actor, input, db, audit }, passwordHash) {
    await db.user.update({
      where: { id: actor.userId },
      data: { passwordHash, mustChangePassword: false, temporaryPasswordExpiresAt: null },
      select: { id: true },
    })
    await revokeOtherSessions(db, actor.userId, actor.sessionId)
    await audit('user.passwordChanged', { temporary: actor.mustChangePassword })
    // A temporary one had to be changed: nobody has to be warned of that.
    if (!actor.mustChangePassword) await warnOfChange(db, actor)
    return { returnTo: input.returnTo }
  },
})

async function warnOfChange(db: Database, { userId, organizationId, fullName, locale }: Actor): Promise<void> {
  const parameters = { fullName }
  await sendLater(db, { letter: 'passwordChanged', organizationId, to: { userId }, locale, parameters })
}

export type Read = <Result>(work: (db: Database) => Promise<Result>) => Promise<Result>

/** @throws DomainError `password_wrong` */
export async function assertOwnPassword(read: Read, userId: string, password: string): Promise<void> {
  const [row] = await read(
    (db) => db.$queryRaw<{ hash: string | null }[]>`select own_password_hash(${userId}::uuid) as hash`,
  )
  if (!(await verifyPassword(row?.hash ?? null, password))) throw new DomainError('password_wrong')
}

/** @throws DomainError `input_invalid` that says what is wrong with the password */
export function assertPasswordIsStrong(password: string, context: readonly string[], field = 'newPassword'): void {
  const weakness = passwordWeakness(password, context)
  if (weakness) throw new DomainError('input_invalid', { fields: { [field]: [weakness] } })
}

/** Language and theme. Visitors have no profile: for them the door keeps both in cookies. */
export const updatePreferences = command({
  access: 'public',
  input: updatePreferencesInput,
  unaudited: 'Language and theme concern nobody but the person.',
  async run({ actor, input, db }) {
    const { locale, theme, returnTo } = input
    const changes = { ...(locale ? { locale } : {}), ...(theme ? { theme } : {}) }
    if (actor && Object.keys(changes).length > 0) {
      await db.user.update({ where: { id: actor.userId }, data: changes, select: { id: true } })
    }
    return { locale: locale ?? null, theme: theme ?? null, returnTo }
  },
})

/**
 * Adds a person to one's own organization.
 * @returns the temporary password, shown once
 * @throws DomainError `email_taken`, `role_above_own`
 */
export const addUser = command({
  access: 'user.create',
  confirmed: true,
  input: addUserInput,
  prepare: temporaryPassword,
  async run({ actor, input, db, audit }, { password, passwordHash }) {
    assertMayGrant(actor, input.roles)
    const userId = await createUser(db, actor.organizationId, {
      ...input,
      passwordHash,
      locale: actor.locale,
      temporary: true,
    })
    await audit('user.created', { userId, fullName: input.fullName, roles: input.roles })
    return { userId, temporaryPassword: password }
  },
})
