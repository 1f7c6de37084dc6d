import { clock } from '@/lib/core/clock'
import type { Database } from '@/lib/core/db'
import { DomainError } from '@/lib/core/errors'
import { command } from '@/lib/core/operation'
import type { MembershipProfile } from '../membership/profiles'
import { signInToDirectory } from '../membership/steps'
import { acceptPart } from '../onboarding/rules'
import { openVerification } from '../verification/steps'
import { currentStep, profileRefusal } from './rules'
import {
  chooseProfileInput,
  keepContactInput,
  keepLegalProfileInput,
  keepSupportInput,
  nothing,
  signInToMembershipInput,
} from './schema'
import { type Enrollment, judgedProfiles, openApplication, progressOf } from './steps'

/**
 * S2, steps 4 to 6: signs in to the membership directory, which says which organization profiles the account holds.
 * Signing in as another starts the choice anew.
 * @throws DomainError `membership_sign_in_failed`, `too_many_attempts`, `already_enrolled`
 */
export const signInToMembership = command({
  access: 'enrollment.submit',
  input: signInToMembershipInput,
  async prepare({ actor, input }) {
    if (actor.vettingStatus !== 'None') throw new DomainError('already_enrolled')
    return signInToDirectory(actor.organizationId, input)
  },
  async run({ actor, input, db, audit }, profiles) {
    await openApplication(db, actor)
    await db.enrollmentApplication.updateMany({
      where: { organizationId: actor.organizationId },
      data: {
        membershipUser: input.userName,
        profiles: profiles.map((profile) => ({ ...profile })),
        mpnId: null,
        inProgram: false,
      },
    })
    await keepMpnId(db, actor.organizationId, null)
    await audit('enrollment.membershipSignedIn', { userName: input.userName, profiles: profiles.length })
  },
})

/**
 * S2, step 7: the profile whose MPN ID the organization gets. What it says of name and address is offered in the next step,
 * and stands at once for an organization that is in the programme already.
 * @throws DomainError `not_found`, `profile_inactive`, `profile_of_other_country`, `mpn_taken`, `already_enrolled`
 */
export const chooseProfile = command({
  access: 'enrollment.submit',
  input: chooseProfileInput,
  async run({ actor, input, db, audit }) {
    const { organizationId } = actor
    const profile = await findChoice(db, await openApplication(db, actor), input.mpnId)
    const { mpnId, inProgram, name } = profile
    // The unique index has the last word about whose MPN ID it is.
    await keepMpnId(db, organizationId, mpnId)
    await db.enrollmentApplication.updateMany({ where: { organizationId }, data: { mpnId, inProgram } })
    if (inProgram) {
      await keepAddress(db, organizationId, addressOf(profile))
      await db.organization.update({ where: { id: organizationId }, data: { name }, select: { id: true } })
    }
    await audit('enrollment.profileChosen', { mpnId, title: name })
  },
})

async function findChoice(db: Database, enrollment: Enrollment, mpnId: string): Promise<MembershipProfile> {
  const profile = (await judgedProfiles(db, enrollment)).find((one) => one.mpnId === mpnId)
  if (!profile) throw new DomainError('not_found')
  if (profile.refusal) throw new DomainError(profile.refusal)
  return profile
}

async function keepMpnId(db: Database, organizationId: string, mpnId: string | null): Promise<void> {
  await db.organization.update({ where: { id: organizationId }, data: { mpnId }, select: { id: true } })
}

function addressOf({ addressLine1, city, state, postalCode }: MembershipProfile): Address {
  return { addressLine1, addressLine2: null, city, state, postalCode, registrationNumber: null }
}

type Address = NonNullable<Enrollment['legalProfile']>

async function keepAddress(db: Database, organizationId: string, address: Address): Promise<void> {
  const columns = { ...address, updatedAt: clock.now() }
  await db.legalProfile.createMany({ data: { organizationId, ...columns }, skipDuplicates: true })
  await db.legalProfile.updateMany({ where: { organizationId }, data: columns })
}

