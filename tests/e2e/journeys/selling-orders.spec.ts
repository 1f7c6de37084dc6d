import { newMark, organization } from '../../support/organizations'
import { row, rows } from '../../support/owner'
import { partnerAgreement, relationship } from '../../support/relations'
import { offer, subscription } from '../../support/subscriptions'
import { person } from '../support/people'
import { chooseInRow, expectHeading, rowOf } from '../support/screen'
import { expect, type Page, test } from '../support/test'
import { servingTogether } from '../support/world'

/** A provider, its signed reseller and a customer of both; somebody who sells, and two offers the customer can buy. */
async function market() {
  const trio = await servingTogether()
  await partnerAgreement(trio.reseller.organization)
  const mark = newMark()
  const pounds = { currency: 'GBP' }
  return {
    ...trio,
    mark,
    agent: await person(trio.provider.organization, ['adminAgent']),
    mail: await offer({ ...pounds, title: `Mail ${mark}` }),
    voice: await offer({ ...pounds, title: `Voice ${mark}`, family: 'voice' }),
    record: `/customers/${trio.customer.organization.id}`,
  }
}

async function findOffers(page: Page, search: string): Promise<void> {
  await expectHeading(page, 'New subscription')
  await page.getByRole('searchbox', { name: 'Search offers' }).fill(search)
  await page.getByRole('searchbox', { name: 'Search offers' }).press('Enter')
  await page.waitForURL(/search=/)
}

test('a subscription is added from the customer’s row, with its reseller of record and its support contact', async ({
  visit,
}) => {
  const { provider, reseller, customer, agent, mail, voice, mark } = await market()
  const elsewhere = await organization('customer', { name: 'Not the reseller’s' })
  await relationship(provider.organization, elsewhere, { delegated: true })
  const page = await visit(agent)
  await page.goto('/customers')
  await expect(rowOf(page, 'Not the reseller’s')).toBeVisible()
  await page.getByLabel('Filter by indirect reseller').selectOption({ label: 'Alder IT GmbH' })
  await expect(rowOf(page, 'Not the reseller’s')).toBeHidden()
  await chooseInRow(page, 'Harbour Clinic Group', 'Actions for Harbour Clinic Group', 'Add subscription')
  await findOffers(page, mark)
  await page.getByRole('checkbox', { name: mail.title }).check()
  await page.getByLabel(`Quantity of ${mail.title}`).fill('12')
  await page.getByLabel(`Quantity of ${voice.title}`).fill('3')
  await expect(page.getByRole('checkbox', { name: voice.title })).toBeChecked()
  await page.getByRole('button', { name: 'Next: Review' }).click()
  await expectHeading(page, 'Review')
  await expect(rowOf(page, mail.title)).toContainText('£96.00')
  await page.getByLabel('Reseller (MPN ID)').selectOption({ label: `Alder IT GmbH (${reseller.organization.mpnId})` })
  await page.getByRole('button', { name: 'Submit' }).click()
  await expectHeading(page, /^Order \S+$/)
  await expect(page.getByText('The order is placed. The subscriptions are ready.')).toBeVisible()
  await expect(page.getByText('£120.00')).toBeVisible()
  await expect(page.getByText('Alder IT GmbH')).toBeVisible()
  const number = ((await page.getByRole('heading', { level: 1 }).textContent()) ?? '').replace('Order ', '')

  await page.getByRole('link', { name: mail.title }).click()
  await expectHeading(page, mail.title)
  await expect(page.getByRole('region', { name: 'History' })).toContainText(number)
  const partners = page.getByRole('region', { name: 'Partners of this subscription' })
  const contact = partners.getByLabel('Designated support contact')
  await expect(contact.locator('option:checked')).toHaveText('Nordlicht Distribution (your organization)')
  await contact.selectOption({ label: 'Alder IT GmbH' })
  await partners.getByRole('button', { name: 'Submit' }).last().click()
  await expect(partners.getByRole('link', { name: reseller.organization.contactEmail })).toBeVisible()
  await page.getByRole('link', { name: 'Subscriptions', exact: true }).last().click()

  const theirs = await visit(customer.admin)
  await theirs.goto(`/customers/${customer.organization.id}`)
  await expect(rowOf(theirs, mail.title)).toContainText('0 of 12 assigned')
  await theirs.getByRole('link', { name: voice.title }).click()
  await expect(theirs.getByRole('link', { name: provider.organization.contactEmail })).toBeVisible()
  await theirs.goBack()
  await theirs.getByRole('link', { name: mail.title }).click()
  await expect(theirs.getByText('Turn to them with any question about this subscription.')).toBeVisible()
  await expect(theirs.getByRole('link', { name: reseller.organization.contactEmail })).toBeVisible()
  await expect(theirs.getByRole('combobox')).toHaveCount(0)
})

test('a cart stays until it is submitted or dropped, whoever of the provider opens it again', async ({ visit }) => {
  const { agent, mail, mark, record } = await market()
  const page = await visit(agent)
  await page.goto(`${record}/new-subscription`)
  await findOffers(page, mark)
  await page.getByRole('checkbox', { name: mail.title }).check()
  await page.getByRole('button', { name: 'Next: Review' }).click()
  await expectHeading(page, 'Review')
  await page.getByLabel(`Quantity of ${mail.title}`).fill('25')
  await page.getByRole('button', { name: 'Update' }).click()
  await expect(rowOf(page, mail.title)).toContainText('£200.00')
  await page.reload()
  await expect(page.getByLabel(`Quantity of ${mail.title}`)).toHaveValue('25')
  await expect(page.getByText('Kept until')).toBeVisible()
  await page.goto(`${record}/new-subscription`)
  await page.getByRole('link', { name: 'Review · 1 item in the cart' }).click()
  await expectHeading(page, 'Review')
  await page.getByLabel(`Quantity of ${mail.title}`).fill('301')
  await page.getByRole('button', { name: 'Update' }).click()
  await expect(page.getByText(`${mail.title} is sold in quantities from 1 to 300.`)).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Drop this order?' })
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await dialog.getByRole('button', { name: 'Drop everything' }).click()
  await page.waitForURL(`**${record}*`)
  await page.goto(`${record}/cart`)
  await expect(page.getByText('The cart is empty')).toBeVisible()
})

