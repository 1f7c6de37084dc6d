import { readFile } from 'node:fs/promises'
import { count, row } from '../../support/owner'
import { relationship } from '../../support/relations'
import { assignment, subscription } from '../../support/subscriptions'
import { type Person, person } from '../support/people'
import { expectHeading, fillSignIn, rowOf } from '../support/screen'
import { expect, type Locator, type Page, test } from '../support/test'
import { partners, servingTogether } from '../support/world'

async function clinic() {
  const trio = await servingTogether()
  const customer = trio.customer.organization
  const provider = trio.provider.organization
  const people: Person[] = []
  for (const fullName of ['Anna Weiss', 'Boris Braun', 'Clara Schwarz'])
    people.push(await person(customer, [], { fullName, usageLocation: 'DE' }))
  const bought = { provider, customer }
  const mail = await subscription({ ...bought, quantity: 3, friendlyName: 'Mail for everybody' })
  const office = await subscription({ ...bought, quantity: 1, friendlyName: 'Office for one' })
  return { ...trio, people, mail, office, path: `/customers/${customer.id}/users` }
}

test('a partner adds a person of its customer, who signs in with the password that was shown once', async ({
  visit,
}) => {
  const { provider, customer, path } = await clinic()
  const page = await visit(provider.admin)
  await page.goto(path)
  await expectHeading(page, 'Users and licenses')
  await expect(page.getByText('You are acting on behalf of Harbour Clinic Group')).toBeVisible()
  await page.getByRole('link', { name: 'Add user' }).click()
  await page.getByLabel('Display name').fill('Dora Grün')
  await page.getByLabel('User name').fill('Anna@elsewhere.example')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('People of this customer sign in at the customer’s own domain.')).toBeVisible()
  await expect(page.getByLabel('Display name')).toHaveValue('Dora Grün')
  await page.getByLabel('User name').fill('dora')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'User name and temporary password' })).toBeFocused()
  const email = `dora@${customer.organization.domain}`
  await expect(page.locator('#once-user-name')).toHaveText(email)
  const password = (await page.locator('#once-password').textContent()) ?? ''
  await page.reload()
  await expect(page.getByText(password)).toBeHidden()
  const theirs = await visit(null)
  await theirs.goto('/sign-in')
  await fillSignIn(theirs, { email, password })
  await theirs.waitForURL('**/set-password*')
})

test('licenses of several people are assigned and taken back, and what nobody touched stays', async ({ visit }) => {
  const { provider, people, mail, office, path } = await clinic()
  const [anna, boris] = people as [Person, Person]
  await assignment(mail, anna)
  await assignment(office, anna)
  const page = await visit(provider.admin)
  await page.goto(path)
  await page.getByLabel('Select Anna Weiss').check()
  await page.getByLabel('Select Boris Braun').check()
  await expect(page.getByText('Selected users: 2')).toBeVisible()
  await page.getByRole('button', { name: 'Manage licenses' }).click()
  await expectHeading(page, 'Manage licenses')
  const box = page.getByRole('checkbox', { name: /Mail for everybody/ })
  await expect(box).toBeChecked({ indeterminate: true })
  await expect(rowOf(page, /Mail for everybody/)).toContainText('1 of 2 selected has it')
  await expect(rowOf(page, /Mail for everybody/)).toContainText('2 of 3')
  await box.press('Space')
  await expect(box).toBeChecked()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The licenses are changed.')).toBeVisible()
  await expect(rowOf(page, /Boris Braun/)).toContainText('Mail for everybody')
  expect(await count('LicenseAssignment', '"userId" = any($1)', [[anna.id, boris.id]])).toBe(3)

  await page.getByRole('link', { name: 'Boris Braun' }).click()
  await page.getByRole('checkbox', { name: /Office for one/ }).check()
  await page.getByRole('button', { name: 'Save' }).first().click()
  await expect(page.getByText('There are not enough free licenses of Office for one: none is left.')).toBeVisible()
  await page.getByRole('link', { name: 'Buy more licenses of Office for one' }).click()
  const seats = page.getByRole('region', { name: 'Licenses' })
  await seats.getByLabel('Quantity').fill('2')
  await seats.getByRole('button', { name: 'Submit' }).click()
  await expect(page.getByText('1 of 2 assigned')).toBeVisible()
  expect(await row('select assigned from "Subscription" where id = $1', [office.id])).toEqual({ assigned: 1 })
})

