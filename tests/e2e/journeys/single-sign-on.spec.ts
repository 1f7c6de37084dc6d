import { codeOf, stepAt } from '@/lib/auth/totp'
import { invitationFrom } from '../../support/invitations'
import { type Behaviour, clientId, clientSecret } from '../../support/issuer'
import { count } from '../../support/owner'
import { secondFactor } from '../../support/second-factor'
import { singleSignOn } from '../../support/single-sign-on'
import { currentRun } from '../stage/run'
import { type Company, company, type Person, person } from '../support/people'
import { expectHeading, fillSignIn } from '../support/screen'
import { expect, type Page, test } from '../support/test'

const { password, issuerOrigin } = currentRun()

const issuerOf = ({ organization }: Pick<Company, 'organization'>) => `${issuerOrigin}/${organization.mark}`

/** What the issuer says of whoever comes next. */
async function says(of: Pick<Company, 'organization'>, behaviour: Behaviour): Promise<void> {
  const told = await fetch(`${issuerOf(of)}/behave`, { method: 'POST', body: JSON.stringify(behaviour) })
  expect(told.status).toBe(200)
}

const known = ({ id, email }: Person, more: object = {}) => ({
  claims: { sub: `sub ${id}`, email, email_verified: true, ...more },
})

async function withOrganization(page: Page, email: string): Promise<void> {
  await page.getByRole('link', { name: 'Sign in with your organization' }).click()
  await page.getByLabel('Work e-mail').fill(email)
  await page.getByRole('button', { name: 'Continue' }).click()
}

const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true })

async function confirm(page: Page, name: string): Promise<void> {
  await button(page, name).first().click()
  await page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click()
}

test('a Global admin sets single sign-on up, tests it, requires it and comes back in without it', async ({ visit }) => {
  const made = await company('reseller', 'Alder IT GmbH', { fullName: 'Jonas Weber' })
  const { organization: of, admin } = made
  const colleague = await person(of, ['salesAgent'], { fullName: 'Anja Brandt' })
  const factor = await secondFactor(admin)
  await says(made, known(admin, { name: 'Jonas Weber' }))
  const page = await visit(admin)
  await page.goto('/dashboard')
  await page.getByRole('link', { name: 'Single sign-on' }).first().click()
  await expectHeading(page, 'Single sign-on')
  await expect(page.locator('#redirect-uri')).toHaveText(new RegExp(`/sign-in/organization/return/${of.id}$`))
  await page.getByLabel('Issuer URL').fill('https://login.microsoftonline.com/common/v2.0')
  await page.getByLabel('Client ID').fill(clientId)
  await page.getByLabel('Client secret').fill(clientSecret)
  await button(page, 'Save').click()
  await expect(page.getByText('This issuer lets everybody in.')).toBeVisible()
  await expect(page.getByLabel('Client secret')).toHaveValue('')
  await page.getByLabel('Issuer URL').fill(issuerOf(made))
  await page.getByLabel('Client secret').fill(clientSecret)
  await button(page, 'Save').click()
  await expect(page.getByText('Single sign-on is saved.')).toBeVisible()
  expect(await page.content()).not.toContain(clientSecret)
  await expect(button(page, 'Switch on')).toHaveCount(0)

  await says(made, { ...known(admin), fault: 'other key' })
  await button(page, 'Test sign-in').click()
  await expect(page.getByText('The last test failed')).toBeVisible()
  await says(made, known(admin, { name: 'Jonas Weber' }))
  await button(page, 'Test again').click()
  await expect(page.getByText('The last test went through')).toBeVisible()
  await expect(page.getByRole('main')).toContainText(`sub ${admin.id}`)
  await confirm(page, 'Switch on')
  await expect(page.getByText('Single sign-on is switched on.')).toBeVisible()

  await says(made, known(colleague))
  const theirs = await visit(null)
  await theirs.goto('/sign-in?returnTo=%2Factivity-log%3Ffrom%3D2026-01-01')
  await withOrganization(theirs, colleague.email)
  await expectHeading(theirs, 'Activity log')
  expect(new URL(theirs.url()).search).toBe('?from=2026-01-01')
  await expect(theirs.getByRole('main')).toContainText('Anja Brandt')

  await confirm(page, 'Require single sign-on')
  await expect(page.getByText('From now on people of your domains sign in at your issuer only.')).toBeVisible()
  const again = await visit(null)
  await again.goto('/sign-in')
  await fillSignIn(again, { email: colleague.email, password })
  await expect(again.getByRole('alert').first()).toContainText('sign in with their organization')
  await withOrganization(again, colleague.email)
  await expectHeading(again, 'Hello, Anja Brandt')

  // The issuer fails: the way back is password and code.
  await says(made, { fault: 'broken' })
  const back = await visit(null)
  await back.goto('/sign-in')
  await fillSignIn(back, { email: admin.email, password })
  await back.getByLabel('Code').fill(codeOf(factor.secret, stepAt(Date.now())))
  await back.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expectHeading(back, 'Hello, Jonas Weber')
  await back.goto('/settings/single-sign-on')
  await confirm(back, 'Switch off')
  await expect(back.getByText('Single sign-on is switched off.')).toBeVisible()
  await again.context().clearCookies()
  await again.goto('/sign-in')
  await fillSignIn(again, { email: colleague.email, password })
  await expectHeading(again, 'Hello, Anja Brandt')
  await back.getByRole('button', { name: 'Remove', exact: true }).click()
  await back.getByRole('alertdialog').getByRole('button', { name: 'Remove single sign-on' }).click()
  await expect(back.getByText('Single sign-on is removed.')).toBeVisible()
})

