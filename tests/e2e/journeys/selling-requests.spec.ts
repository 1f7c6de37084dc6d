import { uuidv7 } from 'uuidv7'
import { insert, row, rows } from '../../support/owner'
import { partnerAgreement, relationship } from '../../support/relations'
import { writtenRequest } from '../../support/requests'
import { started } from '../../support/selling'
import { offer, subscription } from '../../support/subscriptions'
import { lettersTo, letterTo } from '../support/mail'
import { company, person } from '../support/people'
import { expectHeading, rowOf } from '../support/screen'
import { expect, type Page, test } from '../support/test'
import { servingTogether } from '../support/world'

/** Ten licenses of a customer both serve, with the reseller of record that asks for more of them. */
async function asking() {
  const trio = await servingTogether()
  await partnerAgreement(trio.reseller.organization)
  const sold = await subscription({
    provider: trio.provider.organization,
    reseller: trio.reseller.organization,
    customer: trio.customer.organization,
    friendlyName: 'Mail for everybody',
    addedAt: new Date(),
    ...started(new Date()),
  })
  const agent = await person(trio.provider.organization, ['salesAgent'], { fullName: 'Sofie Petersen' })
  const record = `/customers/${trio.customer.organization.id}`
  return { ...trio, sold, agent, record, page: `${record}/subscriptions/${sold.id}` }
}

/** A request for two licenses of something new, which nobody has answered yet. */
async function waiting() {
  const trio = await servingTogether()
  const { provider, reseller, customer } = trio
  const parties = { from: reseller.organization, to: provider.organization, customer: customer.organization }
  return { ...trio, requestId: await writtenRequest({ ...parties, currency: 'GBP' }) }
}

async function openRequest(page: Page, name: RegExp): Promise<void> {
  await page.goto('/requests')
  await rowOf(page, name).getByRole('link').first().click()
  await expectHeading(page, name)
}

const facts = (page: Page) => page.getByRole('main')

