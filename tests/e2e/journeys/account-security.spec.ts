import { codeOf, stepAt } from '@/lib/auth/totp'
import { rows } from '../../support/owner'
import { fromLetters, secondFactor } from '../../support/second-factor'
import { currentRun } from '../stage/run'
import { letterTo, pathIn } from '../support/mail'
import { company, type Person } from '../support/people'
import { expectHeading, fillSignIn, heading, rowOf } from '../support/screen'
import { expect, type Page, test } from '../support/test'

const { password } = currentRun()
const chosen = 'quiet harbour wooden spoon'

async function signIn(page: Page, who: Person, word = password): Promise<void> {
  await page.goto('/sign-in')
  await fillSignIn(page, { email: who.email, password: word })
}

/** The two forms follow one another without a load: the one that is meant has to be there. */
async function typeCode(page: Page, code: string, label = /^Code/): Promise<void> {
  await page.getByLabel(label).fill(code)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
}

test('somebody adds a second factor, signs in with it, and a recovery code lets in once only', async ({ visit }) => {
  const { admin } = await company('provider', 'Nordlicht Distribution', { fullName: 'Marta König' })
  const page = await visit(null)
  await signIn(page, admin)
  await expectHeading(page, 'Hello, Marta König')
  await page.goto('/account/security')
  await page.getByRole('link', { name: 'Add second factor' }).click()
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
  const secret = fromLetters(((await page.locator('#second-factor-secret').textContent()) ?? '').replaceAll(' ', ''))
  const add = page.getByRole('button', { name: 'Add second factor' })
  await page.getByLabel('2. Type the code').fill('000000')
  await add.click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('This code is not right')
  await page.getByLabel('2. Type the code').fill(codeOf(secret, stepAt(Date.now())))
  await add.click()
  await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeFocused()
  await expect(page.locator('#second-factor-secret')).toHaveCount(0)
  const codes = ((await page.locator('#recovery-codes').textContent()) ?? '').trim().split(/\s+/)
  expect(codes).toHaveLength(10)
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download' }).click(),
  ])
  expect(saved.suggestedFilename()).toBe('tandem-recovery-codes.txt')
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await expect(page.getByText('10 recovery codes are left.')).toBeVisible()
  await page.goto('/second-factor')
  await expect(page.locator('#second-factor-secret')).toHaveCount(0)

  const again = await visit(null)
  await signIn(again, admin)
  await expectHeading(again, 'Second step')
  await again.goto('/customers')
  await expectHeading(again, 'Sign in')
  await signIn(again, admin)
  await typeCode(again, codeOf(secret, stepAt(Date.now()) + 1))
  await expectHeading(again, 'Hello, Marta König')

  const third = await visit(null)
  for (const expected of ['let in', 'refused'] as const) {
    await third.context().clearCookies()
    await signIn(third, admin)
    await third.getByRole('link', { name: 'Use a recovery code instead' }).click()
    await typeCode(third, ` ${codes[2]?.toUpperCase()} `, /^Recovery code/)
    if (expected === 'let in') await expectHeading(third, 'Hello, Marta König')
    else await expect(third.getByRole('main').getByRole('alert')).toContainText('This code is not right')
  }
  await page.goto('/account/security')
  await expect(page.getByText('9 recovery codes are left.')).toBeVisible()
})

test('ending all other sessions signs the other browsers out with their next click', async ({ visit }) => {
  const { admin } = await company('reseller', 'Alder IT')
  const [here, there] = [await visit(null), await visit(null)]
  for (const page of [here, there]) {
    await signIn(page, admin)
    await expect(heading(page)).toContainText('Hello')
  }
  await here.goto('/account/sessions')
  await expect(here.getByRole('row')).toHaveCount(3)
  await expect(rowOf(here, /Chrome/).filter({ hasText: 'This session' })).toHaveCount(1)
  await here.getByRole('button', { name: 'End all other sessions' }).click()
  await here.getByRole('alertdialog').getByRole('button', { name: 'End all other sessions' }).click()
  await expect(here.getByText('All other sessions are ended.')).toBeVisible()
  await expect(here.getByText('This is your only session.')).toBeVisible()
  await there.goto('/customers')
  await expectHeading(there, 'Sign in')
})

