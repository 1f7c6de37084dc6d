import { company } from '../support/people'
import { expectHeading, heading } from '../support/screen'
import { expect, type Page, test } from '../support/test'

const theme = (page: Page) => page.locator('html').getAttribute('data-theme')

test('language and appearance chosen in the menu hold on every page, in every browser, and after signing out', async ({
  visit,
}) => {
  const { admin } = await company('provider', 'Nordlicht Distribution', { fullName: 'Marta König' })
  const page = await visit(admin)
  await page.goto('/customers')
  await page.getByRole('button', { name: 'Account menu of Marta König' }).click()
  await page.getByRole('button', { name: 'Dark' }).click()
  await expect.poll(() => theme(page)).toBe('dark')
  await page.getByRole('button', { name: 'Account menu of Marta König' }).click()
  await page.getByRole('button', { name: 'Русский' }).click()
  await expectHeading(page, 'Клиенты')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await page.goto('/activity-log')
  await expectHeading(page, 'Журнал действий')
  const other = await visit(admin)
  await other.goto('/customers')
  await expectHeading(other, 'Клиенты')
  expect(await theme(other)).toBe('dark')
  await page.getByRole('button', { name: 'Меню учетной записи: Marta König' }).click()
  await page.getByRole('button', { name: 'Выйти' }).click()
  await expectHeading(page, 'Войти')
  expect(await theme(page)).toBe('dark')
})

test('a stranger reads the language the browser asks for, and may choose the other', async ({ visit }) => {
  const page = await visit(null, { locale: 'ru-RU' })
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(heading(page)).toHaveText('Partners and customers, in one place')
  await page.goto('/sign-in')
  await expectHeading(page, 'Sign in')
  const other = await visit(null, { locale: 'de-DE' })
  await other.goto('/sign-in')
  await expectHeading(other, 'Sign in')
})
