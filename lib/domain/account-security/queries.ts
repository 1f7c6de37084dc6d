import { can } from '@/lib/access/permissions'
import { findPendingSignIn } from '@/lib/auth/pending-sign-in'
import { sessionLimits } from '@/lib/auth/session'
import { asLetters, otpauthUri } from '@/lib/auth/totp'
import { deviceOf } from '@/lib/auth/user-agent'
import { query } from '@/lib/core/operation'
import { scope } from '@/lib/core/scope'
import { findPasswordLink, passwordLinkState } from './password-link-steps'
import { noInput, viewPasswordLinkInput } from './schema'
import { findDraft, hasSecondFactor } from './second-factor-steps'

/** Whose password a link sets; null for a link that never was. */
export const viewPasswordLink = query({
  access: 'public',
  input: viewPasswordLinkInput,
  key: (input) => input.token,
  async run({ db }) {
    const found = await findPasswordLink(db)
    if (!found) return null
    const { organizationName, email, purpose, expiresAt } = found
    return { state: passwordLinkState(found), organizationName, userName: email, purpose, expiresAt }
  },
})

/** Whether this browser has begun a sign-in that waits for its second factor. */
export const viewPendingSignIn = query({
  access: 'public',
  input: noInput,
  async run({ request }) {
    return { waits: (await findPendingSignIn(request)) !== null }
  },
})

/** How the person's own account is protected, and what the organization asks. */
export const getOwnSecurity = query({
  access: 'identified',
  input: noInput,
  async run({ actor, db }) {
    const { userId, organizationId } = actor
    const [factor, codesLeft, organization] = [
      await db.secondFactor.findFirst({
        where: scope({ userId, confirmedAt: { not: null } }),
        select: { confirmedAt: true },
      }),
      await db.recoveryCode.count({ where: scope({ userId, usedAt: null }) }),
      await db.organization.findUniqueOrThrow({
        where: { id: organizationId },
        select: { requiresSecondFactor: true },
      }),
    ]
    return {
      secondFactorSince: factor?.confirmedAt ?? null,
      recoveryCodesLeft: codesLeft,
      requiresSecondFactor: organization.requiresSecondFactor,
      mayRequire: can(actor, 'signInRules.set'),
    }
  },
})

/** The secret that waits for its first code, for the one page that shows it; null where none does. */
export const viewSecondFactorDraft = query({
  access: 'identified',
  input: noInput,
  confirmed: true,
  async run({ actor, db }) {
    const secret = await findDraft(db, actor.userId)
    const replaces = await hasSecondFactor(db, actor.userId)
    return { replaces, draft: secret && { secret: asLetters(secret), uri: otpauthUri(secret, actor.email) } }
  },
})

/** More live sessions than that nobody looks through; all of them can be ended at once. */
const shownSessions = 50

/** The person's own live sessions, the latest used first. */
export const listOwnSessions = query({
  access: 'signedIn',
  input: noInput,
  async run({ actor, db }) {
    const now = new Date()
    const rows = await db.session.findMany({
      where: scope({
        userId: actor.userId,
        revokedAt: null,
        expiresAt: { gt: now },
        lastSeenAt: { gt: new Date(now.getTime() - sessionLimits.idle) },
      }),
      select: { id: true, createdAt: true, lastSeenAt: true, ipAddress: true, userAgent: true },
      orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
      take: shownSessions,
    })
    return {
      now,
      sessions: rows.map(({ userAgent, ...session }) => ({
        ...session,
        ...deviceOf(userAgent),
        isThis: session.id === actor.sessionId,
      })),
    }
  },
})
