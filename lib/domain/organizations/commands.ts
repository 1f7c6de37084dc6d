import { type Database, enterOrganization, Prisma } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { addOrganizationInput, installOperatorInput } from './schema'
import { createUser, foundOrganization, type NewOrganization, temporaryPassword } from './steps'

/**
 * Creates the operator of a fresh portal and its first Global admin. Nobody can be signed in yet, so the only guard is
 * that there is no organization at all.
 * @returns the temporary password, shown once
 * @throws DomainError `already_installed`
 */
export const installOperator = command({
  access: 'public',
  input: installOperatorInput,
  prepare: temporaryPassword,
  async run({ input, db, audit }, { password, passwordHash }) {
    // Two first installations at once: the second waits here and then sees the first.
    await db.$executeRaw`select pg_advisory_xact_lock(hashtext('tandem installation'))`
    const [state] = await db.$queryRaw<{ installed: boolean }[]>(Prisma.sql`select is_installed() as installed`)
    if (state?.installed !== false) throw new DomainError('already_installed')
    const { organizationId, userId } = await addWithGlobalAdmin(db, { kind: 'operator', ...input, passwordHash })
    const as = { userId, fullName: input.adminName, organizationId, organizationName: input.name }
    await audit('organization.created', { organizationId, kind: 'operator' }, { as })
    return { organizationId, userId, temporaryPassword: password }
  },
})

/**
 * Adds an organization and its first Global admin.
 * @returns the temporary password, shown once
 * @throws DomainError `domain_taken`, `email_taken`
 */
export const addOrganization = command({
  access: 'organization.create',
  input: addOrganizationInput,
  prepare: temporaryPassword,
  async run({ actor, input, db, audit }, { password, passwordHash }) {
    const { organizationId, userId } = await addWithGlobalAdmin(db, { ...input, passwordHash })
    // The record is the operator's again.
    await enterOrganization(db, actor.organizationId)
    await audit(
      'organization.created',
      { organizationId, kind: input.kind },
      { subject: { id: organizationId, name: input.name } },
    )
    return { organizationId, userId, temporaryPassword: password }
  },
})

interface NewOrganizationWithAdmin extends NewOrganization {
  adminName: string
  adminEmail: string
  passwordHash: string
}

async function addWithGlobalAdmin(
  db: Database,
  { adminName, adminEmail, passwordHash, ...organization }: NewOrganizationWithAdmin,
) {
  const organizationId = await foundOrganization(db, organization)
  // S2, enrolment step 9, and spec 0.1: whoever joins first is Global admin and, among partners, Admin agent.
  const partner = organization.kind === 'provider' || organization.kind === 'reseller'
  const roles = partner ? (['globalAdmin', 'adminAgent'] as const) : (['globalAdmin'] as const)
  const admin = { email: adminEmail, fullName: adminName, roles, passwordHash, locale: 'en', temporary: true } as const
  const userId = await createUser(db, organizationId, admin)
  return { organizationId, userId }
}
