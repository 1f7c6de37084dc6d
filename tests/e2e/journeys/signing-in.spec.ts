import { rows } from '../../support/owner'
import { currentRun } from '../stage/run'
import { ask } from '../support/http'
import { company, cookieName, person } from '../support/people'
import { expectHeading, fillSignIn, heading } from '../support/screen'
import { expect, type Page, someAddress, test } from '../support/test'

const newPassword = 'quiet harbour wooden spoon'

async function wordsOfRefusal(page: Page): Promise<string | null> {
  const alert = page.getByRole('main').getByRole('alert')
  await expect(alert).toBeVisible()
  return alert.textContent()
}

test('a wrong password and an unknown address are answered with the same words', async ({ visit }) => {
  const { admin } = await company('provider', 'Nordlicht Distribution')
  const page = await visit(null)
  await page.goto('/sign-in')
  await fillSignIn(page, { email: admin.email, password: 'certainly not this one' })
  const wrong = await wordsOfRefusal(page)
  expect(wrong).toBe('E-mail address or password is not right.')
  await expect(page.getByLabel('E-mail')).toHaveValue(admin.email)
  await expect(page.getByLabel('Password')).toHaveValue('')
  await page.goto('/sign-in')
  await fillSignIn(page, { email: `nobody@${admin.organization.domain}`, password: 'certainly not this one' })
  expect(await wordsOfRefusal(page)).toBe(wrong)
  expect(await page.context().cookies()).not.toContainEqual(expect.objectContaining({ name: cookieName }))
})

test('signing in leads back to the page one came for, and times are shown where one is', async ({ visit }) => {
  const { admin } = await company('provider', 'Nordlicht Distribution')
  const page = await visit(null)
  await page.goto('/invitations?state=expired')
  await expectHeading(page, 'Sign in')
  await fillSignIn(page, { email: admin.email.toUpperCase(), password: currentRun().password })
  await page.waitForURL('**/invitations?state=expired')
  await expectHeading(page, 'Invitations')
  await page.goto('/activity-log')
  await expect(page.getByRole('columnheader', { name: 'Time (Europe/Berlin)' })).toBeVisible()
  await page.goto('/sign-in')
  await expectHeading(page, /^Hello, /)
})