test('the way to the issuer works before any script has loaded, and leads back to an invitation', async ({ visit }) => {
  const provider = await company('provider', 'Nordlicht Distribution')
  const reseller = await company('reseller', 'Cedar Cloud')
  await singleSignOn(reseller.organization, { issuer: issuerOf(reseller) })
  await says(reseller, known(reseller.admin))
  const { token } = await invitationFrom(provider.actor, 'partnership', { to: reseller.admin.email })
  const page = await visit(null, { javaScriptEnabled: false })
  await page.goto(`/invite/${token}`)
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await withOrganization(page, 'nobody@nowhere.example')
  await expect(page.getByRole('alert')).toContainText(
    'Nobody signs in through an organization with addresses of nowhere.example',
  )
  await page.getByLabel('Work e-mail').fill(reseller.admin.email)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL(`**/invite/${token}`)
  await expect(page.getByRole('button', { name: 'Authorize indirect provider' })).toBeVisible()
})

test('whoever comes back for nothing is told why, and who can help', async ({ visit }) => {
  const made = await company('reseller', 'Cedar Cloud', { fullName: 'Camille Roux' })
  await singleSignOn(made.organization, { issuer: issuerOf(made) })
  const page = await visit(null)
  const newcomer = `new@${made.organization.domain}`
  const come = async (behaviour: Behaviour) => {
    await says(made, behaviour)
    await page.goto('/sign-in')
    await withOrganization(page, newcomer)
    await page.waitForURL('**/sign-in/organization/problem**')
  }
  await come({ claims: { sub: 'new', email: newcomer, email_verified: true } })
  await expectHeading(page, 'You have no account here yet')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveText(['Camille Roux'])
  await come({ claims: {}, fault: 'denied' })
  await expect(page.getByRole('main')).toContainText('You have cancelled')
  expect(await page.content()).not.toContain('words of the issuer')
  await come({ claims: { sub: 'new', email: newcomer, email_verified: false } })
  await expect(page.getByRole('main')).toContainText('does not vouch')
  // A stranger with the same address of the page learns no names.
  const stranger = await visit(null)
  await stranger.goto('/sign-in/organization/problem?code=person_unknown')
  await expect(stranger.getByRole('main')).not.toContainText('Camille')
})

test('an answer planted into a browser, or sent twice, signs nobody in', async ({ visit }) => {
  const made = await company('reseller', 'Cedar Cloud')
  await singleSignOn(made.organization, { issuer: issuerOf(made) })
  await says(made, known(made.admin))
  const attacker = await visit(null)
  const answers: string[] = []
  attacker.context().on('request', (request) => {
    if (request.url().includes('/sign-in/organization/return/')) answers.push(request.url())
  })
  await attacker.goto('/sign-in')
  await withOrganization(attacker, made.admin.email)
  await expectHeading(attacker, /^Hello/)
  expect(answers).toHaveLength(1)
  const sessions = await count('Session', '"userId" = $1', [made.admin.id])
  const victim = await visit(null)
  for (const page of [victim, attacker]) {
    await page.goto(answers[0] ?? '')
    await expect(page.getByRole('main')).toContainText('Start again')
  }
  await victim.goto('/dashboard')
  await expectHeading(victim, 'Sign in')
  expect(await count('Session', '"userId" = $1', [made.admin.id])).toBe(sessions)
})

test('somebody without a password of their own confirms at the issuer who they are', async ({ visit }) => {
  const made = await company('reseller', 'Cedar Cloud')
  await singleSignOn(made.organization, { issuer: issuerOf(made) })
  await says(made, known(made.admin))
  const page = await visit(null)
  await page.goto('/sign-in')
  await withOrganization(page, made.admin.email)
  await expectHeading(page, /^Hello/)
  await page.goto('/confirm-identity?returnTo=%2Faccount%2Fsecurity')
  await page.getByRole('button', { name: 'Confirm at your organization' }).click()
  await expectHeading(page, 'Security of the account')
  await says(made, { claims: { sub: 'somebody else', email: made.admin.email, email_verified: true } })
  await page.goto('/confirm-identity?returnTo=%2Faccount%2Fsecurity')
  await page.getByRole('button', { name: 'Confirm at your organization' }).click()
  await expectHeading(page, 'Signing in did not work')
})
