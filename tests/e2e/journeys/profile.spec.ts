import { requestPartnership } from '@/lib/domain/invitations/commands'
import { acceptPartnership } from '@/lib/domain/partnerships/commands'
import { currentToken } from '../../support/invitations'
import { mailsOf } from '../../support/record'
import { company, person } from '../support/people'
import { expectHeading, heading } from '../support/screen'
import { expect, type Page, test } from '../support/test'

const draft = { locale: 'en', message: 'Good day!\n\n{link}', validDays: 30, delivery: 'self' } as const

test('somebody changes name, time zone, language and notifications, and each holds where it counts', async ({
  visit,
}) => {
  const { organization, admin, actor } = await company('provider', 'Nordlicht Distribution', {
    fullName: 'Marta König',
  })
  const page = await visit(admin, { timezoneId: 'America/New_York' })
  await page.goto('/dashboard')
  await page.getByRole('button', { name: 'Account menu of Marta König' }).click()
  await page.getByRole('link', { name: 'Your profile' }).click()
  await expectHeading(page, 'Your profile')
  await expect(page).toHaveTitle(/Your profile/)
  await expect(page.getByRole('main')).toContainText(admin.email)

  await page.getByLabel('Full name').fill('')
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByLabel('Full name')).toHaveAccessibleDescription(/This is needed/)
  await page.getByLabel('Full name').fill('Marta König-Berg')
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByRole('status')).toContainText('The name is saved.')
  await expect(page.getByRole('button', { name: 'Account menu of Marta König-Berg' })).toBeVisible()

  await expect(page.getByText('Your browser is in another time zone: New York (UTC-0')).toBeVisible()
  await page.getByRole('button', { name: 'Choose it' }).click()
  await expect(zone(page)).toHaveValue('America/New_York')
  await zone(page).selectOption({ value: 'Pacific/Kiritimati' })
  await page.getByRole('button', { name: 'Save time zone' }).click()
  await expect(page.getByRole('status')).toContainText('The time zone is saved.')
  await expect(zone(page)).toHaveValue('Pacific/Kiritimati')
  await page.goto('/activity-log')
  await expect(page.getByRole('columnheader', { name: /Pacific\/Kiritimati/ })).toBeVisible()
  const shown = page.getByRole('row').filter({ hasText: 'renamed' }).locator('time')
  const instant = new Date((await shown.getAttribute('datetime')) ?? '')
  const there = new Intl.DateTimeFormat('en-GB', { timeZone: 'Pacific/Kiritimati', timeStyle: 'short' }).format(instant)
  await expect(shown).toContainText(there)

  await page.goto('/account/profile')
  const answers = page.getByRole('group', { name: 'Answers to invitations' })
  await answers.getByRole('checkbox', { name: 'By mail' }).uncheck()
  await page.getByRole('button', { name: 'Save notifications' }).click()
  await expect(page.getByRole('status')).toContainText('Your notifications are saved.')
  await expect(answers.getByRole('checkbox', { name: 'By mail' })).not.toBeChecked()
  await expect(answers.getByRole('checkbox', { name: 'In the portal' })).toBeChecked()
  const { invitationId } = await requestPartnership(actor, draft)
  const reseller = await company('reseller', 'Alder IT GmbH')
  await acceptPartnership(reseller.actor, { token: await currentToken(invitationId), agreed: true })
  expect((await mailsOf(organization)).map(({ letter }) => letter)).toEqual([])
  await page.goto('/notifications')
  await expect(page.getByRole('main')).toContainText('Alder IT GmbH accepted your invitation')

  await page.goto('/account/profile')
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Русский')
  await page.getByRole('combobox', { name: 'Appearance' }).selectOption('Dark')
  await page.getByRole('button', { name: 'Save language and appearance' }).click()
  await expectHeading(page, 'Ваш профиль')
  await expect(page.getByRole('status')).toContainText('Язык и оформление сохранены.')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.goto('/account/profile')
  await expect(
    page.getByRole('group', { name: 'Ответы на приглашения' }).getByRole('checkbox', { name: 'По почте' }),
  ).not.toBeChecked()
})

test('all of it works before any script has loaded, also on a narrow phone and for a customer', async ({ visit }) => {
  const { organization } = await company('customer', 'Harbour Clinic Group')
  const somebody = await person(organization, [])
  const page = await visit(somebody, { javaScriptEnabled: false, viewport: { width: 360, height: 700 } })
  await page.goto('/account/profile')
  await page.getByLabel('Full name').fill('Naomi Reyes')
  await page.getByRole('button', { name: 'Save name' }).click()
  await expect(page.getByRole('status')).toContainText('The name is saved.')
  await zone(page).selectOption({ label: await optionNamed(page, 'Moscow') })
  await page.getByRole('button', { name: 'Save time zone' }).click()
  await expect(page.getByRole('status')).toContainText('The time zone is saved.')
  await expect(zone(page)).toHaveValue('Europe/Moscow')
  const bought = page.getByRole('group', { name: 'Orders and subscriptions' })
  await expect(bought.getByRole('checkbox')).toHaveCount(1)
  await bought.getByRole('checkbox', { name: 'By mail' }).uncheck()
  await page.getByRole('button', { name: 'Save notifications' }).click()
  await expect(bought.getByRole('checkbox', { name: 'By mail' })).not.toBeChecked()
  await expect(heading(page)).toHaveText('Your profile')
  const wide = await page
    .evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    .catch(() => false)
  expect(wide).toBe(false)
})

const zone = (page: Page) => page.getByRole('combobox', { name: 'Time zone' })

async function optionNamed(page: Page, place: string): Promise<string> {
  return (await zone(page).locator('option', { hasText: place }).first().textContent()) ?? ''
}
