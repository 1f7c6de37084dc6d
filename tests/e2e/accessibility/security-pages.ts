import type { Page } from '@playwright/test'
import { signedIn } from '../../support/organizations'
import { rows } from '../../support/owner'
import { draftedSecret, passwordLink, secondFactor } from '../../support/second-factor'
import { currentRun } from '../stage/run'
import { company, person } from '../support/people'
import { fillSignIn } from '../support/screen'
import type { Scene } from './pages'

/** Getting into one's own account, and what protects it. */
export async function securityScenes(): Promise<Scene[]> {
  const { organization: of, admin } = await company('provider', 'Nordlicht Distribution')
  const [plain, protectedOne, adding, newcomer] = [
    await person(of, ['salesAgent']),
    await person(of, ['salesAgent']),
    await person(of, ['salesAgent']),
    await person(of, ['salesAgent'], { mustChangePassword: true }),
  ]
  await secondFactor(protectedOne)
  await secondFactor(admin)
  await draftedSecret(adding)
  await signedIn(plain, {
    ipAddress: '198.51.100.7',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  })
  const asked = await company('reseller', 'Cedar Cloud')
  await rows('update "Organization" set "requiresSecondFactor" = true where id = $1', [asked.organization.id])
  const link = await passwordLink(newcomer, 'activation')
  const outside = (name: string, address: string, title: string, others: Partial<Scene> = {}): Scene => ({
    ...{ name, address, title, who: null, portal: false },
    ...others,
  })
  const inside = (name: string, address: string, title: string, others: Partial<Scene> = {}): Scene => ({
    ...{ name, address, title, who: plain, portal: true },
    ...others,
  })
  const press = (name: string) => (page: Page) => page.getByRole('main').getByRole('button', { name }).first().click()
  const { password } = currentRun()
  return [
    outside('a forgotten password', '/forgot-password', 'Forgot your password?'),
    outside('a forgotten password asked for', '/forgot-password?asked=yes', 'Forgot your password?'),
    outside('a password to choose', `/choose-password/${link}`, 'Choose your password'),
    outside('a password to choose, with mistakes', `/choose-password/${link}`, 'Choose your password', {
      open: press('Choose password'),
    }),
    outside('a password link that is gone', `/choose-password/pwd_${'a'.repeat(43)}`, 'Choose your password'),
    outside('the second step of signing in', '/sign-in', 'Second step', {
      open: async (page) => {
        await fillSignIn(page, { email: protectedOne.email, password })
        await page.waitForURL('**/sign-in/code**')
      },
    }),
    outside('a proof of who one is', '/confirm-identity', 'Confirm that it is you', { who: protectedOne }),
    outside('a second factor to add', '/second-factor', 'Second factor', { who: plain }),
    outside('a second factor with its secret', '/second-factor', 'Second factor', { who: adding }),
    outside('a second factor that is owed', '/customers', 'Second factor', { who: asked.admin }),
    inside('the security of the account', '/account/security', 'Security of the account'),
    inside('the security of a protected account', '/account/security', 'Security of the account', {
      who: protectedOne,
    }),
    inside('new recovery codes', '/account/security', 'Security of the account', {
      who: protectedOne,
      open: press('Make new recovery codes'),
    }),
    inside('a rule of the organization', '/account/security', 'Security of the account', {
      who: admin,
      open: press('Require a second factor'),
    }),
    inside('one’s sessions', '/account/sessions', 'Sessions'),
    inside('sessions to end', '/account/sessions', 'Sessions', { open: press('End all other sessions') }),
  ]
}
