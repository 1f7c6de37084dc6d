import type { Actor } from '@/lib/access/permissions'
import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { scope } from '@/lib/core/scope'
import type { MembershipProfile } from '../membership/profiles'
import { type Progress, profileRefusal } from './rules'

const organizationFields = {
  name: true,
  domain: true,
  country: true,
  vettingStatus: true,
  contactName: true,
  contactEmail: true,
  contactPhone: true,
  legalProfile: {
    select: {
      addressLine1: true,
      addressLine2: true,
      city: true,
      state: true,
      postalCode: true,
      registrationNumber: true,
    },
  },
  supportProfile: { select: { email: true, phone: true, website: true } },
  enrollment: {
    select: {
      membershipUser: true,
      profiles: true,
      mpnId: true,
      inProgram: true,
      legalKeptAt: true,
      contactKeptAt: true,
      submittedAt: true,
      submittedByName: true,
    },
  },
} as const

/** Everything that the organization of the actor has said of itself so far. */
export async function findEnrollment(db: Database, { organizationId }: Actor) {
  const { enrollment, ...organization } = await db.organization.findFirstOrThrow({
    where: { AND: [scope({ id: organizationId }), { id: organizationId }] },
    select: organizationFields,
  })
  const profiles = (enrollment?.profiles ?? []) as unknown as MembershipProfile[]
  return { ...organization, application: { ...notBegun, ...enrollment, profiles } }
}

export type Enrollment = Awaited<ReturnType<typeof findEnrollment>>

const notBegun = {
  membershipUser: null,
  mpnId: null,
  inProgram: false,
  legalKeptAt: null,
  contactKeptAt: null,
  submittedAt: null,
  submittedByName: null,
}

export function progressOf({ application, supportProfile }: Enrollment): Progress {
  return {
    hasProfiles: application.membershipUser !== null,
    mpnId: application.mpnId,
    inProgram: application.inProgram,
    hasLegalProfile: application.legalKeptAt !== null,
    hasContact: application.contactKeptAt !== null,
    hasSupport: supportProfile !== null,
  }
}

/** The profiles of the membership account, each with the reason why it cannot be chosen, if there is one. */
export async function judgedProfiles(db: Database, { application, country }: Enrollment) {
  const ids = application.profiles.map(({ mpnId }) => mpnId)
  const taken = await db.$queryRaw<{ mpnId: string }[]>`select * from mpn_ids_taken(${ids}::text[]) as taken("mpnId")`
  const takenIds = taken.map(({ mpnId }) => mpnId)
  return application.profiles.map((profile) => ({ ...profile, refusal: profileRefusal(profile, country, takenIds) }))
}

/**
 * The application of the actor's organization, begun if it was not, and held until the end of the transaction: of two
 * steps at once the second sees the first.
 * @throws DomainError `already_enrolled`
 */
export async function openApplication(db: Database, actor: Actor): Promise<Enrollment> {
  const { organizationId } = actor
  if (actor.vettingStatus !== 'None') throw new DomainError('already_enrolled')
  await db.enrollmentApplication.createMany({
    data: { organizationId, createdAt: clock.now() },
    skipDuplicates: true,
  })
  await db.$queryRaw`select 1 from "EnrollmentApplication" where "organizationId" = ${organizationId}::uuid for update`
  const enrollment = await findEnrollment(db, actor)
  if (enrollment.vettingStatus !== 'None' || enrollment.application.submittedAt)
    throw new DomainError('already_enrolled')
  return enrollment
}
