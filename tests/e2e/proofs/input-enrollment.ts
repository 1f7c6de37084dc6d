import {
  declared,
  enrollingCompany,
  legalProfile,
  linked,
  membershipAccount,
  membershipPassword,
  supportDetails,
} from '../../support/enrollment'
import { newMark, signedIn } from '../../support/organizations'
import type { ActionName } from '../support/doors'
import { cookieName } from '../support/people'
import { choice, code, type Door, email, type Field, password, text } from './input-fields'

/** Every step of an enrollment, each of a company that has come as far as that. */
export async function enrollmentDoors(): Promise<Door[]> {
  return [
    creatingDoor(),
    await signingInDoor(),
    await choosingDoor(),
    await stepDoor('keepLegalProfileAction', 'legal', legalFields),
    await stepDoor('keepContactAction', 'contact', contactFields),
    await stepDoor('keepSupportAction', 'support', supportFields),
    await stepDoor('enrollNowAction', 'review', {}),
  ]
}

function creatingDoor(): Door {
  const mark = newMark()
  return {
    action: 'beginWorkAccountAction',
    path: '/enroll/create',
    cookie: undefined,
    fields: {
      organizationName: text('Birkenfeld Cloud GmbH'),
      prefix: { good: mark, kind: 'prefix' },
      country: choice('DE'),
      fullName: text('Pia Birke'),
      email: email(`pia@${mark}.example`),
      password: password('quiet harbour wooden spoon'),
      locale: choice('en'),
    },
  }
}

async function signingInDoor(): Promise<Door> {
  const { admin } = await enrollingCompany()
  const { userName } = await membershipAccount({})
  return {
    action: 'signInToMembershipAction',
    path: '/enroll/membership/sign-in',
    cookie: `${cookieName}=${await signedIn(admin)}`,
    fields: { userName: text(userName), password: password(membershipPassword) },
  }
}

async function choosingDoor(): Promise<Door> {
  const { admin } = await enrollingCompany()
  const { mpnId } = await linked(admin)
  return {
    action: 'chooseProfileAction',
    path: '/enroll/profile',
    cookie: `${cookieName}=${await signedIn(admin)}`,
    fields: { mpnId: code(mpnId) },
  }
}

const legalFields = {
  legalName: text(legalProfile.legalName),
  addressLine1: text(legalProfile.addressLine1),
  addressLine2: text('Hof 2', true),
  city: text(legalProfile.city),
  postalCode: text(legalProfile.postalCode),
}

const contactFields = {
  contactName: text('Pia Birke'),
  email: email('pia@birkenfeld.example'),
  phoneNumber: text('+49 341 5550145', true),
}

const supportFields = {
  email: email(supportDetails.email),
  phone: text(supportDetails.phone),
  website: text(supportDetails.website, true),
}

async function stepDoor(action: ActionName, step: string, fields: Record<string, Field>): Promise<Door> {
  const { admin } = await enrollingCompany()
  await linked(admin)
  await declared(admin)
  return { action, path: `/enroll/${step}`, cookie: `${cookieName}=${await signedIn(admin)}`, fields }
}
