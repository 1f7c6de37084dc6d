import type { BrowserContext } from '@playwright/test'
import { uuidv7 } from 'uuidv7'
import type { Actor, OrganizationKind, Role } from '@/lib/access/permissions'
import { toSearchText, toSortName } from '@/lib/core/sort-name'
import { actorOf, type Organization, organization, type Person, signedIn } from '../../support/organizations'
import { insert } from '../../support/owner'
import { currentRun } from '../stage/run'

export { actorOf, type Organization, type Person } from '../../support/organizations'

export interface Columns {
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
export async function person(of: Organization, roles: readonly Role[], columns: Columns = {}): Promise<Person> {
  const id = uuidv7()
  const { email = `p${id.slice(-12)}@${of.domain}`, fullName = `Person ${of.mark}`, ...others } = columns
  const { passwordHash } = currentRun()
  const folded = { sortName: toSortName(fullName), search: toSearchText(fullName, email) }
  const fields = { id, organizationId: of.id, email, fullName, ...folded, roles: `{${roles.join(',')}}`, passwordHash }
  await insert('User', { ...fields, ...others })
  return { id, email, fullName, roles, organization: of }
}

export interface Company {
  organization: Organization
  /** Its Global admin, with an address at the organization's own domain. */
  admin: Person
  actor: Actor
}

/** A fresh organization with one Global admin. Names may be shared by many; domains and ids are its own. */
export async function company(
  kind: OrganizationKind,
  name: string,
  { country = 'DE', fullName = `Admin of ${name}`, locale = 'en' as 'en' | 'ru' } = {},
): Promise<Company> {
  const made = await organization(kind, { name, country })
  const admin = await person(made, ['globalAdmin'], { fullName, email: `admin@${made.domain}`, locale })
  return { organization: made, admin, actor: actorOf(admin, { locale }) }
}

/** Writes the session row of a sign-in and hands its token to a browser. */
export async function signIn(context: BrowserContext, who: Person | Actor): Promise<string> {
  const token = await signedIn(who)
  await context.addCookies([sessionCookieOf(token)])
  return token
}

export const cookieName = 'tandem.session'

export function sessionCookieOf(token: string) {
  return { name: cookieName, value: token, url: process.env.APP_ORIGIN ?? '', httpOnly: true, sameSite: 'Lax' as const }
}
