import type { BrowserContext } from '@playwright/test'
import type { Actor, OrganizationKind } from '@/lib/access/permissions'
import { actorOf, type Organization, organization, type Person, person, signedIn } from '../../support/organizations'

export { actorOf, type Organization, type Person, person } from '../../support/organizations'

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
