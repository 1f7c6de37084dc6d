import type { IDToken } from 'openid-client'
import type { IssuerOfOrganization } from '@/lib/auth/issuer/errand'
import { type AuditActor, writeAudit } from '@/lib/core/audit'
import { type Database, Prisma } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import type { RequestFacts } from '@/lib/core/request'
import { coveredEmail, type SingleSignOnState } from './rules'

/** The issuer of the current organization with its sealed secret. @throws DomainError `single_sign_on_missing` */
export async function ownIssuer(db: Database): Promise<IssuerOfOrganization & { state: SingleSignOnState }> {
  const [found] = await db.$queryRaw<
    (IssuerOfOrganization & { state: SingleSignOnState })[]
  >`select * from own_single_sign_on()`
  if (!found) throw new DomainError('single_sign_on_missing')
  return found
}

/** Mail domains that the portal knows to be the current organization's. */
export async function verifiedDomains(db: Database): Promise<string[]> {
  const rows = await db.$queryRaw<{ domain: string }[]>(
    Prisma.sql`select d as domain from own_verified_domains() d order by 1`,
  )
  return rows.map(({ domain }) => domain)
}

/** Those of them that the organization has chosen; what is verified no longer is not covered either. */
export async function coveredDomains(db: Database): Promise<string[]> {
  const rows = await db.$queryRaw<{ domain: string }[]>(Prisma.sql`
    select d.domain from "SingleSignOnDomain" d
    where d.domain in (select own_verified_domains()) order by 1`)
  return rows.map(({ domain }) => domain)
}

const personColumns = {
  id: true,
  email: true,
  fullName: true,
  disabledAt: true,
  deletedAt: true,
  organizationId: true,
  organization: { select: { name: true } },
} as const

type Found = Prisma.UserGetPayload<{ select: typeof personColumns }>

/** Who is meant, within one organization: by what the issuer calls them, and only the first time by their address. */
export interface Meant {
  organizationId: string
  issuer: string
  claims: IDToken
}

/**
 * The person whom the issuer means. Whoever comes for the first time is linked, for good: later neither a changed address at the
 * issuer nor another account with the same address leads anywhere else.
 * @throws DomainError `email_…`, `person_unknown`, `person_disabled`, `identity_conflict`
 */
export async function personMeant(db: Database, meant: Meant, request: RequestFacts): Promise<Found> {
  const { organizationId, issuer, claims } = meant
  const linked = await db.issuerIdentity.findFirst({
    where: { organizationId, issuer, subject: claims.sub },
    select: { id: true, user: { select: personColumns } },
  })
  if (!linked) return linkPerson(db, meant, request)
  await db.issuerIdentity.updateMany({ where: { id: linked.id }, data: { lastUsedAt: new Date() } })
  return enabled(linked.user)
}

async function linkPerson(db: Database, { organizationId, issuer, claims }: Meant, request: RequestFacts) {
  const email = coveredEmail(claims, await coveredDomains(db))
  const person = await db.user.findFirst({ where: { organizationId, email }, select: personColumns })
  if (!person || person.deletedAt) throw new DomainError('person_unknown')
  enabled(person)
  const now = new Date()
  // Two unique indexes have the last word: one account at the issuer for one person, and the other way round.
  await db.issuerIdentity.create({
    data: { organizationId, userId: person.id, issuer, subject: claims.sub, email, linkedAt: now, lastUsedAt: now },
    select: { id: true },
  })
  const details = { userId: person.id, fullName: person.fullName, issuer }
  await writeAudit(db, { type: 'issuerIdentity.linked', details, actor: auditActor(person), request })
  return person
}

function enabled(person: Found): Found {
  if (person.disabledAt || person.deletedAt) throw new DomainError('person_disabled')
  return person
}

export function auditActor({ id, fullName, organizationId, organization }: Found): AuditActor {
  return { userId: id, fullName, organizationId, organizationName: organization.name }
}
