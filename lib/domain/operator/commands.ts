import { hashPassword } from '@/lib/auth/password'
import { enterOrganization, Prisma } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { type Budget, spend } from '@/lib/core/rate-limit'
import { newTemporaryPassword } from '@/lib/core/token'
import { issuePasswordLink, mailActivationLink } from '../account-security/password-link-steps'
import { notifyHolders } from '../notifications/steps'
import { rename } from '../organizations/name-steps'
import { firstPersonRoles } from '../organizations/rules'
import { createUser, foundOrganization } from '../organizations/steps'
import { tellPartnersOfName } from '../partnerships/name-steps'
import { addProviderInput, installOperatorInput, organizationInput, renameProviderInput } from './schema'
import { findFirstGlobalAdmin, findOrganization } from './steps'

/** Letters with a link that a person who has not come yet is sent. */
const lettersToNewcomer: Budget = { name: 'activation-letters', points: 5, seconds: 24 * 3600 }

/** A password nobody has ever seen: the account is entered with a link, and with nothing else. */
const unseenPassword = () => hashPassword(newTemporaryPassword())

/**
 * Creates the operator of a fresh portal and its first Global admin. Nobody can be signed in yet, so the only guard is
 * that there is no organization at all.
 * @returns the token of the link with which the admin chooses a password, shown once
 * @throws DomainError `already_installed`
 */
export const installOperator = command({
  access: 'public',
  input: installOperatorInput,
  prepare: unseenPassword,
  async run({ input, db, audit }, passwordHash) {
    // Two first installations at once: the second waits here and then sees the first.
    await db.$executeRaw`select pg_advisory_xact_lock(hashtext('tandem installation'))`
    const [state] = await db.$queryRaw<{ installed: boolean }[]>(Prisma.sql`select is_installed() as installed`)
    if (state?.installed !== false) throw new DomainError('already_installed')
    const { name, domain, country, adminName: fullName, adminEmail: email } = input
    const contact = { contactName: fullName, contactEmail: email }
    const organizationId = await foundOrganization(db, { kind: 'operator', name, domain, country, ...contact })
    const roles = firstPersonRoles('operator')
    const admin = { email, fullName, roles, passwordHash, locale: 'en', temporary: true } as const
    const userId = await createUser(db, organizationId, admin)
    const { token, expiresAt } = await issuePasswordLink(db, { userId, organizationId, purpose: 'activation' })
    const as = { userId, fullName, organizationId, organizationName: name }
    await audit('organization.created', { organizationId, kind: 'operator' }, { as })
    return { organizationId, userId, token, expiresAt }
  },
})

/**
 * Adds a provider. Its first Global admin gets a letter with a link and is the only one who ever sees it.
 * @throws DomainError `domain_taken`, `email_taken`
 */
export const addProvider = command({
  access: 'organization.create',
  input: addProviderInput,
  prepare: unseenPassword,
  async run({ actor, input, db, audit }, passwordHash) {
    const { adminName: fullName, adminEmail: email, locale, ...organization } = input
    const contact = { contactName: fullName, contactEmail: email }
    const organizationId = await foundOrganization(db, { kind: 'provider', ...organization, ...contact })
    const roles = firstPersonRoles('provider')
    const userId = await createUser(db, organizationId, {
      email,
      fullName,
      roles,
      passwordHash,
      locale,
      temporary: true,
    })
    const newcomer = { userId, organizationId, fullName, email, locale, organizationName: organization.name }
    await mailActivationLink(db, { ...newcomer, issuerName: actor.organizationName })
    // The record is the operator's again.
    await enterOrganization(db, actor.organizationId)
    const subject = { id: organizationId, name: organization.name }
    await audit('organization.created', { organizationId, kind: 'provider' }, { subject })
    return { organizationId }
  },
})

/**
 * Mails another link to a first Global admin who has not come yet; the one before stops working.
 * @throws DomainError `not_found`, `stale` for whoever has chosen a password, `too_many_attempts`
 */
export const resendActivation = command({
  access: 'organization.create',
  input: organizationInput,
  async run({ actor, input, db, audit }) {
    const { id: organizationId, name: organizationName } = await findOrganization(db, actor, input.organizationId)
    const admin = await findFirstGlobalAdmin(db, organizationId)
    if (!admin || admin.activated) throw new DomainError('stale')
    await spend(lettersToNewcomer, admin.userId)
    const { userId, fullName, email, locale } = admin
    await enterOrganization(db, organizationId)
    const newcomer = { userId, organizationId, fullName, email, locale, organizationName }
    await mailActivationLink(db, { ...newcomer, issuerName: actor.organizationName })
    await enterOrganization(db, actor.organizationId)
    const subject = { id: organizationId, name: organizationName }
    await audit('user.passwordLinkIssued', { userId, fullName, purpose: 'activation' }, { subject })
    return { organizationId }
  },
})

/**
 * Spec 3.5: an authorized provider does not change its name; who runs the portal does it for a company that has been renamed.
 * Everybody else keeps their own.
 * @throws DomainError `not_found`, `name_is_its_own`, `stale`
 */
export const renameProvider = command({
  access: 'organization.rename',
  input: renameProviderInput,
  async run({ actor, input, db, audit, repeats }) {
    const { organizationId, name: after, reason, seen } = input
    // Held: of two who rename at once the second sees what the first has written.
    await db.$queryRaw`select id from "Organization" where id = ${organizationId}::uuid for no key update`
    const provider = await findOrganization(db, actor, organizationId)
    if (provider.kind !== 'provider') throw new DomainError('name_is_its_own')
    const before = provider.name
    if (before !== seen) throw new DomainError('stale')
    if (before === after) {
      repeats()
      return { organizationId }
    }
    await enterOrganization(db, organizationId)
    await rename(db, provider, after)
    await tellPartnersOfName(db, { id: organizationId, kind: 'provider' }, { before, after })
    const own = { organizationId, kind: 'provider', permission: 'organizationProfile.edit' } as const
    await notifyHolders(db, own, { kind: 'partnerRenamed', parameters: { before, after }, path: '/settings' })
    // The record is the operator's again.
    await enterOrganization(db, actor.organizationId)
    await audit(
      'organization.renamed',
      { organizationId, before, after, reason },
      { subject: { id: organizationId, name: after } },
    )
    return { organizationId }
  },
})
