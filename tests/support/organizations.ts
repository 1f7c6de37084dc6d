import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { type Actor, type OrganizationKind, owingNothing, type Role } from '@/lib/access/permissions'
import { toSearchText, toSortName } from '@/lib/core/sort-name'
import { hashToken, newSessionToken } from '@/lib/core/token'
import { regionOf } from '@/lib/domain/organizations/countries'
import { insert } from './owner'

/** Fresh organizations and people. Tests are kept apart by tenancy: nothing is ever truncated. */

export interface Organization {
  id: string
  kind: OrganizationKind
  name: string
  domain: string
  country: string
  region: string
  mpnId: string | null
  contactName: string
  contactEmail: string
  /** Stands in everything that names the organization or its people, and nowhere else. */
  mark: string
}

export interface Person {
  id: string
  email: string
  fullName: string
  roles: readonly Role[]
  organization: Organization
}

let lastMpnId = 0

/** Two browser tests that run at once share a database: one counts in even numbers, the other in odd ones. */
const lane = Number(process.env.TEST_PARALLEL_INDEX ?? 0) % 2

/** Seven digits that no other organization of the database has: they follow the clock. */
export function newMpnId(): string {
  lastMpnId = Math.max(lastMpnId + 1, Date.now() % 4_499_999)
  return String(1_000_000 + 2 * lastMpnId + lane)
}

/** Letters no name, word or identifier contains by chance. */
export function newMark(): string {
  return `zq${randomBytes(6).toString('hex')}`
}

export async function organization(
  kind: OrganizationKind,
  { country = 'DE', name, domain }: { country?: string; name?: string; domain?: string } = {},
): Promise<Organization> {
  const mark = newMark()
  const made = {
    id: uuidv7(),
    kind,
    name: name ?? `Organization ${mark}`,
    domain: domain ?? `${mark}.example`,
    country,
    region: regionOf(country),
    mpnId: kind === 'provider' || kind === 'reseller' ? newMpnId() : null,
    contactName: `Contact ${mark}`,
    contactEmail: `contact@${domain ?? `${mark}.example`}`,
  }
  await insert('Organization', made)
  return { ...made, mark }
}

export interface PersonColumns {
  fullName?: string
  email?: string
  locale?: 'en' | 'ru'
  theme?: 'light' | 'dark' | 'system'
  timeZone?: string
  mustChangePassword?: boolean
  temporaryPasswordExpiresAt?: Date
  disabledAt?: Date
  usageLocation?: string
  deletedAt?: Date
}

/** Somebody of an organization who signs in with the password of all tests. */
export async function person(
  of: Organization,
  roles: readonly Role[] = [],
  columns: PersonColumns = {},
): Promise<Person> {
  const id = uuidv7()
  const { email = `p${id.slice(-12)}@${of.domain}`, fullName = `Person ${of.mark}`, ...others } = columns
  const folded = { sortName: toSortName(fullName), search: toSearchText(fullName, email) }
  // Hashing takes long: the set-up of a run has done it once.
  const passwordHash = process.env.TANDEM_TEST_PASSWORD_HASH
  const fields = { id, organizationId: of.id, email, fullName, ...folded, roles: `{${roles.join(',')}}`, passwordHash }
  await insert('User', { ...fields, ...others })
  return { id, email, fullName, roles, organization: of }
}

/** The actor a session of this person would give, without a session. */
export function actorOf(
  { id, email, fullName, roles, organization: of }: Person,
  differently: Partial<Actor> = {},
): Actor {
  return {
    userId: id,
    sessionId: uuidv7(),
    email,
    fullName,
    roles,
    organizationId: of.id,
    organizationKind: of.kind,
    organizationName: of.name,
    organizationDomain: of.domain,
    region: of.region,
    locale: 'en',
    theme: 'system',
    timeZone: 'UTC',
    ...owingNothing(),
    ...differently,
  }
}

/** A person with these roles in the organization, ready to act. */
export async function member(of: Organization, ...roles: Role[]): Promise<Actor> {
  return actorOf(await person(of, roles))
}

/** A fresh organization with one Global admin. */
export async function founded(kind: OrganizationKind, choices: Parameters<typeof organization>[1] = {}) {
  const made = await organization(kind, choices)
  return { organization: made, admin: await member(made, 'globalAdmin') }
}

const hours = (number: number) => new Date(Date.now() + number * 3_600_000)

/** Writes a session row, as a sign-in does. Returns the token of the cookie. */
export async function signedIn(who: Person | Actor, columns: Record<string, unknown> = {}): Promise<string> {
  const [userId, organizationId] = 'userId' in who ? [who.userId, who.organizationId] : [who.id, who.organization.id]
  const token = newSessionToken()
  const times = { createdAt: new Date(), lastSeenAt: new Date(), expiresAt: hours(12) }
  const id = 'sessionId' in who ? who.sessionId : uuidv7()
  await insert('Session', { id, userId, organizationId, tokenHash: hashToken(token), ...times, ...columns })
  return token
}
