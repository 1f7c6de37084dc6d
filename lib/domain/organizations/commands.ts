import { type Database, enterOrganization } from '@/lib/core/db'
import { command } from '@/lib/core/operation'
import { firstPersonRoles } from './rules'
import { addOrganizationInput } from './schema'
import { createUser, foundOrganization, type NewOrganization, temporaryPassword } from './steps'

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
  const roles = firstPersonRoles(organization.kind)
  const admin = { email: adminEmail, fullName: adminName, roles, passwordHash, locale: 'en', temporary: true } as const
  const userId = await createUser(db, organizationId, admin)
  return { organizationId, userId }
}
