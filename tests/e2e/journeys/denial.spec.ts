import { randomUUID } from 'node:crypto'
import { invitationFrom } from '../../support/invitations'
import { partnership } from '../../support/relations'
import { company, person } from '../support/people'
import { chooseInRow, expectHeading, heading } from '../support/screen'
import { expect, test } from '../support/test'
import { partners, servingTogether } from '../support/world'

test('a helpdesk agent sees the button it may not press, the roles it takes, and who has them', async ({ visit }) => {
  const { provider } = await partners()
  const agent = await person(provider.organization, ['helpdeskAgent'], { fullName: 'Timo Krause' })
  await person(provider.organization, ['salesAgent'], { fullName: 'Sofie Petersen' })
  const page = await visit(agent)
  await page.goto('/indirect-resellers')
  const button = page.getByRole('button', { name: 'Request a partnership' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAccessibleDescription(
    /Needs one of these roles: Global admin, User management admin, Admin agent, Sales agent\./,
  )
  await page.getByRole('link', { name: 'Who has it?' }).first().click()
  await expectHeading(page, 'You may not request a partnership')
  const main = page.getByRole('main')
  await expect(main).toContainText(
    'It takes one of these roles: Global admin, User management admin, Admin agent, Sales agent.',
  )
  await expect(main.getByRole('listitem')).toHaveText([/Marta König · admin@/, /Sofie Petersen · /])
  await expect(main).not.toContainText('Timo Krause')
})

test('what one may not edit on a customer’s account says who may; what one’s kind never does leads to asking', async ({
  visit,
}) => {
  const { provider, reseller, customer } = await servingTogether()
  const page = await visit(await person(provider.organization, ['helpdeskAgent']))
  await page.goto(`/customers/${customer.organization.id}/account`)
  await expect(page.getByRole('button', { name: 'Edit contact' })).not.toHaveAttribute('aria-disabled')
  await expect(page.getByRole('button', { name: 'Edit billing details' })).toHaveAccessibleDescription(
    /Needs one of these roles: Global admin, Billing admin, Admin agent, Sales agent\./,
  )
  const theirs = await visit(reseller.admin)
  await theirs.goto(`/customers/${customer.organization.id}/account`)
  await expect(theirs.getByRole('button', { name: 'Edit contact' })).toBeVisible()
  await expect(theirs.getByRole('button', { name: 'Edit billing details' })).toHaveCount(0)
  await theirs.goto('/requests')
  await expect(theirs.getByText('A customer asks you from the page of one of its subscriptions.')).toBeVisible()
  await theirs.goto(`/customers/${customer.organization.id}/new-subscription`)
  await expectHeading(theirs, 'You may not place orders')
  await expect(theirs.getByText('choose “Ask my provider”')).toBeVisible()
  await theirs.getByRole('main').getByRole('link', { name: 'Customers' }).click()
  await expectHeading(theirs, 'Customers')
})

test('the menu hides what a role may not open, and the address itself leads to the explanation', async ({ visit }) => {
  const { provider, partnershipId } = await partners()
  const agent = await person(provider.organization, ['helpdeskAgent'])
  const page = await visit(agent)
  await page.goto('/dashboard')
  await expect(page.getByRole('navigation').getByRole('link')).toHaveText([
    'Home',
    'Customers',
    'Subscriptions',
    'Orders',
    'Indirect resellers',
    'Requests',
    'Activity log',
    'Roles',
  ])
  const refused: Record<string, string> = {
    '/indirect-resellers/request-partnership': 'You may not send, remind, renew or revoke invitations',
    '/customers/request-relationship': 'You may not send, remind, renew or revoke invitations',
    '/invitations': 'You may not see invitations',
    [`/indirect-resellers/remove/${partnershipId}`]: 'You may not remove a partnership',
  }
  for (const [address, title] of Object.entries(refused)) {
    await page.goto(address)
    await expect(page).toHaveURL(/\/no-access\?permission=/)
    await expectHeading(page, title)
  }
})

test('what is not for one’s kind of organization says so', async ({ visit }) => {
  const { customer, reseller } = await partners()
  const page = await visit(customer.admin)
  for (const address of ['/customers', '/indirect-resellers', '/indirect-providers', '/invitations']) {
    await page.goto(address)
    await expect(page.getByRole('main')).toContainText('This is not available to your kind of organization (Customer).')
  }
  const resellersPage = await visit(reseller.admin)
  await resellersPage.goto('/indirect-resellers/request-partnership')
  await expect(resellersPage.getByRole('main')).toContainText(
    'This is not available to your kind of organization (Indirect reseller).',
  )
})

test('entries of a row that one’s role cannot use lead to who can', async ({ visit }) => {
  const { reseller } = await partners()
  const agent = await person(reseller.organization, ['helpdeskAgent'])
  const page = await visit(agent)
  for (const [entry, title] of [
    ['Who may invite customers?', 'You may not invite customers together with a provider'],
    ['Who may withdraw admin access?', 'You may not withdraw a provider’s admin access'],
  ] as const) {
    await page.goto('/indirect-providers')
    await chooseInRow(page, 'Nordlicht Distribution', 'Actions for Nordlicht Distribution', entry)
    await expectHeading(page, title)
    await expect(page.getByRole('main').getByRole('listitem')).toHaveText([/Jonas Lindner · /])
  }
})

test('rows of others, made-up ids and unknown addresses are all the same: not there', async ({ visit }) => {
  const own = await partners()
  const other = await company('provider', 'Somebody else')
  const theirs = await company('reseller', 'Theirs')
  const theirPartnership = await partnership(other.organization, theirs.organization)
  const { invitationId } = await invitationFrom(other.actor, 'partnership')
  const page = await visit(own.provider.admin)
  const addresses = [
    `/invitations/${invitationId}`,
    `/invitations/${randomUUID()}`,
    '/invitations/not-an-id',
    `/indirect-resellers/remove/${theirPartnership}`,
    `/indirect-resellers/${theirs.organization.id}`,
    '/no-access?permission=made.up',
    '/nothing/of/the/kind',
  ]
  for (const address of addresses) {
    const response = await page.goto(address)
    expect(response?.status(), address).toBe(404)
    await expectHeading(page, 'This page does not exist')
    expect(await page.content()).not.toContain('Somebody else')
  }
  await page.getByRole('link', { name: 'Go to home' }).click()
  await expect(heading(page)).toContainText('Hello')
  const resellersPage = await visit(own.reseller.admin)
  await resellersPage.goto(`/indirect-providers/${other.organization.id}/invite-customers`)
  await expectHeading(resellersPage, 'This page does not exist')
})

test('somebody without any role is told so and whom to ask', async ({ visit }) => {
  const { organization } = await company('customer', 'Harbour Clinic Group')
  const page = await visit(await person(organization, []))
  await page.goto('/dashboard')
  await expect(page.getByRole('main')).toContainText('You have no role yet')
})
