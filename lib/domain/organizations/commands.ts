import type { z } from 'zod'
import { hashPassword } from '@/lib/auth/password'
import { type Database, Prisma } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import { newTemporaryPassword } from '@/lib/core/token'
import { addOrganizationInput, installOperatorInput } from './schema'
import { createUser, foundOrganization, type NewOrganization } from './steps'

/**
 * Creates the operator of a fresh portal and its first Global admin. Nobody can be signed in yet, so the only guard is
 * that there is no organization at all.
 * @returns the temporary password, shown once
 * @throws DomainError `already_installed`
 */
export const installOperator = command({
  access: 'public',
  input: installOperatorInput,
  async run({ input, db, audit }) {
    // Two first installations at once: the second waits here and then sees the first.
    await db.$executeRaw`select pg_advisory_xact_lock(hashtext('tandem installation'))`
    const [state] = await db.$queryRaw<{ installed: boolean }[]>(Prisma.sql`select is_installed() as installed`)
    if (state?.installed !== false) throw new DomainError('already_installed')
    const { organizationId, userId, temporaryPassword } = await addWithGlobalAdmin(db, { kind: 'operator', ...input })
    const as = { userId, fullName: input.adminName, organizationId, organizationName: input.name }
    await audit('organization.created', { organizationId, kind: 'operator' }, { as })
    return { organizationId, userId, temporaryPassword }
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
  async run({ input, db, audit }) {
    const created = await addWithGlobalAdmin(db, input)
    const { organizationId } = created
    await audit(
      'organization.created',
      { organizationId, kind: input.kind },
      { subject: { id: organizationId, name: input.name } },
    )
    return created
  },
})

type NewOrganizationWithAdmin = NewOrganization &
  Pick<z.output<typeof addOrganizationInput>, 'adminName' | 'adminEmail'>

async function addWithGlobalAdmin(db: Database, { adminName, adminEmail, ...organization }: NewOrganizationWithAdmin) {
  const temporaryPassword = newTemporaryPassword()
  const passwordHash = await hashPassword(temporaryPassword)
  const organizationId = await foundOrganization(db, organization)
  // S2, enrolment step 9, and spec 0.1: whoever joins first is Global admin and, among partners, Admin agent.
  const roles =
    organization.kind === 'provider' || organization.kind === 'reseller'
      ? (['globalAdmin', 'adminAgent'] as const)
      : (['globalAdmin'] as const)
  const userId = await createUser(db, organizationId, {
    email: adminEmail,
    fullName: adminName,
    roles,
    passwordHash,
    locale: 'en',
    temporary: true,
  })
  return { organizationId, userId, temporaryPassword }
}