test('nobody is led out of the portal after signing in', async ({ visit, portal }) => {
  const { admin } = await company('provider', 'Nordlicht Distribution')
  for (const foreign of ['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    const page = await visit(null)
    await page.goto(`/sign-in?returnTo=${encodeURIComponent(foreign)}`)
    await fillSignIn(page, { email: admin.email, password: currentRun().password })
    await page.waitForURL(`${portal.origin}/dashboard`)
  }
})

test('a temporary password has to be changed first, and then leads on to the page one came for', async ({ visit }) => {
  const { organization } = await company('provider', 'Nordlicht Distribution')
  const newcomer = await person(organization, ['salesAgent'], {
    fullName: 'Sofie Petersen',
    mustChangePassword: true,
    temporaryPasswordExpiresAt: new Date(Date.now() + 3_600_000),
  })
  const page = await visit(null)
  await page.goto('/customers')
  await fillSignIn(page, { email: newcomer.email, password: currentRun().password })
  await expectHeading(page, 'Set a new password')
  await page.goto('/activity-log')
  await expectHeading(page, 'Set a new password')
  await page.goto('/customers')
  await choosePassword(page, { current: currentRun().password, chosen: 'too short', repeated: 'too short' })
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(page.getByLabel(/^New password\*?$/)).toHaveAccessibleDescription(/use at least 15 characters/i)
  await choosePassword(page, { current: 'not the current one', chosen: newPassword, repeated: newPassword })
  await expect(page.getByRole('alert').first()).toContainText('The current password is not right.')
  await choosePassword(page, { current: currentRun().password, chosen: newPassword, repeated: `${newPassword}!` })
  await expect(page.getByLabel('New password, once more')).toHaveAccessibleDescription(/The two passwords differ/)
  await choosePassword(page, { current: currentRun().password, chosen: newPassword, repeated: newPassword })
  await page.waitForURL('**/customers')
  await expectHeading(page, 'Customers')
  const again = await visit(null)
  await again.goto('/sign-in')
  await fillSignIn(again, { email: newcomer.email, password: currentRun().password })
  expect(await wordsOfRefusal(again)).toBe('E-mail address or password is not right.')
})

test('signing out ends the session on the server: the old cookie opens nothing', async ({ visit, portal, address }) => {
  const { admin } = await company('provider', 'Nordlicht Distribution', { fullName: 'Marta König' })
  const page = await visit(admin)
  await page.goto('/customers')
  const cookie = (await page.context().cookies()).find(({ name }) => name === cookieName)
  const open = () => ask(portal.origin, { path: '/customers', address, cookie: `${cookieName}=${cookie?.value}` })
  expect((await open()).status).toBe(200)
  await page.getByRole('button', { name: 'Account menu of Marta König' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByText('You are signed out.')).toBeVisible()
  await expectHeading(page, 'Sign in')
  const replayed = await open()
  expect(replayed.status).toBe(307)
  expect(replayed.headers.location).toContain('/sign-in')
  await page.goto('/customers')
  await expectHeading(page, 'Sign in')
})

test('too many attempts are told to wait and how long, whether the account exists or not', async ({ visit }) => {
  const { admin } = await company('provider', 'Nordlicht Distribution')
  for (const email of [admin.email, `nobody@${admin.organization.domain}`]) {
    const page = await visit(null, { extraHTTPHeaders: { 'x-forwarded-for': someAddress() } })
    await page.goto('/sign-in')
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      await fillSignIn(page, { email, password: `guess number ${attempt}` })
      await expect(page.getByLabel('Password')).toHaveValue('')
      expect(await wordsOfRefusal(page)).toBe('E-mail address or password is not right.')
    }
    await fillSignIn(page, { email, password: currentRun().password })
    await expect(page.getByRole('alert').first()).toContainText(/Too many attempts. Try again in 1[45] minutes/)
  }
})

test('one address that guesses at many accounts is slowed down, others are not', async ({ visit, portal }) => {
  const { admin } = await company('provider', 'Nordlicht Distribution')
  const guesser = someAddress()
  const page = await visit(null, { extraHTTPHeaders: { 'x-forwarded-for': guesser } })
  await page.goto('/sign-in')
  for (let attempt = 1; attempt <= 21; attempt += 1) {
    await fillSignIn(page, { email: `p${attempt}@${admin.organization.domain}`, password: 'one guess each' })
    await expect(page.getByLabel('Password')).toHaveValue('')
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  }
  await expect(page.getByRole('alert').first()).toContainText('Too many attempts')
  const other = await visit(null, { extraHTTPHeaders: { 'x-forwarded-for': someAddress() } })
  await other.goto('/sign-in')
  await fillSignIn(other, { email: admin.email, password: currentRun().password })
  await expect(heading(other)).toContainText('Hello')
  expect(portal.origin).toContain('http')
})

test('somebody who was disabled is signed out at the next page and cannot sign in again', async ({ visit }) => {
  const { admin } = await company('provider', 'Nordlicht Distribution')
  const page = await visit(admin)
  await page.goto('/customers')
  await expectHeading(page, 'Customers')
  await rows('update "User" set "disabledAt" = now() where id = $1', [admin.id])
  await page.reload()
  await expectHeading(page, 'Sign in')
  await fillSignIn(page, { email: admin.email, password: currentRun().password })
  expect(await wordsOfRefusal(page)).toBe('E-mail address or password is not right.')
})

async function choosePassword(
  page: Page,
  { current, chosen, repeated }: Record<'current' | 'chosen' | 'repeated', string>,
): Promise<void> {
  await page.getByLabel(/^(Temporary|Current) password/).fill(current)
  await page.getByLabel(/^New password\*?$/).fill(chosen)
  await page.getByLabel('New password, once more').fill(repeated)
  await page.getByRole('button', { name: 'Set a new password' }).click()
}
