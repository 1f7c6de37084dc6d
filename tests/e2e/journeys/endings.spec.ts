import { invitationFrom } from '../../support/invitations'
import { row } from '../../support/owner'
import { letterTo, pathIn } from '../support/mail'
import { company } from '../support/people'
import { chooseInRow, expectHeading, rowOf, timeline } from '../support/screen'
import { expect, type Page, test } from '../support/test'
import { partners, servingTogether } from '../support/world'

test('a request declined with a reason: the sender reads it on the timeline and in a letter', async ({
  visit,
  portal,
}) => {
  const provider = await company('provider', 'Nordlicht Distribution', { fullName: 'Marta König' })
  const reseller = await company('reseller', 'Alder IT GmbH', { fullName: 'Jonas Lindner' })
  const { token, invitationId } = await invitationFrom(provider.actor, 'partnership', { to: reseller.admin.email })
  const page = await visit(reseller.admin)
  await page.goto(`/invite/${token}`)
  await page.getByRole('button', { name: 'Decline…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Decline the invitation of Nordlicht Distribution?' })
  await dialog.getByLabel('Reason').fill('We stay with “our” provider <b>this year</b>.')
  await dialog.getByRole('button', { name: 'Decline invitation' }).click()
  await expectHeading(page, 'Hello, Jonas Lindner')
  await expect(page.getByText('You have declined the invitation. The sender is told.')).toBeVisible()
  await page.goto(`/invite/${token}`)
  await expectHeading(page, 'Your organization has declined this invitation')

  const sender = await visit(provider.admin)
  await sender.goto(`/invitations/${invitationId}`)
  await expect(timeline(sender)).toContainText(
    'Declined by Jonas Lindner: “We stay with “our” provider <b>this year</b>.”',
  )
  const letter = await letterTo(portal, provider.admin.email, 'Alder IT GmbH has declined your invitation')
  expect(letter.text).toContain('Reason given: We stay with “our” provider <b>this year</b>.')
  expect(letter.html).not.toContain('<b>this year</b>')
})

test('a partnership removed after its impact was shown: customers stay, and a new request makes it anew', async ({
  visit,
  portal,
}) => {
  const { provider, reseller, customer } = await servingTogether()
  const page = await visit(provider.admin)
  await page.goto('/indirect-resellers')
  await chooseInRow(page, 'Alder IT GmbH', 'Actions for Alder IT GmbH', 'Remove partnership')
  await expectHeading(page, 'Remove the partnership with Alder IT GmbH?')
  const main = page.getByRole('main')
  await expect(main).toContainText('One shared customer stays with both of you.'.replace('One', '1'))
  await expect(main).toContainText('Your admin access to the work account of Alder IT GmbH ends.')
  await page.getByRole('button', { name: 'Yes, remove partnership' }).click()
  await expectHeading(page, 'Indirect resellers')
  await expect(page.getByText('The partnership is removed.')).toBeVisible()
  await expect(rowOf(page, 'Alder IT GmbH')).toHaveCount(0)
  const notice = await letterTo(
    portal,
    reseller.organization.contactEmail,
    'Nordlicht Distribution has ended the partnership',
  )
  expect(notice.text).toContain('Your customers stay your customers.')
  await page.goto('/customers')
  await expect(rowOf(page, customer.organization.name)).toBeVisible()

  await page.goto('/indirect-resellers/request-partnership')
  await page.getByLabel('To', { exact: true }).fill(reseller.admin.email)
  await page.getByRole('button', { name: 'Send now' }).click()
  const again = await letterTo(portal, reseller.admin.email, 'would like to be your indirect provider')
  const reader = await visit(reseller.admin)
  await reader.goto('/indirect-providers')
  await expect(reader.getByText('No indirect providers yet')).toBeVisible()
  await reader.goto(pathIn(again))
  await reader.getByRole('checkbox').check()
  await reader.getByRole('button', { name: 'Authorize indirect provider' }).click()
  await expect(rowOf(reader, 'Nordlicht Distribution')).toBeVisible()
  const history = await row(
    `select count(*) filter (where status = 'ended') as ended, count(*) filter (where status = 'active') as active
     from "Partnership" where "providerId" = $1`,
    [provider.organization.id],
  )
  expect(history).toEqual({ ended: '1', active: '1' })
  await reader.goto('/activity-log')
  await expect(reader.getByRole('table')).toContainText(
    'Marta König (Nordlicht Distribution) removed the partnership with Alder IT GmbH',
  )
})