test('somebody is deleted and restored, and their password reset', async ({ visit }) => {
  const { customer, people, mail, path } = await clinic()
  const [anna] = people as [Person]
  await assignment(mail, anna)
  const page = await visit(customer.admin)
  await page.goto(`${path}/${anna.id}`)
  await page.getByRole('button', { name: 'Reset password' }).click()
  await expect(page.locator('#once-user-name')).toHaveText(anna.email)
  await page.getByRole('button', { name: 'Delete user account' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete user account' }).click()
  await expect(page.getByText('The account is deleted.')).toBeVisible()
  await expect(rowOf(page, /Anna Weiss/)).toBeHidden()
  await page.getByRole('link', { name: 'Deleted users (1)' }).click()
  await page.getByRole('button', { name: 'Restore Anna Weiss' }).click()
  await expect(page.getByText('The account is restored.')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: /Mail for everybody/ })).not.toBeChecked()
  await page.goto(`${path}/${customer.admin.id}`)
  await expect(page.getByText('This is your own account')).toBeVisible()
})

test('a file brings in its good rows, explains the others and hands out the passwords once', async ({ visit }) => {
  const { provider, customer, path } = await clinic()
  const page = await visit(provider.admin)
  await page.goto(`${path}/upload`)
  const file = 'Display name;User name\r\nEmil Rot;emil\r\n=1+1;formula\r\nFritz;fritz@elsewhere.example\r\n'
  const template = page.getByRole('link', { name: 'Download the template' })
  expect(await saved(page, template)).toBe('\ufeffFirst name,Last name,Display name,User name,Status\r\n')
  await page.getByLabel('CSV file').setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0x4e, 0xff, 0xfe]),
  })
  await page.getByRole('button', { name: 'Upload users' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'save it as CSV in UTF-8' })).toBeVisible()
  await page
    .getByLabel('CSV file')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${file}`) })
  await page.getByRole('button', { name: 'Upload users' }).click()
  await expect(page.getByText('2 people were added, 1 row was left out')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Fritz' })).toContainText(
    'User name: People of this customer sign in at the customer’s own domain.',
  )
  const passwords = await saved(page, page.getByRole('link', { name: 'Download user names and passwords' }))
  const domain = customer.organization.domain
  expect(passwords).toMatch(new RegExp(`Emil Rot,emil@${domain},[A-Za-z0-9-]{27}\r\n'=1\\+1,formula@${domain},`))
  await page.reload()
  await expect(page.getByLabel('CSV file')).toBeVisible()
})

async function saved(page: Page, link: Locator): Promise<string> {
  const waiting = page.waitForEvent('download')
  await link.click()
  return readFile(await (await waiting).path(), 'utf8')
}

test('without delegated administration a partner reads what is missing and how to ask for it', async ({ visit }) => {
  const { reseller, customer } = await partners()
  await relationship(reseller.organization, customer.organization)
  const page = await visit(reseller.admin)
  await page.goto(`/customers/${customer.organization.id}/users`)
  await expect(page.getByText('This takes delegated administration')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Ask for delegated administration' })).toBeVisible()
  await page.goto(`/customers/${customer.organization.id}/users/new`)
  await expect(page.getByText('This takes delegated administration')).toBeVisible()
})

test('people are ticked and licensed before any script has loaded', async ({ visit }) => {
  const { provider, people, mail, path } = await clinic()
  await assignment(mail, people[0] as Person)
  const page = await visit(provider.admin, { javaScriptEnabled: false })
  await page.goto(path)
  for (const { fullName } of people) await page.getByLabel(`Select ${fullName}`).check()
  await page.getByRole('button', { name: 'Manage licenses' }).click()
  await page.getByLabel('Assign Mail for everybody to all').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The licenses are changed.')).toBeVisible()
  expect(await row('select assigned from "Subscription" where id = $1', [mail.id])).toEqual({ assigned: 3 })
  await page.goto(`${path}/new`)
  await page.getByLabel('Display name').fill('Gerda')
  await page.getByLabel('User name').fill('gerda')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.locator('#once-password')).toHaveText(/^[A-Za-z0-9-]{27}$/)
})
