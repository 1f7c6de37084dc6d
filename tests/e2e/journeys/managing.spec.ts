import { lettersTo, letterTo, pathIn } from '../support/mail'
import { type Company, company } from '../support/people'
import { expectHeading, shownLink, timeline } from '../support/screen'
import { expect, type Page, test } from '../support/test'

/** The invitation's own page, after the portal has mailed it. */
async function sentInvitation(page: Page, to: string): Promise<void> {
  await page.goto('/indirect-resellers/request-partnership')
  await page.getByLabel('To', { exact: true }).fill(to)
  await page.getByRole('button', { name: 'Send now' }).click()
  await expectHeading(page, to)
}

async function twoCompanies(): Promise<{ provider: Company; reseller: Company }> {
  const provider = await company('provider', 'Nordlicht Distribution', { fullName: 'Marta König' })
  const reseller = await company('reseller', 'Alder IT GmbH', { fullName: 'Jonas Lindner' })
  return { provider, reseller }
}

test('a reminder carries the same link; a new link ends the old one and says so to whoever opens it', async ({
  visit,
  portal,
}) => {
  const { provider, reseller } = await twoCompanies()
  const { email } = reseller.admin
  const page = await visit(provider.admin)
  await sentInvitation(page, email)
  const first = pathIn(await letterTo(portal, email, 'would like to be your indirect provider'))
  await page.getByRole('button', { name: 'Remind' }).click()
  await expect(page.getByRole('region', { name: 'Messages' }).getByText('The message is on its way.')).toBeVisible()
  expect(pathIn(await letterTo(portal, email, 'Reminder: Nordlicht Distribution'))).toBe(first)

  await page.getByRole('button', { name: 'Send a new link' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'A new link is on its way.' })).toBeVisible()
  await expect(timeline(page)).toContainText('New link; the old one ended')
  await expect.poll(() => lettersTo(portal, email)).toHaveLength(3)
  const [, , latest] = lettersTo(portal, email)
  const second = pathIn(latest ?? { text: '' })
  expect(second).not.toBe(first)

  const reader = await visit(reseller.admin)
  await reader.goto(first)
  await expectHeading(reader, 'There is a newer link')
  await reader.goto(second)
  await expectHeading(reader, 'Nordlicht Distribution wants to be your indirect provider')
})

test('the link can be shown and copied; revoking asks first, and then the link is dead', async ({ visit }) => {
  const { provider, reseller } = await twoCompanies()
  const page = await visit(provider.admin, { permissions: ['clipboard-read', 'clipboard-write'] })
  await sentInvitation(page, reseller.admin.email)
  await page.getByRole('button', { name: 'Show link' }).click()
  await expect(timeline(page)).toContainText('Link shown to the sender')
  const link = await shownLink(page)
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)

  const dialog = page.getByRole('alertdialog', { name: 'Revoke this invitation?' })
  await page.getByRole('button', { name: 'Revoke' }).click()
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Revoke' }).click()
  await dialog.getByRole('button', { name: 'Revoke' }).click()
  await expect(timeline(page)).toContainText('Revoked by Marta König')
  await expect(page.getByRole('main').getByText('Revoked', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remind' })).toHaveCount(0)

  const reader = await visit(reseller.admin)
  await reader.goto(new URL(link).pathname)
  await expectHeading(reader, 'Nordlicht Distribution has withdrawn this invitation')
})

test('a copied invitation is mailed by the portal later, and an open link gets a new one in place', async ({
  visit,
  portal,
}) => {
  const { provider, reseller } = await twoCompanies()
  const { email } = reseller.admin
  const page = await visit(provider.admin)
  await page.goto('/indirect-resellers/request-partnership')
  await page.getByLabel('To', { exact: true }).fill(email)
  await page.getByRole('button', { name: 'Copy to clipboard' }).click()
  const link = await shownLink(page)
  await page.goto('/invitations')
  await page.getByRole('link', { name: email }).click()
  await page.getByRole('button', { name: 'Send by the portal' }).click()
  await expect(page.getByRole('region', { name: 'Messages' }).getByText('The message is on its way.')).toBeVisible()
  expect(pathIn(await letterTo(portal, email, 'would like to be your indirect provider'))).toBe(new URL(link).pathname)

  await page.goto('/indirect-resellers/request-partnership')
  await page.getByRole('button', { name: 'Copy to clipboard' }).click()
  const open = await shownLink(page)
  await page.goto('/invitations')
  await page.getByRole('link', { name: 'Open link' }).click()
  await page.getByRole('button', { name: 'New link' }).click()
  await expect(page.getByText('Shown here once.')).toBeVisible()
  expect(await shownLink(page)).not.toBe(open)
})

test('people and mail scanners are told apart on the timeline, and looking never counts as an answer', async ({
  visit,
}) => {
  const { provider, reseller } = await twoCompanies()
  const page = await visit(provider.admin)
  await sentInvitation(page, reseller.admin.email)
  await page.getByRole('button', { name: 'Show link' }).click()
  const path = new URL(await shownLink(page)).pathname

  // A scanner runs the page's script but moves no pointer.
  const scanner = await visit(null)
  await scanner.goto(path)
  await scanner.waitForLoadState('networkidle')
  await expectTimeline(page, ['Opened by a mail scanner'], ['Opened by a person'])
  // The issuer's own look is no opening.
  await page.goto(path)
  await page.goBack()
  const reader = await visit(null)
  await reader.goto(path)
  await reader.waitForLoadState('networkidle')
  await reader.mouse.move(200, 200)
  await reader.mouse.move(220, 210)
  await expectTimeline(page, ['Opened by a mail scanner', 'Opened by a person'], ['times'])
  await expect(page.getByRole('main').getByText('Waiting', { exact: true })).toBeVisible()
})

async function expectTimeline(page: Page, present: string[], absent: string[]): Promise<void> {
  await expect(async () => {
    await page.reload()
    for (const text of present) await expect(timeline(page)).toContainText(text, { timeout: 500 })
    for (const text of absent) await expect(timeline(page)).not.toContainText(text, { timeout: 500 })
  }).toPass({ timeout: 20_000 })
}