test('admin access withdrawn: the provider’s page of the work account says so, and the partnership stays', async ({
  visit,
  portal,
}) => {
  const { provider, reseller } = await partners()
  const theirs = await visit(provider.admin)
  await theirs.goto('/indirect-resellers')
  await chooseInRow(theirs, 'Alder IT GmbH', 'Actions for Alder IT GmbH', 'Work account')
  await expectHeading(theirs, 'Alder IT GmbH')
  await expect(theirs.getByRole('heading', { name: 'Work account of Alder IT GmbH' })).toBeVisible()
  await expect(rowOf(theirs, 'Jonas Lindner')).toContainText('Global admin')

  const page = await visit(reseller.admin)
  await page.goto('/indirect-providers')
  await chooseInRow(page, 'Nordlicht Distribution', 'Actions for Nordlicht Distribution', 'Withdraw admin access')
  const dialog = page.getByRole('alertdialog', { name: 'Withdraw the admin access of Nordlicht Distribution?' })
  await dialog.getByRole('button', { name: 'Withdraw admin access' }).click()
  await expect(page.getByText('The admin access is withdrawn. You are still partners.')).toBeVisible()
  await expect(rowOf(page, 'Nordlicht Distribution')).toContainText('Withdrawn')
  await letterTo(portal, provider.organization.contactEmail, 'Alder IT GmbH has withdrawn your admin access')

  await theirs.reload()
  await expect(theirs.getByText('The reseller has withdrawn your admin access')).toBeVisible()
  await expect(rowOf(theirs, 'Jonas Lindner')).toHaveCount(0)
  await theirs.getByRole('link', { name: 'Indirect resellers' }).first().click()
  await expect(rowOf(theirs, 'Alder IT GmbH')).toContainText('Withdrawn')
})

test('a customer takes delegated administration back and then ends a relationship; both partners see it', async ({
  visit,
  portal,
}) => {
  const { provider, reseller, customer } = await servingTogether()
  const page = await visit(customer.admin)
  await page.goto('/partner-relationships')
  const card = page.getByRole('article').filter({ hasText: 'Alder IT GmbH' })
  await expect(card).toContainText('May administer your services and people, since')
  await confirm(page, card, 'Remove delegated administration', 'Remove the delegated administration of Alder IT GmbH?')
  await expect(page.getByText('Delegated administration is removed. The relationship stays.')).toBeVisible()
  await expect(card).toContainText('May not administer your services or people')
  await letterTo(
    portal,
    reseller.organization.contactEmail,
    'Harbour Clinic Group has removed delegated administration',
  )

  const resellersPage = await visit(reseller.admin)
  await resellersPage.goto('/customers')
  await expect(rowOf(resellersPage, 'Harbour Clinic Group')).toContainText('Not granted')
  const providersPage = await visit(provider.admin)
  await providersPage.goto('/customers')
  await expect(rowOf(providersPage, 'Harbour Clinic Group')).toContainText('Granted')
  await expect(rowOf(providersPage, 'Harbour Clinic Group')).toContainText('Alder IT GmbH')

  await confirm(page, card, 'End relationship', 'End the relationship with Alder IT GmbH?')
  await expect(page.getByText('The relationship has ended.')).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(1)
  const ended = page.getByRole('region', { name: 'Ended relationships' })
  await expect(ended).toContainText('Alder IT GmbH')
  await expect(ended).toContainText('ended by Naomi Fletcher')
  await letterTo(portal, reseller.organization.contactEmail, 'Harbour Clinic Group has ended the relationship')
  await resellersPage.reload()
  await expect(resellersPage.getByText('No customers yet')).toBeVisible()
  await providersPage.reload()
  await expect(rowOf(providersPage, 'Harbour Clinic Group')).not.toContainText('Alder IT GmbH')
  await page.getByRole('link', { name: 'See what they did' }).click()
  await expect(page.getByRole('table')).toContainText('ended the relationship with Alder IT GmbH')
})

async function confirm(page: Page, card: ReturnType<Page['getByRole']>, deed: string, question: string): Promise<void> {
  await card.getByRole('button', { name: deed }).click()
  await page.getByRole('alertdialog', { name: question }).getByRole('button', { name: deed }).click()
}
