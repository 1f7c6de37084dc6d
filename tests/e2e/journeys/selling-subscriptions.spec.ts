import { row, rows } from '../../support/owner'
import { ledger, started } from '../../support/selling'
import { assignment, offer, type SubscriptionChoices, subscription } from '../../support/subscriptions'
import { person } from '../support/people'
import { expectHeading } from '../support/screen'
import { expect, type Page, test } from '../support/test'
import { servingTogether } from '../support/world'

type Choices = Omit<SubscriptionChoices, 'provider' | 'customer'>

/** Something sold to a customer, and the page that shows it. */
async function sale(choices: Choices = {}, where: { country?: string } = {}) {
  const trio = await servingTogether(where)
  const parties = { provider: trio.provider.organization, customer: trio.customer.organization }
  const sold = await subscription({ ...parties, friendlyName: 'Mail for everybody', ...choices })
  const agent = await person(trio.provider.organization, ['adminAgent'])
  const path = `/customers/${trio.customer.organization.id}/subscriptions/${sold.id}`
  return { ...trio, sold, agent, path }
}

const boughtNow = (): Choices => ({ addedAt: new Date(), ...started(new Date()) })

/** Where the offers of the tests are sold: they are in euros. */
const euros = { country: 'DE' }

/** Midnight UTC, so many days ago. */
function daysAgo(days: number): Date {
  return new Date(Math.floor(Date.now() / 86_400_000 - days) * 86_400_000)
}

const status = (page: Page) => page.getByRole('region', { name: 'Status' })
const seats = (page: Page) => page.getByRole('region', { name: 'Licenses' })

