import { rolesThatMay } from '@/lib/access/permissions'
import { findErrand } from '@/lib/auth/issuer/errand'
import { mustUseIssuer } from '@/lib/auth/sign-in'
import { type Database, enterOrganization, Prisma } from '@/lib/core/db'
import { query } from '@/lib/core/operation'
import { noInput } from './schema'

/** Where this browser is to go; null where it was sent nowhere, or has been there. */
export const viewErrand = query({
  access: 'public',
  input: noInput,
  async run({ request }) {
    const errand = await findErrand(request)
    if (!errand || errand.usedAt) return null
    return { address: errand.authorizationUrl, host: new URL(errand.authorizationUrl).host }
  },
})

/**
 * Who can add the person whom an issuer means and the organization does not have. Told to nobody but the browser that has just
 * come back with a good answer of that organization's issuer.
 */
export const viewUnknownPerson = query({
  access: 'public',
  input: noInput,
  async run({ db, request }) {
    const errand = await findErrand(request)
    if (errand?.purpose !== 'signIn' || errand.problem !== 'person_unknown') return null
    const { organizationId, organizationName } = errand
    return { organizationName, admins: await namesOfAdmins(db, organizationId) }
  },
})

async function namesOfAdmins(db: Database, organizationId: string): Promise<string[]> {
  await enterOrganization(db, organizationId)
  const admins = await db.$queryRaw<{ fullName: string }[]>(Prisma.sql`
    select "fullName" from "User" where "organizationId" = ${organizationId}::uuid and "disabledAt" is null
      and "deletedAt" is null and roles::text[] && ${anyAdmin()}::text[] order by "sortName" limit 5`)
  return admins.map(({ fullName }) => fullName)
}

/** Whoever decides about single sign-on can add people in every kind of organization. */
function anyAdmin(): string[] {
  return [...rolesThatMay('singleSignOn.manage', 'customer')]
}

/** How the person of the session can prove again to be it. */
export const viewIdentityWays = query({
  access: 'identified',
  input: noInput,
  async run({ actor, db }) {
    const linked = await db.issuerIdentity.findFirst({
      where: { userId: actor.userId, organizationId: actor.organizationId },
      select: { issuer: true },
    })
    const [own] = await db.$queryRaw<
      { state: string; issuer: string }[]
    >`select state, issuer from own_single_sign_on()`
    const atIssuer = own?.state === 'on' && linked?.issuer === own.issuer
    return { atIssuer, password: !(await mustUseIssuer(actor.userId, db)) }
  },
})