test('a forgotten password is chosen anew through the letter, once', async ({ visit, portal }) => {
  const { admin } = await company('customer', 'Harbour Clinic')
  const page = await visit(null)
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  // The page before has a field of the same name.
  await expectHeading(page, 'Forgot your password?')
  await page.getByLabel('E-mail').fill(admin.email)
  await page.getByRole('button', { name: 'Mail me a link' }).click()
  await expectHeading(page, 'Look at your mail')
  const path = pathIn(await letterTo(portal, admin.email, 'Choose a new password'))
  // Looking, as a mail scanner does, uses nothing up.
  await (await visit(null)).goto(path)
  await page.goto(path)
  await expectHeading(page, 'Choose your password')
  await page.getByLabel(/^New password\*?$/).fill(chosen)
  await page.getByLabel('New password, once more').fill(chosen)
  await page.getByRole('button', { name: 'Choose password' }).click()
  await expect(heading(page)).toContainText('Hello')
  await letterTo(portal, admin.email, 'Your password was changed')
  await page.goto(path)
  await expectHeading(page, 'This link has been used')
  const other = await visit(null)
  await signIn(other, admin)
  await expect(other.getByRole('main').getByRole('alert')).toContainText('E-mail address or password is not right.')
  await signIn(other, admin, chosen)
  await expect(heading(other)).toContainText('Hello')
})

test('what is dear asks who one is, and leads back; a form that waited too long keeps what was typed', async ({
  visit,
}) => {
  const { admin } = await company('reseller', 'Alder IT')
  const page = await visit(admin)
  const late = () =>
    rows(`update "Session" set "confirmedAt" = now() - interval '11 minutes' where "userId" = $1`, [admin.id])
  await late()
  await page.goto('/partner-agreement')
  await expectHeading(page, 'Confirm that it is you')
  await page.getByLabel('Password').fill('not this one')
  await page.getByRole('button', { name: 'Confirm' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('The current password is not right.')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.waitForURL('**/partner-agreement')
  await late()
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Sign' }).click()
  const [beside] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: /^Confirm that it is you/ }).click(),
  ])
  await beside.getByLabel('Password').fill(password)
  await beside.getByRole('button', { name: 'Confirm' }).click()
  await expectHeading(beside, 'Confirmed')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Sign' }).click()
  await expect(page.getByText('The partner agreement is signed.')).toBeVisible()
})

test('an organization that asks for a second factor lets its people do nothing before', async ({ visit }) => {
  const { admin, organization } = await company('reseller', 'Alder IT')
  const factor = await secondFactor(admin)
  const page = await visit(admin)
  await page.goto('/account/security')
  await page.getByRole('button', { name: 'Require a second factor' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Require a second factor' }).click()
  await expect(page.getByText('From now on everybody in the organization is asked for a second factor.')).toBeVisible()
  expect(factor.recoveryCodes).toHaveLength(10)
  await rows('delete from "SecondFactor" where "userId" = $1', [admin.id])
  for (const path of ['/customers', '/dashboard', '/account/security']) {
    await page.goto(path)
    await expectHeading(page, 'Second factor')
    await expect(page.getByText('Your organization asks everybody for a second factor.')).toBeVisible()
  }
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click()
  const secret = fromLetters(((await page.locator('#second-factor-secret').textContent()) ?? '').replaceAll(' ', ''))
  await page.getByLabel('2. Type the code').fill(codeOf(secret, stepAt(Date.now())))
  await page.getByRole('button', { name: 'Add second factor' }).click()
  await page.getByRole('link', { name: 'I have kept them' }).click()
  await expectHeading(page, 'Security of the account')
  expect(organization.name).toBe('Alder IT')
})