test('on its first day a subscription is cancelled for everything that was paid', async ({ visit }) => {
  const { sold, agent, customer, path } = await sale(boughtNow())
  const page = await visit(agent)
  await page.goto(path)
  await status(page).getByRole('button', { name: 'Cancel subscription' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Cancel Mail for everybody?' })
  await expect(dialog).toContainText('Refund: €80.00, everything that was paid. This holds in the first 24 hours.')
  await expect(dialog).toContainText('At suggested retail: €100.00.')
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  await expect(dialog).toBeHidden()
  await status(page).getByRole('button', { name: 'Cancel subscription' }).click()
  await dialog.getByRole('button', { name: 'Cancel subscription' }).click()
  await expect(status(page).getByText('Deleted', { exact: true })).toBeVisible()
  await expect(seats(page)).toHaveCount(0)
  expect((await ledger(sold)).map(({ kind, listAmount }) => [kind, listAmount])).toEqual([['refund', '-80.00']])

  const theirs = await visit(customer.admin)
  await theirs.goto(path)
  await expect(theirs.getByRole('region', { name: 'History' })).toContainText('cancelled it')
})

test('within seven days what is left comes back by day, to the cent that was shown', async ({ visit }) => {
  const startedAt = daysAgo(3)
  const { sold, agent, path } = await sale({ startedAt, quantity: 7 })
  const { periodEndsAt } = await row<{ periodEndsAt: Date }>(
    'select "periodEndsAt" from "Subscription" where id = $1',
    [sold.id],
  )
  const days = (until: Date, since: Date) => Math.round((until.getTime() - since.getTime()) / 86_400_000)
  // 8.00 a license and month; a day that has begun is used.
  const perSeat = Math.round((800 * (days(periodEndsAt, startedAt) - 3)) / days(periodEndsAt, startedAt))
  const refund = ((perSeat * 7) / 100).toFixed(2)
  const page = await visit(agent)
  await page.goto(path)
  await status(page).getByRole('button', { name: 'Cancel subscription' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText(`Refund: €${refund}, for the days of the billing period that are left.`)
  await dialog.getByRole('button', { name: 'Cancel subscription' }).click()
  await expect(status(page).getByText('Deleted', { exact: true })).toBeVisible()
  expect((await ledger(sold)).map(({ listAmount }) => listAmount)).toEqual([`-${refund}`])
})

test('after seven days there is no way to cancel, and the reason and the way out are told', async ({ visit }) => {
  const { agent, path } = await sale({ startedAt: daysAgo(10) })
  const page = await visit(agent)
  await page.goto(path)
  const cancel = status(page).getByRole('button', { name: 'Cancel subscription' })
  await expect(cancel).toHaveAttribute('aria-disabled', 'true')
  await expect(cancel).toHaveAccessibleDescription(
    /^Seven days after purchase or renewal .* Turn off auto-renew instead/,
  )
  await cancel.click({ force: true })
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await expect(seats(page)).toContainText('No license can be given back now')
})

test('licenses are added and given back inside the window, never below those people have', async ({ visit }) => {
  const { sold, agent, customer, path } = await sale({ ...boughtNow(), quantity: 3 })
  for (const fullName of ['Anna Weiss', 'Boris Braun'])
    await assignment(sold, await person(customer.organization, [], { fullName }))
  const page = await visit(agent)
  await page.goto(path)
  const quantity = seats(page).getByLabel('Quantity')
  await quantity.fill('8')
  await expect(seats(page).getByRole('status')).toContainText(/^5 licenses more cost €40\.00 until /)
  await expect(seats(page).getByRole('status')).toContainText('From then on 8 licenses cost €64.00 per billing period.')
  await seats(page).getByRole('button', { name: 'Submit' }).click()
  await expect(seats(page)).toContainText('2 of 8 assigned')
  await expect(seats(page)).toContainText('5 licenses, added')
  await expect(seats(page)).toContainText('7 days left')
  await expect(page.getByRole('region', { name: 'History' })).toContainText('changed the quantity from 3 to 8')

  await quantity.fill('4')
  await expect(seats(page).getByRole('status')).toContainText('4 licenses less bring back €32.00.')
  await seats(page).getByRole('button', { name: 'Submit' }).click()
  await expect(seats(page)).toContainText('2 of 4 assigned')
  expect((await ledger(sold)).reduce((sum, { listAmount }) => sum + Number(listAmount), 0)).toBe(8)

  await quantity.fill('1')
  await expect(seats(page).getByText('2 licenses are assigned to people.')).toBeVisible()
  await expect(seats(page).getByRole('button', { name: 'Submit' })).toBeDisabled()
  await page.reload()
  await expect(seats(page)).toContainText('2 of 4 assigned')
})

test('licenses whose window has closed stay, and only the newer ones can go', async ({ visit }) => {
  const { agent, path } = await sale({ startedAt: daysAgo(10), quantity: 10 })
  const page = await visit(agent)
  await page.goto(path)
  const quantity = seats(page).getByLabel('Quantity')
  await quantity.fill('12')
  await seats(page).getByRole('button', { name: 'Submit' }).click()
  await expect(seats(page)).toContainText('0 of 12 assigned')
  await expect(seats(page)).toContainText('2 licenses, added')
  await quantity.fill('9')
  await expect(seats(page).getByRole('button', { name: 'Submit' })).toBeDisabled()
  await expect(seats(page).getByRole('status')).toContainText('2')
  await quantity.fill('10')
  await seats(page).getByRole('button', { name: 'Submit' }).click()
  await expect(seats(page)).toContainText('0 of 10 assigned')
})

test('a Helpdesk agent suspends outside the Office 365 family, and the customer reads why', async ({ visit }) => {
  const { provider, customer, path } = await sale({ ...boughtNow(), offer: { family: 'voice' } })
  const page = await visit(await person(provider.organization, ['helpdeskAgent']))
  await page.goto(path)
  await status(page).getByRole('button', { name: 'Suspend' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Suspend Mail for everybody?' })
  await dialog.getByLabel('Reason').fill('Unpaid since October')
  await dialog.getByRole('button', { name: 'Suspend' }).click()
  await expect(status(page).getByText('Suspended', { exact: true })).toBeVisible()
  await expect(status(page)).toContainText('Auto-expiry')
  const theirs = await visit(customer.admin)
  await theirs.goto(path)
  await expect(status(theirs)).toContainText('Reason: Unpaid since October')
  await status(page).getByRole('button', { name: 'Reactivate' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reactivate' }).click()
  await expect(status(page).getByText('Active', { exact: true })).toBeVisible()
})

test('inside the Office 365 family a Helpdesk agent is refused, and the roles and people are named', async ({
  visit,
}) => {
  const { provider, path } = await sale({ ...boughtNow(), offer: { family: 'office365' } })
  const helpdesk = await person(provider.organization, ['helpdeskAgent'])
  const page = await visit(helpdesk)
  await page.goto(path)
  const suspend = status(page).getByRole('button', { name: 'Suspend' })
  await expect(suspend).toHaveAttribute('aria-disabled', 'true')
  await expect(suspend).toHaveAccessibleDescription(/Needs one of these roles: Global admin, Admin agent/)
  await status(page).getByRole('link', { name: 'Who has it?' }).first().click()
  await expectHeading(page, 'You may not manage subscriptions of the Office 365 family')
  await expect(page.getByText('Marta König')).toBeVisible()
})

test('a trial says what it will cost, to the cent and for as many licenses as one types, before it is converted', async ({
  visit,
}) => {
  const paid = await offer({ prices: { list: '8.15', reseller: '9.00', retail: '10.00' } })
  const { sold, agent, path } = await sale({ quantity: 25, offer: { isTrial: true, convertsTo: paid.id } }, euros)
  const page = await visit(agent)
  await page.goto(path)
  const become = page.getByRole('region', { name: 'Convert trial to paid subscription' })
  await expect(become.getByText('To be billed now: €203.75')).toBeVisible()
  await become.getByLabel('Quantity').fill('3')
  await expect(become.getByText('To be billed now: €24.45')).toBeVisible()
  await become.getByRole('button', { name: 'Convert trial' }).click()
  await expect(seats(page)).toContainText('0 of 3')
  expect((await ledger(sold)).map(({ listAmount }) => listAmount)).toEqual(['24.45'])
})

test('an upgrade says what it comes to, and does not happen at another price', async ({ visit }) => {
  const better = await offer({ prices: { list: '20.00', reseller: '22.00', retail: '25.00' } })
  const { sold, agent, path } = await sale({ ...boughtNow(), quantity: 2, offer: { upgradesTo: [better.id] } }, euros)
  const page = await visit(agent)
  await page.goto(path)
  const become = page.getByRole('region', { name: 'Upgrade' })
  await expect(become.getByText('To be billed now: €24.00')).toBeVisible()
  await rows('update "CatalogAvailability" set "listPrice" = 30 where id = $1', [better.availabilityId])
  await become.getByRole('button', { name: 'Upgrade now' }).click()
  await expect(become.getByRole('alert')).toContainText('Look at it again')
  expect(await ledger(sold)).toEqual([])
  await page.reload()
  await expect(become.getByText('To be billed now: €44.00')).toBeVisible()
  await become.getByRole('button', { name: 'Upgrade now' }).click()
  await expect(page.getByRole('region', { name: 'Details' })).toContainText(better.title)
})
