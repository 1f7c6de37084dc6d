import { uuidv7 } from 'uuidv7'
import type { OrganizationKind, Role, VettingStatus } from '@/lib/access/permissions'
import { hashPassword } from '@/lib/auth/password'
import { after, clock, day } from '@/lib/core/clock'
import { type Database, enterOrganization } from '@/lib/core/db'
import { toSearchText, toSortName } from '@/lib/core/sort-name'
import { newTemporaryPassword } from '@/lib/core/token'
import type { Locale } from '@/lib/i18n/locale'
import { regionOf } from './countries'

export interface NewOrganization {
  /** Chosen beforehand where a letter stands under it already. */
  id?: string
  kind: OrganizationKind
  name: string
  domain: string
  country: string
  mpnId?: string | undefined
  contactName: string
  contactEmail: string
  contactPhone?: string | undefined
  /** Authorized unless told: whoever the operator or a provider adds is known. */
  vettingStatus?: VettingStatus
}

export interface NewUser {
  email: string
  fullName: string
  roles: readonly Role[]
  passwordHash: string
  locale: Locale
  /** Where a customer's person works: needed before the first license. */
  usageLocation?: string | null
  /** True for a password somebody else has seen: it must be changed at the first sign-in and dies after three days. */
  temporary: boolean
}

const temporaryPasswordLife = 3 * day

/**
 * Creates an organization and goes on as it: from here to the end of the transaction the tenant is the new organization.
 * The row is written as whoever founds it: the database asks who lets whom in, and in which standing.
 * @throws DomainError `domain_taken`
 */
export async function foundOrganization(db: Database, organization: NewOrganization): Promise<string> {
  const { id = uuidv7(), mpnId, contactPhone, ...fields } = organization
  // createMany sends no RETURNING: founders need not see what they found.
  await db.organization.createMany({
    data: {
      id,
      ...fields,
      mpnId: mpnId ?? null,
      contactPhone: contactPhone ?? null,
      region: regionOf(organization.country),
      createdAt: clock.now(),
    },
  })
  await enterOrganization(db, id)
  return id
}

/** @throws DomainError `email_taken` */
export async function createUser(db: Database, organizationId: string, user: NewUser): Promise<string> {
  const data = userRow(organizationId, user)
  await db.user.create({ data, select: { id: true } })
  return data.id
}

/** The row of a new person, not written yet. */
export function userRow(organizationId: string, { temporary, roles, ...fields }: NewUser) {
  return {
    id: uuidv7(),
    organizationId,
    ...fields,
    ...nameColumns(fields.fullName, fields.email),
    roles: [...roles],
    createdAt: clock.now(),
    ...passwordColumns(fields.passwordHash, temporary),
  }
}

/** What lists of people sort by and searches look into; written whenever the name is. */
export function nameColumns(fullName: string, email: string) {
  return { fullName, sortName: toSortName(fullName), search: toSearchText(fullName, email) }
}

export function passwordColumns(passwordHash: string, temporary: boolean) {
  return {
    passwordHash,
    mustChangePassword: temporary,
    temporaryPasswordExpiresAt: temporary ? after(temporaryPasswordLife) : null,
  }
}

/** A password that is shown once and has to be changed, with its hash. */
export async function temporaryPassword(): Promise<{ password: string; passwordHash: string }> {
  const password = newTemporaryPassword()
  return { password, passwordHash: await hashPassword(password) }
}
