import type { Actor } from '@/lib/access/permissions'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { scope } from '@/lib/core/scope'
import { visibleCases } from '../verification/steps'
import type { LegalFacts } from './rules'

const legalFields = {
  addressLine1: true,
  addressLine2: true,
  city: true,
  state: true,
  postalCode: true,
  registrationNumber: true,
} as const

export const supportFields = { email: true, phone: true, website: true } as const

const profileFields = {
  id: true,
  kind: true,
  name: true,
  domain: true,
  country: true,
  region: true,
  mpnId: true,
  vettingStatus: true,
  contactName: true,
  contactEmail: true,
  contactPhone: true,
  legalProfile: { select: legalFields },
  supportProfile: { select: supportFields },
} as const

const nowhere = {
  addressLine1: null,
  addressLine2: null,
  city: null,
  state: null,
  postalCode: null,
  registrationNumber: null,
} as const

/** The profile of the actor's own organization, in the parts its forms show. */
export async function readProfile(db: Database, actor: Actor) {
  const found = await db.organization.findFirst({
    where: { AND: [scope({ id: actor.organizationId }), { id: actor.organizationId }] },
    select: profileFields,
  })
  if (!found) throw new DomainError('not_found')
  const { legalProfile, supportProfile, contactName, contactEmail, contactPhone, ...organization } = found
  return {
    organization,
    legal: { name: organization.name, ...nowhere, ...legalProfile } satisfies LegalFacts,
    contact: { contactName, contactEmail, contactPhone },
    support: supportProfile,
  }
}

/** The same, held until the end of the transaction: of two who save at once the second sees what the first has saved. */
export async function holdProfile(db: Database, actor: Actor) {
  await db.$queryRaw`select id from "Organization" where id = ${actor.organizationId}::uuid for no key update`
  return readProfile(db, actor)
}

/** The verification of the actor's organization that nobody has granted yet; null while everything stands. */
export function findReview(db: Database, actor: Actor) {
  return db.verificationCase.findFirst({
    where: { AND: [visibleCases(actor), { status: { not: 'Authorized' } }] },
    orderBy: { id: 'desc' },
    select: {
      id: true,
      status: true,
      statusSince: true,
      changed: true,
      reason: true,
      checks: { select: { kind: true, status: true } },
    },
  })
}

/** How many providers may administer the actor's own work account. */
export function countAdminAccess(db: Database, actor: Actor): Promise<number> {
  return db.partnershipAdminAccess.count({
    where: { AND: [scope({ resellerId: actor.organizationId }), { revokedAt: null, partnership: { endedAt: null } }] },
  })
}
