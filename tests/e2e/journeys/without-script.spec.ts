import { invitationFrom } from '../../support/invitations'
import { currentRun } from '../stage/run'
import { company } from '../support/people'
import { expectHeading, fillSignIn, rowOf } from '../support/screen'
import { expect, test } from '../support/test'
import { servingTogether } from '../support/world'

test('signing in and authorizing a provider work before any script has loaded', async ({ visit }) => {
  const provider = await company('provider', 'Nordlicht Distribution')
  const reseller = await company('reseller', 'Alder IT GmbH')
  const { token } = await invitationFrom(provider.actor, 'partnership', { to: reseller.admin.email })
  const page = await visit(null, { javaScriptEnabled: false })
  await page.goto(`/invite/${token}`)
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await fillSignIn(page, { email: reseller.admin.email, password: 'not the right one' })
  await expect(page.getByRole('alert')).toContainText('E-mail address or password is not right.')
  await expect(page.getByLabel('E-mail')).toHaveValue(reseller.admin.email)
  await fillSignIn(page, { email: reseller.admin.email, password: currentRun().password })
  await page.waitForURL(`**/invite/${token}`)
  await page.getByRole('button', { name: 'Authorize indirect provider' }).click()
  await expect(page.getByRole('checkbox')).toHaveAccessibleDescription(/Tick this box to go on/)
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Authorize indirect provider' }).click()
  await expectHeading(page, 'Indirect providers')
  await expect(rowOf(page, 'Nordlicht Distribution')).toBeVisible()
  await page.getByRole('button', { name: 'Actions for Nordlicht Distribution' }).click()
  await page.getByRole('button', { name: 'Withdraw admin access', exact: true }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw admin access' }).click()
  await expect(rowOf(page, 'Nordlicht Distribution')).toContainText('Withdrawn')
  await page.getByRole('button', { name: /^Account menu/ }).click()
  await page.getByRole('button', { name: 'Русский' }).click()
  await expectHeading(page, 'Непрямые поставщики')
  await page.getByRole('button', { name: /^Меню учетной записи/ }).click()
  await page.getByRole('button', { name: 'Выйти' }).click()
  await expectHeading(page, 'Войти')
})

test('a row of customers opens, with what its menu leads to, before any script has loaded', async ({ visit }) => {
  const { reseller, customer } = await servingTogether()
  const page = await visit(reseller.admin, { javaScriptEnabled: false })
  await page.goto('/customers?search=harbour')
  await page.getByRole('button', { name: 'Details of Harbour Clinic Group' }).click()
  await expect(page).toHaveURL(/search=harbour/)
  const details = page.getByRole('row').filter({ hasText: 'Microsoft ID' })
  await expect(details).toContainText(customer.organization.id)
  await page.goto('/customers')
  await page.getByRole('button', { name: 'Actions for Harbour Clinic Group' }).click()
  await details.getByRole('link', { name: 'Users and licenses' }).click()
  await expectHeading(page, 'Users and licenses')
})
