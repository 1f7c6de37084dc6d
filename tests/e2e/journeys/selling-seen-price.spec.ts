import { newMark } from '../../support/organizations'
import { count, rows } from '../../support/owner'
import { offer } from '../../support/subscriptions'
import { company, person } from '../support/people'
import { expect, type Page, test } from '../support/test'

// Nobody orders at a price they have not seen, with or without a script.

async function shop() {
  const provider = await company('provider', 'Nordlicht Distribution')
  const agent = await person(provider.organization, ['adminAgent'])
  return { agent, sold: await offer(), other: await offer() }
}

async function fillAccount(page: Page): Promise<string> {
  const prefix = newMark()
  const typed = {
    'Company name': 'Ahorn Werke',
    'Default domain': prefix,
    'Street and number': 'Gartenstraße 1',
    'Postal code': '10115',
    City: 'Berlin',
    'First name': 'Vera',
    'Last name': 'Ahorn',
    Phone: '030 1234567',
  }
  for (const [name, value] of Object.entries(typed)) await page.getByRole('textbox', { name, exact: true }).fill(value)
  await page.getByRole('textbox', { name: 'E-mail', exact: true }).fill(`vera@${prefix}.example`)
  return prefix
}

async function attest(page: Page): Promise<void> {
  await page.getByLabel('The customer has accepted the Microsoft Customer Agreement').check()
  await page.getByLabel('Agreement acceptance date').fill('2026-01-02')
  await page.getByLabel('First name of who accepted').fill('Vera')
  await page.getByLabel('Last name of who accepted').fill('Ahorn')
  await page.getByLabel('E-mail of who accepted').fill('vera@ahorn.example')
}

const founded = (prefix: string) => count('Organization', 'domain = $1', [`${prefix}.onmicrosoft.com`])

test('without a script a refused form keeps the offers with their quantities, and tells the total to agree to', async ({
  visit,
}) => {
  const { agent, sold, other } = await shop()
  const page = await visit(agent, { javaScriptEnabled: false })
  await page.goto('/customers/new')
  const prefix = await fillAccount(page)
  const quantity = page.getByLabel(`Quantity of ${sold.title}`)
  await quantity.fill('7')
  const submit = page.getByRole('button', { name: 'Submit', exact: true })
  await submit.click()
  await expect(page.getByText('Tick below that the customer has accepted')).toBeVisible()
  await expect(quantity).toHaveValue('7')
  await expect(page.getByLabel(`Quantity of ${other.title}`)).toHaveValue('')
  await attest(page)
  await submit.click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('This is not the price you have seen.')
  await expect(alert).toContainText('€56.00')
  await expect(quantity).toHaveValue('7')
  expect(await founded(prefix)).toBe(0)
  await submit.click()
  await expect(page.getByText('Ahorn Werke has been added.')).toBeVisible()
  expect(await founded(prefix)).toBe(1)
})

test('a price that changes behind the review is shown there before it is agreed to', async ({ visit }) => {
  const { agent, sold } = await shop()
  const page = await visit(agent)
  await page.goto('/customers/new')
  const prefix = await fillAccount(page)
  await page.getByRole('button', { name: 'Next: Subscriptions' }).click()
  await page.getByRole('checkbox', { name: sold.title }).check()
  await page.getByLabel(`Quantity of ${sold.title}`).fill('7')
  await attest(page)
  await page.getByRole('button', { name: 'Next: Review' }).click()
  const review = page.getByRole('region', { name: 'Review' })
  await expect(review).toContainText('€56.00')
  await rows(`update "CatalogAvailability" set "listPrice" = 9.5 where id = $1`, [sold.availabilityId])
  const submit = page.getByRole('button', { name: 'Submit', exact: true })
  await submit.click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('€66.50')
  await expect(review).toContainText('€66.50')
  expect(await founded(prefix)).toBe(0)
  await submit.click()
  await expect(page.getByText('Ahorn Werke has been added.')).toBeVisible()
})
