import { invitationFrom } from '../../support/invitations'
import { currentRun } from '../stage/run'
import { company } from '../support/people'
import { expectHeading } from '../support/screen'
import { expect, type Locator, type Page, test } from '../support/test'

test('a Global admin signs in and authorizes a provider with the keyboard alone', async ({ visit }) => {
  const provider = await company('provider', 'Nordlicht Distribution')
  const reseller = await company('reseller', 'Alder IT GmbH')
  const { token } = await invitationFrom(provider.actor, 'partnership', { to: reseller.admin.email })
  const page = await visit(null)
  await page.goto(`/invite/${token}`)
  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Sign in' }))
  await page.keyboard.press('Enter')
  await expectHeading(page, 'Sign in')
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await page.keyboard.type(reseller.admin.email)
  await tabTo(page, page.getByLabel('Password'))
  await page.keyboard.type(currentRun().password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/invite/${token}`)
  await tabTo(page, page.getByRole('checkbox', { name: /^I understand/ }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('button', { name: 'Authorize indirect provider' }))
  await page.keyboard.press('Enter')
  await expectHeading(page, 'Indirect providers')
  await tabTo(page, page.getByRole('button', { name: 'Actions for Nordlicht Distribution' }))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'View customers' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'Invite new customers' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Actions for Nordlicht Distribution' })).toBeFocused()
})

test('declining in a dialog: the focus goes in, stays in, and comes back', async ({ visit }) => {
  const provider = await company('provider', 'Nordlicht Distribution')
  const reseller = await company('reseller', 'Alder IT GmbH')
  const { token } = await invitationFrom(provider.actor, 'partnership', { to: reseller.admin.email })
  const page = await visit(reseller.admin)
  await page.goto(`/invite/${token}`)
  const opener = page.getByRole('button', { name: 'Decline…' })
  await tabTo(page, opener)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Reason')).toBeFocused()
  for (let press = 0; press < 6; press += 1) {
    await page.keyboard.press('Tab')
    const outside = await page.evaluate(() => {
      const at = document.activeElement
      return at !== document.body && !at?.closest('dialog')
    })
    expect(outside, 'the focus left the dialog').toBe(false)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
})

for (const address of ['/', '/sign-in', '/dashboard', '/customers']) {
  test(`the skip link comes first on ${address} and leads past the menu`, async ({ visit }) => {
    const { admin } = await company('provider', 'Nordlicht Distribution')
    const page = await visit(address === '/' || address === '/sign-in' ? null : admin)
    await page.goto(address)
    // A field that has the focus from the start is no part of the order from the top.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to content' })
    if (address !== '/sign-in') await expect(skip).toBeFocused()
    else await skip.focus()
    await expect(skip).toBeInViewport()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
  })
}

/** Presses Tab until the target has the focus, and makes sure that every stop on the way can be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let press = 0; press < 40; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
    expect(await invisibleFocus(page), 'a stop without a visible focus').toBeNull()
  }
  throw new Error('Forty presses of Tab did not reach it.')
}

/** What has the focus without showing it; null where it shows, or where nothing has it. */
function invisibleFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    const { width, height } = element.getBoundingClientRect()
    const shows = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none'
    return shows && width > 1 && height > 1 ? null : element.outerHTML.slice(0, 200)
  })
}
