import type { Page } from '@playwright/test'
import { organization } from '../../support/organizations'
import { rows } from '../../support/owner'
import { secondFactor } from '../../support/second-factor'
import { errand, linkedIdentity, singleSignOn } from '../../support/single-sign-on'
import { currentRun } from '../stage/run'
import { company, person } from '../support/people'
import type { Scene } from './pages'

const press = (name: string) => (page: Page) => page.getByRole('main').getByRole('button', { name }).first().click()

async function inState(state: 'testing' | 'on') {
  const made = await company('reseller', 'Alder IT GmbH')
  const { organization: of, admin } = made
  const issuer = `https://login.${of.domain}`
  await singleSignOn(of, { issuer, state })
  await linkedIdentity(await person(of), issuer, 'abc')
  const report = {
    ...{
      at: new Date().toISOString(),
      byName: admin.fullName,
      subject: 'aGx3-0451',
      email: admin.email,
      name: admin.fullName,
    },
    ...{ personName: admin.fullName, severalFactors: true, authTime: false },
    problem: state === 'on' ? null : 'email_unverified',
  }
  await rows('update "SingleSignOn" set "lastTest" = $2 where "organizationId" = $1', [of.id, report])
  if (state === 'on') await secondFactor(admin)
  return admin
}

/** Signing in at the issuer of one's organization, and setting that up. */
export async function singleSignOnScenes(): Promise<Scene[]> {
  const { admin: fresh } = await company('customer', 'Harbour Clinic Group')
  const bare = await organization('reseller', { domain: `${fresh.organization.mark}.onmicrosoft.com` })
  const unverified = await person(bare, ['globalAdmin'])
  const [testing, on] = [await inState('testing'), await inState('on')]
  const leaving = await person(await organization('reseller'))
  const stay = `${currentRun().issuerOrigin}/x/stay`
  const sent = await errand(leaving.organization, { authorizationUrl: stay })
  const unknown = await errand((await company('reseller', 'Cedar Cloud')).organization, { problem: 'person_unknown' })
  const outside = (name: string, address: string, title: string, others: Partial<Scene> = {}): Scene => ({
    ...{ name, address, title, who: null, portal: false },
    ...others,
  })
  const inside = (name: string, who: Scene['who'], others: Partial<Scene> = {}): Scene => ({
    ...{ name, address: '/settings/single-sign-on', title: 'Single sign-on', who, portal: true },
    ...others,
  })
  const withErrand = (token: string, address: string) => async (page: Page) => {
    await page.context().addCookies([{ name: 'tandem.errand', value: token, url: process.env.APP_ORIGIN ?? '' }])
    await page.goto(address)
  }
  const begin = '/sign-in/organization'
  const problem = '/sign-in/organization/problem?code=person_unknown'
  return [
    outside('the work address', begin, 'Sign in with your organization'),
    outside('the work address with a mistake', begin, 'Sign in with your organization', { open: press('Continue') }),
    outside('on the way to the issuer', begin, 'On to your organization', {
      open: withErrand(sent, '/sign-in/organization/leave'),
    }),
    outside(
      'a sign-in that did not work',
      '/sign-in/organization/problem?code=issuer_denied',
      'Signing in did not work',
    ),
    outside('a person nobody has added', begin, 'Signing in did not work', { open: withErrand(unknown, problem) }),
    inside('single sign-on before anything', fresh),
    inside('single sign-on with mistakes', fresh, { open: press('Save') }),
    inside('single sign-on without a domain', unverified),
    inside('single sign-on after a test that failed', testing),
    inside('single sign-on at work', on),
    inside('single sign-on to require', on, { open: press('Require single sign-on') }),
    inside('single sign-on to switch off', on, { open: press('Switch off') }),
  ]
}