test('a reseller asks for five licenses, the provider approves three, and the reseller reads why', async ({
  visit,
  portal,
}) => {
  const { provider, reseller, sold, agent, page: path } = await asking()
  const theirs = await visit(reseller.admin)
  await theirs.goto(path)
  await expect(theirs.getByRole('button', { name: 'Cancel subscription' })).toHaveCount(0)
  await theirs.getByRole('link', { name: 'Ask my provider' }).click()
  await expectHeading(theirs, 'Ask Nordlicht Distribution')
  await expect(theirs.getByRole('radio', { name: 'More licenses' })).toBeChecked()
  await theirs.getByLabel('How many licenses more or fewer').fill('5')
  await theirs.getByLabel('Comment').fill('Five people start in December')
  await theirs.getByRole('button', { name: 'Send request' }).click()
  await expect(theirs.getByText('Your request is sent. You are told as soon as it is answered.')).toBeVisible()
  await expect.poll(() => lettersTo(portal, provider.organization.contactEmail).length).toBeGreaterThan(0)

  const page = await visit(agent)
  await openRequest(page, /^Mail for everybody: 5 more licenses/)
  await expect(page.getByText('Five people start in December')).toBeVisible()
  await expect(page.getByText('€8.00 × 15 = €120.00')).toBeVisible()
  await page.getByLabel('Write something').fill('Is three enough for now?')
  await page.getByRole('button', { name: 'Post' }).click()
  await expect(page.getByText('Is three enough for now?')).toBeVisible()
  await expect(page.getByText(/^5 licenses more cost €40\.00 until /)).toBeVisible()
  const approve = page.getByRole('button', { name: 'Approve' })
  await page.getByLabel('How many licenses more').fill('')
  await expect(approve).toBeDisabled()
  await expect(page.getByText('Enter a whole number, 1 or more.')).toBeVisible()
  await page.getByLabel('How many licenses more').fill('3')
  await expect(page.getByText(/^3 licenses more cost €24\.00 until /)).toBeVisible()
  await page.locator('#approve-comment').fill('Three until the new budget')
  await page.getByRole('button', { name: 'Approve' }).click()
  await expect(page.getByText('The request is approved and the order is placed.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0)

  await letterTo(portal, reseller.admin.email, '')
  await theirs.goto('/requests?box=sent')
  await rowOf(theirs, /5 more licenses/)
    .getByRole('link')
    .first()
    .click()
  await expect(facts(theirs).getByText('Approved', { exact: true }).first()).toBeVisible()
  await expect(theirs.getByText('Three until the new budget')).toBeVisible()
  await expect(theirs.getByText('Is three enough for now?')).toBeVisible()
  await theirs.getByRole('link', { name: 'See the order' }).click()
  await expectHeading(theirs, /^Order /)
  await theirs.goto(path)
  await expect(theirs.getByText('0 of 13 assigned')).toBeVisible()
  expect(await row('select quantity from "Subscription" where id = $1', [sold.id])).toEqual({ quantity: 13 })
})

test('a customer’s wish goes through its reseller to the provider, and the answer comes all the way back', async ({
  visit,
}) => {
  const { customer, reseller, provider, agent, record } = await asking()
  const wanted = await offer({ currency: 'GBP' })
  const customers = await visit(customer.admin)
  await customers.goto(record)
  await customers.getByRole('link', { name: 'Ask my partner' }).click()
  await customers.getByLabel('Offer').selectOption({ label: `${wanted.title} · 1 year · £10.00 per month` })
  await customers.getByLabel('How many licenses').fill('4')
  const recipient = customers.getByLabel('Whom to ask')
  if (await recipient.isVisible()) await recipient.selectOption({ label: 'Alder IT GmbH' })
  await customers.getByRole('button', { name: 'Send request' }).click()
  await expect(customers.getByText('Your request is sent.')).toBeVisible()

  const name = new RegExp(`^${wanted.title}: new subscription with 4 licenses`)
  const resellers = await visit(reseller.admin)
  await openRequest(resellers, name)
  await resellers.locator('#forward-comment').fill('Please, by Monday')
  await resellers.getByRole('button', { name: 'Pass on to my provider' }).click()
  await expect(resellers.getByText('The request is passed on to your provider.')).toBeVisible()

  const providers = await visit(agent)
  await openRequest(providers, name)
  await expect(providers.getByText('Please, by Monday')).toBeVisible()
  await expect(providers.getByText(/^4 licenses cost £32\.00 until /)).toBeVisible()
  await rows('update "CatalogAvailability" set "listPrice" = 9 where id = $1', [wanted.availabilityId])
  await providers.locator('#approve-comment').fill('Ordered, welcome')
  await providers.getByRole('button', { name: 'Approve' }).click()
  await expect(providers.getByRole('main').getByRole('alert')).toContainText('not the price you have seen')
  // The new price stands there at once, and what was typed stays.
  await expect(providers.getByText(/^4 licenses cost £36\.00 until /)).toBeVisible()
  await expect(providers.locator('#approve-comment')).toHaveValue('Ordered, welcome')
  await providers.getByRole('button', { name: 'Approve' }).click()
  await expect(providers.getByText('The request is approved and the order is placed.')).toBeVisible()

  await resellers.goto('/requests')
  await rowOf(resellers, name).getByRole('link').first().click()
  await expect(facts(resellers).getByText('Approved', { exact: true }).first()).toBeVisible()
  await openRequest(customers, name)
  await expect(customers.getByText('Ordered, welcome')).toBeVisible()
  await expect(customers.getByText('Please, by Monday')).toHaveCount(0)
  await customers.goto(record)
  await expect(rowOf(customers, wanted.title)).toContainText('0 of 4 assigned')
  const [bought] = await rows('select quantity, "providerId", "resellerId" from "Subscription" where "offerId" = $1', [
    wanted.id,
  ])
  expect(bought).toEqual({
    quantity: 4,
    providerId: provider.organization.id,
    resellerId: reseller.organization.id,
  })
})

test('what stands against a request is told with the way out, and can be approved once that is gone', async ({
  visit,
}) => {
  const { provider, customer, requestId } = await waiting()
  const [agreed] = await rows<object>('delete from "CustomerAgreement" where "customerId" = $1 returning *', [
    customer.organization.id,
  ])
  const page = await visit(provider.admin)
  await page.goto(`/requests/${requestId}`)
  await expect(page.getByText('The customer agreement has not been accepted.')).toBeVisible()
  const approve = page.getByRole('button', { name: 'Approve' })
  await expect(approve).toBeDisabled()
  const opened = page.waitForEvent('popup')
  await page.getByRole('link', { name: 'Open the customer’s account (opens in a new tab)' }).click()
  await expectHeading(await opened, 'Account')
  await insert('CustomerAgreement', agreed as Record<string, unknown>)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.getByText(/^2 licenses cost /)).toBeVisible()
  await approve.click()
  await expect(page.getByText('The request is approved and the order is placed.')).toBeVisible()
})

test('without a script another quantity is approved at the price it is told, not at the one that stood there', async ({
  visit,
}) => {
  const { provider, requestId } = await waiting()
  const page = await visit(provider.admin, { javaScriptEnabled: false })
  await page.goto(`/requests/${requestId}`)
  await expect(page.getByText(/^2 licenses cost £16\.00 until /)).toBeVisible()
  await page.getByLabel('How many licenses').fill('3')
  const approve = page.getByRole('button', { name: 'Approve' })
  await approve.click()
  await expect(page.getByText('It comes to £24.00 now.')).toBeVisible()
  await expect(page.getByLabel('How many licenses')).toHaveValue('3')
  await approve.click()
  await expect(page.getByText('The request is approved and the order is placed.')).toBeVisible()
  expect(await row('select "listTotal"::text from "Order" where nonce = $1', [requestId])).toEqual({
    listTotal: '24.00',
  })
})

test('a tenant owner suspends what is of Azure', async ({ visit }) => {
  const { provider, customer } = await asking()
  const owner = await company('reseller', 'Alder IT GmbH')
  await relationship(owner.organization, customer.organization)
  await insert('TenantOwner', {
    ...{ id: uuidv7(), customerId: customer.organization.id, partnerId: owner.organization.id },
    grantedByName: 'Somebody',
  })
  const sold = await subscription({
    ...{ provider: provider.organization, customer: customer.organization, friendlyName: 'Cloud' },
    offer: { family: 'azure' },
  })
  const page = await visit(owner.admin)
  await page.goto(`/customers/${customer.organization.id}`)
  await page.getByRole('link', { name: 'Cloud' }).click()
  await expectHeading(page, /^Cloud/)
  await expect(page.getByText('Can still be given back')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Show the order' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Suspend' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Suspend' }).click()
  await expect(page.getByText('Suspended').first()).toBeVisible()
  expect(await row('select status from "Subscription" where id = $1', [sold.id])).toEqual({ status: 'suspended' })
})

test('a request that is withdrawn can no longer be answered, and nothing is ordered', async ({ visit }) => {
  const { reseller, sold, agent, page: path } = await asking()
  const theirs = await visit(reseller.admin)
  await theirs.goto(path)
  await theirs.getByRole('link', { name: 'Ask my provider' }).click()
  await theirs.getByRole('radio', { name: 'Cancel the subscription' }).check()
  await theirs.getByRole('button', { name: 'Send request' }).click()
  await expect(theirs.getByText('Your request is sent.')).toBeVisible()
  const page = await visit(agent)
  await openRequest(page, /^Mail for everybody: cancel/)
  await expect(page.getByText(/€80\.00/).first()).toBeVisible()
  await theirs.getByRole('button', { name: 'Withdraw' }).click()
  await theirs.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click()
  await expect(theirs.getByText('The request is withdrawn.')).toBeVisible()
  await page.getByRole('button', { name: 'Approve and cancel the subscription' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  expect(await row('select status from "Subscription" where id = $1', [sold.id])).toEqual({ status: 'active' })
})
