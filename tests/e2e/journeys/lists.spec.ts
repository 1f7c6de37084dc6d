import { invitationFrom } from '../../support/invitations'
import { partnership, relationship } from '../../support/relations'
import { currentRun } from '../stage/run'
import { letterTo, pathIn } from '../support/mail'
import { type Company, company } from '../support/people'
import { expectHeading, fillSignIn, rowOf } from '../support/screen'
import { expect, test } from '../support/test'
import { servingTogether } from '../support/world'

/** A provider with thirty customers of its own and two resellers, who serve three each of them. */
async function manyCustomers(): Promise<{ provider: Company; first: Company; second: Company }> {
  const provider = await company('provider', 'Nordlicht Distribution')
  const [first, second] = [await company('reseller', 'Alder IT GmbH'), await company('reseller', 'Cedar Cloud')]
  for (const { organization } of [first, second]) await partnership(provider.organization, organization)
  const names = [...Array.from({ length: 27 }, (_, number) => `Customer ${String(number + 1).padStart(2, '0')}`)]
  for (const [position, name] of [...names, 'Østlund Fiskeri', 'Чайная Линия', 'Zimmer & Söhne'].entries()) {
    const { organization } = await company('customer', name)
    await relationship(provider.organization, organization)
    if (position < 3) await relationship(first.organization, organization)
    if (position >= 27) await relationship(second.organization, organization)
  }
  return { provider, first, second }
}

test('a long list is read page by page, searched by any part of a name or domain, and filtered by partner', async ({
  visit,
}) => {
  const { provider } = await manyCustomers()
  const page = await visit(provider.admin)
  await page.goto('/customers')
  await expect(page.getByRole('rowheader')).toHaveCount(25)
  await expect(page.getByRole('rowheader').first()).toContainText('Customer 01')
  await page.getByRole('link', { name: 'Next' }).click()
  await expect(page.getByRole('rowheader')).toHaveText([/Customer 26/, /Customer 27/, /Østlund/, /Zimmer/, /Чайная/])
  await page.getByRole('link', { name: 'Previous' }).click()
  await expect(page.getByRole('rowheader').first()).toContainText('Customer 01')

  for (const [words, found] of [
    ['ostlund', ['Østlund Fiskeri']],
    ['айная', ['Чайная Линия']],
    ['söhne', ['Zimmer & Söhne']],
    ['mer 1', Array.from({ length: 10 }, (_, number) => `Customer ${10 + number}`)],
    ['100%_', []],
  ] as [string, string[]][]) {
    await page.getByLabel('Company or domain name').fill(words)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`search=${encodeURIComponent(words).replaceAll('%20', '(\\+|%20)')}`))
    if (found.length === 0) await expect(page.getByText(`Nothing matches “${words}”`)).toBeVisible()
    else await expect(page.getByRole('rowheader')).toHaveText(found.map((name) => new RegExp(name)))
  }
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(page).toHaveURL(/\/customers$/)
  await expect(page.getByLabel('Company or domain name')).toHaveValue('')
  await page.getByLabel('Filter by indirect reseller').selectOption({ label: 'Cedar Cloud' })
  await expect(page.getByText('Customers that both you and Cedar Cloud serve.')).toBeVisible()
  await expect(page.getByRole('rowheader')).toHaveText([/Østlund/, /Zimmer/, /Чайная/])
})

test('a row opens to what one looks for: id, country, agreement, delegation', async ({ visit }) => {
  const { reseller, customer } = await servingTogether()
  const page = await visit(reseller.admin, { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.goto('/customers')
  const toggle = page.getByLabel('Details of Harbour Clinic Group').first()
  await toggle.click()
  const details = page.getByRole('row').filter({ hasText: 'Microsoft ID' })
  await expect(details).toContainText(customer.organization.id)
  await expect(details).toContainText('United Kingdom')
  await expect(details).toContainText(/Agreement acceptance date\s*\d/)
  await details.getByRole('button', { name: 'Copy' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(customer.organization.id)
})

test('the activity log is filtered by action and by day', async ({ visit }) => {
  const { actor, admin } = await company('provider', 'Nordlicht Distribution', { fullName: 'Marta König' })
  await invitationFrom(actor, 'partnership', { to: 'one@alder-it.example' })
  await invitationFrom(actor, 'customer', { to: 'two@harbour.example' })
  const page = await visit(null)
  await page.goto('/activity-log')
  await fillSignIn(page, { email: admin.email, password: currentRun().password })
  const events = page.getByRole('main').getByRole('row').filter({ hasText: 'Marta König' })
  await expect(events).toHaveCount(3)
  await page.getByLabel('Action', { exact: true }).selectOption({ label: 'Sign-in' })
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(events).toHaveText([/Marta König signed in/])
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await expect(events).toHaveCount(3)
  await page.getByLabel('From').fill('2020-01-01')
  await page.getByLabel('To', { exact: true }).fill('2020-12-31')
  await page.getByRole('button', { name: 'Apply' }).click()
  await expect(page.getByText('Nothing matches')).toBeVisible()
})

test('a customer that took delegated administration back grants it again through a new invitation', async ({
  visit,
  portal,
}) => {
  const { reseller, customer } = await servingTogether()
  const page = await visit(customer.admin)
  await page.goto('/partner-relationships')
  const card = page.getByRole('article').filter({ hasText: 'Alder IT GmbH' })
  await card.getByRole('button', { name: 'Remove delegated administration' }).click()
  await page
    .getByRole('alertdialog')
    .filter({ visible: true })
    .getByRole('button', { name: 'Remove delegated administration' })
    .click()
  await expect(card).toContainText('May not administer')

  const asking = await visit(reseller.admin)
  await asking.goto('/customers/request-relationship')
  await asking.getByLabel('To', { exact: true }).fill(customer.admin.email)
  await asking.getByRole('checkbox', { name: 'Include delegated administration privileges' }).check()
  await asking.getByRole('button', { name: 'Send now' }).click()
  const letter = await letterTo(portal, customer.admin.email, 'would like to be your reseller')
  await page.goto(pathIn(letter))
  await expect(page.getByRole('main')).toContainText(
    'Delegated administration: they can administer your services and people',
  )
  for (const box of await page.getByRole('checkbox').all()) await box.check()
  await page.getByRole('button', { name: 'Authorize partner' }).click()
  await expectHeading(page, 'Partner relationships')
  await expect(card).toContainText('May administer your services and people, since')
  await asking.goto('/customers')
  await expect(rowOf(asking, 'Harbour Clinic Group')).toContainText('Granted')
})
