import { uuidv7 } from 'uuidv7'
import type { OrganizationKind, Role } from '@/lib/access/permissions'
import { hashPassword } from '@/lib/auth/password'
import { clock, day } from '@/lib/core/clock'
import { type Database, enterOrganization } from '@/lib/core/db'
import { newTemporaryPassword } from '@/lib/core/token'
import type { Locale } from '@/lib/i18n/locale'
import { regionOf } from './countries'

export interface NewOrganization {
  kind: OrganizationKind
  name: string
  domain: string
  country: string
  mpnId?: string | undefined
  contactName: string
  contactEmail: string
  contactPhone?: string | undefined
}

export interface NewUser {
  email: string
  fullName: string
  roles: readonly Role[]
  passwordHash: string
  locale: Locale
  /** True for a password somebody else has seen: it must be changed at the first sign-in and dies after three days. */
  temporary: boolean
}

const temporaryPasswordLife = 3 * day

/**
 * Creates an organization and goes on as it: from here to the end of the transaction the tenant is the new organization.
 * @throws DomainError `domain_taken`
 */
export async function foundOrganization(db: Database, organization: NewOrganization): Promise<string> {
  const id = uuidv7()
  await enterOrganization(db, id)
  const { mpnId, contactPhone, ...fields } = organization
  await db.organization.create({
    data: {
      id,
      ...fields,
      mpnId: mpnId ?? null,
      contactPhone: contactPhone ?? null,
      region: regionOf(organization.country),
      createdAt: clock.now(),
    },
    select: { id: true },
  })
  return id
}

/** @throws DomainError `email_taken` */
export async function createUser(db: Database, organizationId: string, user: NewUser): Promise<string> {
  const id = uuidv7()
  const { temporary, roles, ...fields } = user
  await db.user.create({
    data: {
      id,
      organizationId,
      ...fields,
      roles: [...roles],
      mustChangePassword: temporary,
      createdAt: clock.now(),
      temporaryPasswordExpiresAt: temporary ? new Date(clock.now().getTime() + temporaryPasswordLife) : null,
    },
    select: { id: true },
  })
  return id
}

/** A password that is shown once and has to be changed, with its hash. */
export async function temporaryPassword(): Promise<{ password: string; passwordHash: string }> {
  const password = newTemporaryPassword()
  return { password, passwordHash: await hashPassword(password) }
}
