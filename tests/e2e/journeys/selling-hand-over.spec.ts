import { organization } from '../../support/organizations'
import { relationship } from '../../support/relations'
import { currentRun } from '../stage/run'
import { letterTo, pathIn } from '../support/mail'
import { company, person } from '../support/people'
import { expectHeading, fillSignIn } from '../support/screen'
import { expect, type Page, test } from '../support/test'

/** A customer as it stands after it was added: nobody has changed the temporary password yet. */
async function newcomer() {
  const provider = await company('provider', 'Nordlicht Distribution')
  const customer = await organization('customer', { name: 'Harbour Clinic Group' })
  const admin = await person(customer, ['globalAdmin'], {
    fullName: 'Naomi Fletcher',
    mustChangePassword: true,
    temporaryPasswordExpiresAt: new Date(Date.now() + 3_600_000),
  })
  await relationship(provider.organization, customer, { delegated: true })
  return { provider, customer, admin, path: `/customers/${customer.id}/account` }
}

const own = 'quiet harbour wooden spoon'

async function choosePassword(page: Page, password: string, again = password): Promise<void> {
  await page.getByLabel(/^New password\*?$/).fill(password)
  await page.getByLabel('New password, once more').fill(again)
  await page.getByRole('button', { name: 'Choose password and sign in' }).click()
}

test('a hand-over link opens the account once and is dead afterwards', async ({ visit }) => {
  const { provider, admin, path } = await newcomer()
  const page = await visit(provider.admin, { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.goto(path)
  await expect(page.getByText('No link is open.')).toBeVisible()
  const create = page.getByRole('button', { name: 'Create a one-time hand-over link' })
  const shown = page.locator('#handover-link')
  await create.click()
  const first = new URL((await shown.textContent()) ?? '').pathname
  await create.click()
  await expect(shown).not.toContainText(first)
  const link = (await shown.textContent()) ?? ''
  await page.getByRole('status').getByRole('button', { name: 'Copy' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link)
  await page.reload()
  await expect(page.getByText(/^A link from .* works until .* A new one takes its place\.$/)).toBeVisible()
  await expect(shown).toHaveCount(0)

  const customers = await visit(null)
  await customers.goto(first)
  await expectHeading(customers, 'This link no longer works')
  const second = new URL(link).pathname
  // Looking, as a mail scanner does, uses nothing up.
  await (await visit(null)).goto(second)
  await customers.goto(second)
  await expectHeading(customers, 'Choose your password')
  await expect(customers.getByText(admin.email)).toBeVisible()
  await choosePassword(customers, own, 'something else altogether')
  await expect(customers.getByText('The two passwords differ.')).toBeVisible()
  await choosePassword(customers, own)
  await customers.waitForURL('**/dashboard')
  await expectHeading(customers, /Naomi/)

  const late = await visit(null)
  await late.goto(second)
  await expectHeading(late, 'This link has been used')
  await late.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await fillSignIn(late, { email: admin.email, password: currentRun().password })
  await expect(late.getByText('E-mail address or password is not right.')).toBeVisible()
  await fillSignIn(late, { email: admin.email, password: own })
  await late.waitForURL('**/dashboard')
  await page.reload()
  await expectHeading(page, 'Account')
  await expect(page.getByRole('heading', { name: 'One-time hand-over link' })).toHaveCount(0)
})

test('the link is mailed to the contact, and the temporary password dies with its use', async ({ visit, portal }) => {
  const { provider, customer, admin, path } = await newcomer()
  const page = await visit(provider.admin)
  await page.goto(path)
  await page.getByRole('button', { name: `Mail it to ${customer.contactEmail}` }).click()
  await expect(page.getByText(`The link is on its way to ${customer.contactEmail}.`)).toBeVisible()
  await expect(page.locator('#handover-link')).toHaveCount(0)
  const letter = await letterTo(portal, customer.contactEmail, 'Choose the password for Harbour Clinic Group')
  expect(letter.text).toContain(admin.email)
  const customers = await visit(null)
  await customers.goto(pathIn(letter))
  await choosePassword(customers, own)
  await customers.waitForURL('**/dashboard')
})

test('without script the link works just the same', async ({ visit }) => {
  const { provider, path } = await newcomer()
  const page = await visit(provider.admin)
  await page.goto(path)
  await page.getByRole('button', { name: 'Create a one-time hand-over link' }).click()
  const { pathname } = new URL((await page.locator('#handover-link').textContent()) ?? '')
  const customers = await visit(null, { javaScriptEnabled: false })
  await customers.goto(pathname)
  await choosePassword(customers, own)
  await customers.waitForURL('**/dashboard')
})
