import { profiled } from '../../support/profiles'
import { relationship } from '../../support/relations'
import { letterTo } from '../support/mail'
import { company, person } from '../support/people'
import { expectHeading, rowOf } from '../support/screen'
import { expect, type Page, test } from '../support/test'
import { partners } from '../support/world'

const saveAs = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name }).click()

test('a Global admin tells how to reach support, the item ticks itself, and the customer sees it', async ({
  visit,
}) => {
  const { reseller, customer } = await partners()
  await relationship(reseller.organization, customer.organization)
  const page = await visit(reseller.admin)
  await page.goto('/dashboard')
  const card = page.getByRole('region', { name: 'Setup checklist' })
  const item = card.getByRole('listitem').filter({ hasText: 'Tell how to reach your support' })
  await expect(item.getByRole('img', { name: 'To do' })).toBeVisible()
  await expect(card.getByText('3 of 8 done')).toBeVisible()
  await item.getByRole('link', { name: 'Add support details' }).click()

  await expectHeading(page, 'Customer support profile')
  await page.getByLabel('Support e-mail').fill('help@alder-it.example')
  await page.getByLabel('Support phone').fill('call us')
  await saveAs(page, 'Save support profile')
  await expect(page.getByText('Enter a phone number of 3 or more digits.')).toBeVisible()
  await expect(page.getByLabel('Support e-mail')).toHaveValue('help@alder-it.example')
  await page.getByLabel('Support phone').fill('+49 30 555 0169')
  await page.getByLabel('Support website').fill('help.alder-it.example')
  await saveAs(page, 'Save support profile')
  await expect(page.getByText('Customers and partners see it now.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Customer support profile' })).toContainText('+49 30 555 0169')

  await page.goto('/dashboard')
  await expect(item.getByRole('img', { name: 'Done' })).toBeVisible()
  await expect(card.getByText('4 of 8 done')).toBeVisible()

  const theirs = await visit(customer.admin)
  await theirs.goto('/partner-relationships')
  const partner = theirs.getByRole('article').filter({ hasText: 'Alder IT GmbH' })
  await expect(partner.getByRole('link', { name: 'help@alder-it.example' })).toBeVisible()
  await expect(partner.getByRole('link', { name: 'help.alder-it.example' })).toHaveAttribute(
    'href',
    /^https:\/\/help\.alder-it\.example/,
  )
})

test('a change of the legal profile says before what is checked again, and then shows that it is', async ({
  visit,
}) => {
  const { provider, reseller } = await partners()
  await profiled(reseller.organization)
  const page = await visit(reseller.admin)
  await page.goto('/settings')
  await page.getByRole('link', { name: 'Edit legal profile' }).click()
  await expectHeading(page, 'Legal profile')
  const before = page.getByRole('main')
  await expect(before).toContainText('What is checked again')
  await expect(before).toContainText('Legal name: the company against its register')
  await expect(before).toContainText('Until it is decided your organization stays active')
  await page.getByLabel('Legal name').fill('Alder Cloud SE')
  await saveAs(page, 'Save legal profile')
  await expect(page.getByText('What you changed is being verified.')).toBeVisible()
  await expect(before).toContainText('Being verified')
  await expect(before).toContainText('Your organization stays active meanwhile.')
  await expect(before).toContainText('What changed: Legal name')
  await expect(before.getByText('Authorized', { exact: true })).toBeVisible()

  const theirs = await visit(provider.admin)
  await theirs.goto('/indirect-resellers')
  await expect(rowOf(theirs, 'Alder Cloud SE')).toBeVisible()
})

test('of two who edit at once the second is told, and keeps what was typed', async ({ visit }) => {
  const { organization, admin } = await company('reseller', 'Birch Cloud')
  const colleague = await person(organization, ['globalAdmin'])
  const [one, other] = [await visit(admin), await visit(colleague)]
  for (const page of [one, other]) await page.goto('/settings/contact')
  await one.getByLabel('Name').fill('Nora Weber')
  await saveAs(one, 'Save primary contact')
  await expect(one.getByText('The primary contact is saved.')).toBeVisible()
  await other.getByLabel('Name').fill('Otto Lang')
  await saveAs(other, 'Save primary contact')
  await expect(other.getByRole('main').getByRole('alert')).toContainText('Somebody has changed this meanwhile.')
  await expect(other.getByLabel('Name')).toHaveValue('Otto Lang')
  await other.getByRole('link', { name: 'Show what is there now' }).click()
  await expect(other.getByLabel('Name')).toHaveValue('Nora Weber')
})

test('another contact address is refused as a personal mailbox, and tells the old one when it is the company’s', async ({
  visit,
  portal,
}) => {
  const { organization, admin } = await company('reseller', 'Cedar Cloud')
  const page = await visit(admin)
  await page.goto('/settings/contact')
  await page.getByLabel('E-mail').fill('camille@gmail.com')
  await saveAs(page, 'Save primary contact')
  await expect(page.getByText('This is an address of a public mail service.')).toBeVisible()
  await page.getByLabel('E-mail').fill(`new@${organization.domain}`)
  await saveAs(page, 'Save primary contact')
  await expect(page.getByText('The primary contact is saved.')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Waiting for your primary contact')
  await letterTo(portal, organization.contactEmail, 'You are no longer the primary contact of Cedar Cloud')
})

test('a Global admin takes a provider’s admin access back on its own page', async ({ visit }) => {
  const { reseller } = await partners()
  const page = await visit(reseller.admin)
  await page.goto('/settings')
  await expect(page.getByText('1 provider has admin access to your account.')).toBeVisible()
  await page.getByRole('link', { name: 'See and withdraw' }).click()
  await rowOf(page, 'Nordlicht Distribution').getByRole('button', { name: 'Withdraw admin access' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Withdraw the admin access of Nordlicht Distribution?' })
  await dialog.getByRole('button', { name: 'Withdraw admin access' }).click()
  await expect(page.getByText('The admin access is withdrawn. You are still partners.')).toBeVisible()
  await expect(rowOf(page, 'Nordlicht Distribution')).toContainText('Withdrawn')
})
