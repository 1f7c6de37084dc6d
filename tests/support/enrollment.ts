import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/permissions'
import { hashPassword } from '@/lib/auth/password'
import {
  chooseProfile,
  enrollNow,
  keepContact,
  keepLegalProfile,
  keepSupport,
  signInToMembership,
} from '@/lib/domain/enrollment/commands'
import { actorOf, newMark, newMpnId, type Organization, organization, type Person, person } from './organizations'
import { insert, rows } from './owner'
import { request } from './request'

/** Companies on their way into the programme, and the membership accounts they sign in to. */

export const membershipPassword = 'a lantern in the old harbour'

interface Enrolling {
  organization: Organization
  person: Person
  admin: Actor
}

/** A company with a work account that has not enrolled yet. */
export async function enrollingCompany(country = 'DE'): Promise<Enrolling> {
  const made = await organization('reseller', { country })
  await rows(`update "Organization" set "vettingStatus" = 'None', "mpnId" = null where id = $1`, [made.id])
  const founder = await person(made, ['globalAdmin', 'adminAgent'])
  const admin = actorOf(founder, { vettingStatus: 'None' })
  return { organization: { ...made, mpnId: null }, person: founder, admin }
}

export interface Profile {
  mpnId: string
  name: string
  country: string
  active: boolean
  inProgram: boolean
}

/** An account of the membership directory with profiles that differ from a usual one as told. */
export async function membershipAccount(
  ...differences: Partial<Profile>[]
): Promise<{ userName: string; profiles: Profile[] }> {
  const userName = newMark()
  const accountId = uuidv7()
  await insert('MembershipAccount', { id: accountId, userName, passwordHash: await hashPassword(membershipPassword) })
  const profiles = differences.map((different, number) => ({
    mpnId: newMpnId(),
    name: `Profile ${number} ${userName}`,
    country: 'DE',
    active: true,
    inProgram: false,
    ...different,
  }))
  for (const profile of profiles) {
    const place = { addressLine1: 'Lindenallee 12', city: 'Leipzig', postalCode: '04105' }
    await insert('MembershipProfile', { id: uuidv7(), accountId, ...profile, ...place })
  }
  return { userName, profiles }
}

/** Signs in to a fresh membership account and chooses its one profile. */
export async function linked(admin: Actor, different: Partial<Profile> = {}): Promise<Profile> {
  const { userName, profiles } = await membershipAccount(different)
  await signInToMembership(admin, { userName, password: membershipPassword }, request())
  const [profile] = profiles
  if (!profile) throw new Error('The account has no profile.')
  await chooseProfile(admin, { mpnId: profile.mpnId }, request())
  return profile
}

export const legalProfile = {
  legalName: 'Birkenfeld Cloud GmbH',
  addressLine1: 'Lindenallee 12',
  city: 'Leipzig',
  postalCode: '04105',
}

export const supportDetails = {
  email: 'help@birkenfeld.example',
  phone: '+49 341 555 0144',
  website: 'birkenfeld.example',
}

export async function declared(admin: Actor): Promise<void> {
  await keepLegalProfile(admin, legalProfile, request())
  await keepContact(admin, { contactName: 'Pia Birke', email: 'pia@birkenfeld.example', phoneNumber: '0341 5550145' })
  await keepSupport(admin, supportDetails, request())
}

/** A company that has pressed Enroll now and waits for the review. */
export async function enrolledCompany(country = 'DE'): Promise<Enrolling & { mpnId: string }> {
  const { organization: company, person: founder, admin } = await enrollingCompany(country)
  const { mpnId } = await linked(admin)
  await declared(admin)
  await enrollNow(admin, {}, request())
  return { organization: { ...company, mpnId }, person: founder, admin: { ...admin, vettingStatus: 'Pending' }, mpnId }
}