test('what was ticked, at which plan, survives a refusal, and no part of a license is bought', async ({ visit }) => {
  const { agent, mail, voice, mark, record } = await market()
  await rows(
    `insert into "CatalogAvailability" select (jsonb_populate_record(a, jsonb_build_object('id', a.id || '2', 'termDuration', 'P3Y', 'listPrice', '7.00'))).*
     from "CatalogAvailability" a where id = $1`,
    [mail.availabilityId],
  )
  const page = await visit(agent)
  await page.goto(`${record}/new-subscription`)
  await findOffers(page, mark)
  const plan = page.getByLabel(`Term, billing and price: ${mail.title}`)
  await plan.selectOption(`${mail.availabilityId}2`)
  await page.getByLabel(`Quantity of ${mail.title}`).fill('2')
  const quantity = page.getByLabel(`Quantity of ${voice.title}`)
  for (const [typed, said] of [
    ['2.5', 'Enter a whole number.'],
    ['20000', `${voice.title} is sold in quantities from 1 to 300.`],
  ] as const) {
    await quantity.fill(typed)
    await page.getByRole('button', { name: 'Next: Review' }).click()
    await expect(page.getByText(said).first()).toBeVisible()
    await expect(quantity).toHaveValue(typed)
    await expect(page.getByRole('checkbox', { name: mail.title })).toBeChecked()
    await expect(page.getByRole('checkbox', { name: voice.title })).toBeChecked()
    await expect(plan).toHaveValue(`${mail.availabilityId}2`)
  }
  await page.getByRole('checkbox', { name: voice.title }).uncheck()
  await page.getByRole('button', { name: 'Next: Review' }).click()
  await expectHeading(page, 'Review')
  await expect(rowOf(page, mail.title)).toContainText('£14.00')
  await expect(rowOf(page, voice.title)).toHaveCount(0)
  // The only reseller that serves the customer need not be chosen.
  await expect(page.getByLabel('Reseller (MPN ID)').locator('option:checked')).toContainText('Alder IT GmbH')
})

test('an offer that cannot be bought says why', async ({ visit }) => {
  const { agent, mark, record, provider, customer } = await market()
  const pounds = { currency: 'GBP' }
  const base = await offer({ ...pounds, title: `Base ${mark}` })
  await offer({ ...pounds, title: `Extra ${mark}`, requires: [base.id] })
  await offer({ ...pounds, title: `School ${mark}`, segment: 'Education' })
  await offer({ currency: 'USD', countries: ['US'], title: `Overseas ${mark}` })
  const once = await offer({ ...pounds, title: `Once ${mark}`, limitUnit: 'Lifetime', limit: 1 })
  await subscription({ provider: provider.organization, customer: customer.organization, offer: once })
  const page = await visit(agent)
  await page.goto(`${record}/new-subscription?kind=all&search=${mark}`)
  const reasons = {
    Extra: `Add-on: needs an active subscription to Base ${mark}`,
    School: 'For customers of the segment Education',
    Overseas: 'Not sold in the customer’s country or region',
    Once: 'The customer has had it once, which is the limit',
  }
  for (const [name, reason] of Object.entries(reasons)) {
    const line = page
      .getByRole('listitem')
      .filter({ hasText: `${name} ${mark}` })
      .filter({ hasText: 'Not available' })
    await expect(line).toContainText(reason)
    await expect(line.getByRole('checkbox')).toHaveCount(0)
  }
  await expect(page.getByRole('checkbox', { name: `Base ${mark}` })).toBeVisible()
})

test('nothing can be ordered before the customer agreement, and the review leads there', async ({ visit }) => {
  const { agent, provider, reseller } = await market()
  const unsigned = await organization('customer', { name: 'Unsigned Ltd', country: 'GB' })
  await relationship(provider.organization, unsigned, { delegated: true })
  await relationship(reseller.organization, unsigned)
  const sold = await offer({ currency: 'GBP' })
  const page = await visit(agent)
  await page.goto(`/customers/${unsigned.id}/new-subscription?search=${encodeURIComponent(sold.title)}`)
  await page.getByRole('checkbox', { name: sold.title }).check()
  await page.getByRole('button', { name: 'Next: Review' }).click()
  await expect(page.getByText('The customer agreement is missing')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Submit' })).toBeDisabled()
  await page.getByRole('link', { name: 'Go to Account' }).click()
  await expectHeading(page, 'Account')
  await page.getByRole('button', { name: 'Update' }).click()
  await page.getByLabel('Agreement acceptance date').fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10))
  await page.getByLabel('First name of who accepted').fill('Una')
  await page.getByLabel('Last name of who accepted').fill('Signed')
  await page.getByLabel('E-mail of who accepted').fill('una@unsigned.example')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Una Signed, una@unsigned.example')).toBeVisible()
  await page.goto(`/customers/${unsigned.id}/cart`)
  await page.getByRole('button', { name: 'Submit' }).click()
  await expectHeading(page, /^Order \S+$/)
  const { quantity } = await row<{ quantity: number }>('select quantity from "Subscription" where "customerId" = $1', [
    unsigned.id,
  ])
  expect(quantity).toBe(1)
})
