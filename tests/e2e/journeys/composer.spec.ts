import { row } from '../../support/owner'
import { letterTo, pathIn } from '../support/mail'
import { company } from '../support/people'
import { expectHeading, shownLink } from '../support/screen'
import { expect, type Page, test } from '../support/test'

const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] }

async function composing(visit: (who: never, choices?: object) => Promise<Page>, choices = {}) {
  const provider = await company('provider', 'Nordlicht Distribution', { fullName: 'Marta König' })
  const page = await visit(provider.admin as never, choices)
  await page.goto('/indirect-resellers/request-partnership')
  return {
    provider,
    page,
    before: page.getByLabel('Message before the link'),
    after: page.getByLabel('Message after the link'),
  }
}

test('the link of a message cannot be taken out, doubled or typed over', async ({ visit, portal }) => {
  const { provider, page, before, after } = await composing(visit)
  await expect(before).toHaveValue(/^Hello,/)
  await page.getByLabel('To', { exact: true }).fill('it@alder-it.example')
  await before.fill('Here is a second one: {link}')
  await page.getByRole('button', { name: 'Send now' }).click()
  await expect(page.getByRole('alert').first()).toContainText('has to contain the personal link exactly once')
  await expect(before).toHaveValue('Here is a second one: {link}')
  await expect(page.getByLabel('To', { exact: true })).toHaveValue('it@alder-it.example')

  // Everything that can be selected is deleted: the link is no part of it.
  for (const half of [before, after]) {
    await half.press('ControlOrMeta+a')
    await half.press('Delete')
    await half.press('Backspace')
    await expect(half).toHaveValue('')
  }
  const box = page.getByRole('group', { name: 'Message' })
  await expect(box.getByText('Your personal link')).toBeVisible()
  await expect(box.locator('textarea, input, [contenteditable]')).toHaveCount(2)
  const reseller = `it@${provider.organization.mark}-reseller.example`
  await page.getByLabel('To', { exact: true }).fill(reseller)
  await page.getByRole('button', { name: 'Send now' }).click()
  await expect(page.getByText('The invitation is on its way')).toBeVisible()
  expect(pathIn(await letterTo(portal, reseller, 'would like to be your indirect provider'))).toMatch(
    /^\/invite\/inv_r_/,
  )
})

test('choosing another language rewrites the draft, but never a text somebody has edited', async ({ visit }) => {
  const { page, before } = await composing(visit)
  const language = page.getByLabel('Language of the message')
  await language.selectOption('ru')
  await expect(before).toHaveValue(/^Здравствуйте!/)
  await language.selectOption('en')
  await expect(before).toHaveValue(/^Hello,/)
  await before.fill('Dear Jonas, as we said on the phone:')
  await language.selectOption('ru')
  await expect(before).toHaveValue('Dear Jonas, as we said on the phone:')
  await page.getByRole('button', { name: 'Replace my text with the draft in this language' }).click()
  await expect(before).toHaveValue(/^Здравствуйте!/)
})

test('copying puts the whole message with its link on the clipboard, and Done leads back to the list', async ({
  visit,
}) => {
  const { page, before } = await composing(visit, clipboard)
  await before.fill('Dear Jonas, please open this:')
  await page.getByRole('button', { name: 'Copy to clipboard' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Copied to the clipboard.' })).toBeVisible()
  const link = await shownLink(page)
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/^Dear Jonas, please open this:/)
  expect(copied.split(link)).toHaveLength(2)
  expect(copied).not.toContain('{link}')
  await page.getByRole('link', { name: 'Done' }).click()
  await expectHeading(page, 'Indirect resellers')
})

test('without leave to use the clipboard the message stands there to be copied by hand', async ({ visit }) => {
  const { page } = await composing(visit, { permissions: [] })
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
  })
  await page.reload()
  await page.getByRole('button', { name: 'Copy to clipboard' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'did not allow copying' })).toBeVisible()
  const link = await shownLink(page)
  await expect(page.getByLabel('Message', { exact: true })).toHaveValue(new RegExp(link))
})

test('a short message opens in the mail program; one that mail programs would cut is copied instead', async ({
  visit,
}) => {
  const { page } = await composing(visit, clipboard)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Page.enable')
  const opened: string[] = []
  devtools.on('Page.frameRequestedNavigation', ({ url }) => opened.push(url))
  await page.getByRole('button', { name: 'Open in email' }).click()
  const mailto = page.getByRole('link', { name: 'Open in email' })
  await expect(mailto).toHaveAttribute('href', /^mailto:\?subject=.*inv_r_/)
  await expect.poll(() => opened.filter((url) => url.startsWith('mailto:'))).toHaveLength(1)

  await page.goto('/indirect-resellers/request-partnership')
  await page.getByLabel('Language of the message').selectOption('ru')
  await page.getByRole('button', { name: 'Open in email' }).click()
  await expect(page.getByText('The message is too long for “Open in email”')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'Copied to the clipboard.' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(await shownLink(page))
  await expect(mailto).toHaveCount(0)
  expect(opened.filter((url) => url.startsWith('mailto:'))).toHaveLength(1)
})

test('what is wrong in the form is said at the field, and nothing is created', async ({ visit }) => {
  const { provider, page } = await composing(visit)
  await page.getByRole('button', { name: 'Send now' }).click()
  await expect(page.getByRole('alert').first()).toContainText('To let the portal send it, enter an address')
  await page.getByLabel('How many organizations may use the link').fill('501')
  await page.getByRole('button', { name: 'Copy to clipboard' }).click()
  await expect(page.getByLabel('How many organizations may use the link')).toHaveAccessibleDescription(
    /too small or too large/,
  )
  await page.getByLabel('To', { exact: true }).fill('not an address')
  await page.getByRole('button', { name: 'Send now' }).click()
  await expect(page.getByLabel('To', { exact: true })).toHaveAccessibleDescription(/not an e-mail address/)
  const statement = 'select count(*) as n from "Invitation" where "issuerOrganizationId" = $1'
  expect(await row(statement, [provider.organization.id])).toEqual({ n: '0' })
})