/** S2, step 8. @throws DomainError `input_invalid`, `already_enrolled` */
export const keepLegalProfile = command({
  access: 'enrollment.submit',
  input: keepLegalProfileInput,
  async run({ actor, input, db, audit }) {
    const { country } = await openApplication(db, actor)
    const { legalName, ...given } = input
    const address = acceptPart(country, given, 'billing')
    const { organizationId } = actor
    await db.organization.update({ where: { id: organizationId }, data: { name: legalName }, select: { id: true } })
    await keepAddress(db, organizationId, {
      addressLine1: address.addressLine1,
      addressLine2: address.addressLine2 ?? null,
      city: address.city ?? null,
      state: address.state ?? null,
      postalCode: address.postalCode ?? null,
      registrationNumber: address.organizationRegistrationNumber ?? null,
    })
    await db.enrollmentApplication.updateMany({ where: { organizationId }, data: { legalKeptAt: clock.now() } })
    await audit('enrollment.stepKept', { kind: 'legal' })
  },
})

/** S2, step 8: whom to reach about the application. @throws DomainError `input_invalid`, `already_enrolled` */
export const keepContact = command({
  access: 'enrollment.submit',
  input: keepContactInput,
  async run({ actor, input, db, audit }) {
    const { country } = await openApplication(db, actor)
    const { contactName, email: contactEmail, phoneNumber: typed } = input
    const { phoneNumber } = acceptPart(country, { phoneNumber: typed }, 'contact')
    const { organizationId } = actor
    await db.organization.update({
      where: { id: organizationId },
      data: { contactName, contactEmail, contactPhone: phoneNumber ?? null },
      select: { id: true },
    })
    await db.enrollmentApplication.updateMany({ where: { organizationId }, data: { contactKeptAt: clock.now() } })
    await audit('enrollment.stepKept', { kind: 'contact' })
  },
})

/** S2, step 8: how customers reach support. @throws DomainError `input_invalid`, `already_enrolled` */
export const keepSupport = command({
  access: 'enrollment.submit',
  input: keepSupportInput,
  async run({ actor, input, db, audit }) {
    await openApplication(db, actor)
    const { organizationId } = actor
    const { email, phone, website } = input
    const columns = { email, phone, website: website ?? null, updatedAt: clock.now() }
    await db.supportProfile.createMany({ data: { organizationId, ...columns }, skipDuplicates: true })
    await db.supportProfile.updateMany({ where: { organizationId }, data: columns })
    await audit('enrollment.stepKept', { kind: 'support' })
  },
})

/**
 * S2, step 8: Enroll now. The review begins; an organization that is in the programme already takes part at once.
 * @throws DomainError `enrollment_incomplete`, `already_enrolled`, and those of the profile, which may have gone meanwhile
 */
export const enrollNow = command({
  access: 'enrollment.submit',
  input: nothing,
  async run({ actor, db, audit }) {
    const enrollment = await openApplication(db, actor)
    const { application, contactEmail, country, domain } = enrollment
    const { organizationId, userId, fullName, locale } = actor
    const chosen = application.profiles.find(({ mpnId }) => mpnId === application.mpnId)
    if (!chosen || currentStep(progressOf(enrollment)) !== 'review') throw new DomainError('enrollment_incomplete')
    const refusal = profileRefusal(chosen, country, [])
    if (refusal) throw new DomainError(refusal)
    const { mpnId, inProgram } = chosen
    await db.enrollmentApplication.updateMany({
      where: { organizationId },
      data: { submittedAt: clock.now(), submittedById: userId, submittedByName: fullName },
    })
    await audit('enrollment.submitted', { mpnId, inProgram })
    if (inProgram) await authorizeByDirectory(db)
    else await openVerification(db, { organizationId, contactEmail, organizationDomain: domain, locale })
    return { inProgram }
  },
})

async function authorizeByDirectory(db: Database): Promise<void> {
  const [row] = await db.$queryRaw<{ done: boolean }[]>`select authorize_by_directory() as done`
  // The directory does not say so any more.
  if (!row?.done) throw new DomainError('profile_inactive')
}
