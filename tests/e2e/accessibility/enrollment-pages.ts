import type { Page } from '@playwright/test'
import { signInToMembership } from '@/lib/domain/enrollment/commands'
import { declared, enrollingCompany, linked, membershipAccount, membershipPassword } from '../../support/enrollment'
import { rows } from '../../support/owner'
import { request } from '../../support/request'
import { company, type Person, person } from '../support/people'
import type { Scene } from './pages'

const title = 'Enroll as an indirect reseller'

/** Every step of an enrollment, at its beginning, half way and at its end, and whoever may not go it. */
export async function enrollmentScenes(): Promise<Scene[]> {
  const complete = await enrollingCompany()
  await linked(complete.admin)
  await declared(complete.admin)
  return [...outside(), ...steps(complete.person), ...(await choosing()), ...(await refused())]
}

const scene = (
  name: string,
  address: string,
  said: string,
  who: Person | null,
  others: Partial<Scene> = {},
): Scene => ({
  ...{ name, address, title: said, who, portal: false },
  ...others,
})

const press = (name: string) => (page: Page) => page.getByRole('main').getByRole('button', { name }).first().click()

function outside(): Scene[] {
  return [
    scene('what enrolling takes', '/enroll', title, null),
    scene('a work account or none', '/enroll/account', 'Sign in with your work account', null),
    scene('a work account in the making', '/enroll/create', 'Create a work account', null),
    scene('a work account with mistakes', '/enroll/create', 'Create a work account', null, {
      open: press('Create account'),
    }),
    scene('the mailbox of a work account', '/enroll/create?sent=1', 'Create a work account', null),
  ]
}

function steps(who: Person): Scene[] {
  return [
    scene('why the MPN ID is needed', '/enroll/membership', 'Link your MPN ID', who),
    scene('the membership directory', '/enroll/membership/sign-in', 'Sign in to Partner Membership Center', who),
    scene('the legal profile', '/enroll/legal', 'Legal business profile', who),
    scene('the primary contact', '/enroll/contact', 'Primary contact', who),
    scene('the support details', '/enroll/support', 'Customer support details', who),
    scene('everything once more', '/enroll/review', 'Review and enroll', who),
  ]
}

/** Profiles of which one can be chosen, and an account without any. */
async function choosing(): Promise<Scene[]> {
  const [some, none] = [await enrollingCompany(), await enrollingCompany()]
  const accounts = [await membershipAccount({}, { active: false }, { country: 'AT' }), await membershipAccount()]
  for (const [number, { admin }] of [some, none].entries()) {
    const userName = accounts[number]?.userName ?? ''
    await signInToMembership(admin, { userName, password: membershipPassword }, request())
  }
  const heading = 'Choose your organization profile'
  return [
    scene('profiles to choose from', '/enroll/profile', heading, some.person),
    scene('no profile chosen', '/enroll/profile', heading, some.person, { open: press('Continue') }),
    scene('no profile at all', '/enroll/profile', heading, none.person),
  ]
}

async function refused(): Promise<Scene[]> {
  const waiting = await company('reseller', 'Alder IT GmbH')
  await rows(`update "Organization" set "vettingStatus" = 'None' where id = $1`, [waiting.organization.id])
  const agent = await person(waiting.organization, ['adminAgent'])
  const ready = await company('reseller', 'Cedar Cloud')
  return [
    scene('an enrollment for a colleague', '/enroll', title, agent),
    scene('an enrollment for a customer', '/enroll', title, (await company('customer', 'Lumen Verlag')).admin),
    scene('an enrollment that is ready', '/enroll', 'Your enrollment', ready.admin),
  ]
}
