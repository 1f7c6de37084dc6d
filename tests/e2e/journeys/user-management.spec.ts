import { readFile } from 'node:fs/promises'
import { count, row, rows } from '../../support/owner'
import { company, person } from '../support/people'
import { expectHeading, fillSignIn, rowOf } from '../support/screen'
import { expect, type Locator, type Page, test } from '../support/test'
import { partners } from '../support/world'

const ownPassword = 'a bicycle made of glass'

test('a new colleague signs in with the password that was shown once, and changes it', async ({ visit }) => {
  const { admin, organization: of } = await company('reseller', 'Alder IT GmbH', { fullName: 'Jonas Lindner' })
  const page = await visit(admin)
  await page.goto('/dashboard')
  await page.getByRole('navigation').getByRole('link', { name: 'User management' }).click()
  await expectHeading(page, 'User management')
  await page.getByRole('link', { name: 'Add user', exact: true }).click()
  await expect(page.getByRole('radio', { name: 'Not an agent' })).toBeChecked()
  await expect(page.getByRole('radio', { name: 'Not an admin' })).toBeChecked()
  await page.getByLabel('Full name').fill('Anna Weiss')
  await page.getByLabel('E-mail').fill(admin.email)
  await page.getByRole('radio', { name: 'Sales agent' }).check()
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText('An account with this address exists already.')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Sales agent' })).toBeChecked()
  const email = `anna@${of.domain}`
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'User name and temporary password' })).toBeFocused()
  await expect(page.locator('#once-user-name')).toHaveText(email)
  const password = (await page.locator('#once-password').textContent()) ?? ''
  const asked: string[] = []
  page.once('dialog', (dialog) => {
    asked.push(dialog.message())
    return dialog.dismiss()
  })
  await page.getByRole('navigation').getByRole('link', { name: 'Home' }).click()
  expect(asked).toEqual(['The password is not shown again. Leave this page?'])
  await page.getByRole('link', { name: 'Done' }).click()
  await expect(rowOf(page, /Anna Weiss/)).toContainText('Waits for first sign-in')
  await expect(page.getByText(password)).toBeHidden()

  const theirs = await visit(null)
  await theirs.goto('/sign-in')
  await fillSignIn(theirs, { email, password })
  await theirs.waitForURL('**/set-password*')
  await theirs.locator('[name=currentPassword]').fill(password)
  await theirs.locator('[name=newPassword]').fill(ownPassword)
  await theirs.locator('[name=repeatedPassword]').fill(ownPassword)
  await theirs.getByRole('main').getByRole('button').first().click()
  await theirs.waitForURL('**/dashboard')
  await page.reload()
  await expect(rowOf(page, /Anna Weiss/)).toContainText('Active')
  expect(await row('select roles::text[] from "User" where email = $1', [email])).toEqual({ roles: ['salesAgent'] })
})

test('somebody refused asks, the Global admin finds it, gives the role, and it works', async ({ visit }) => {
  const { provider } = await partners()
  const agent = await person(provider.organization, ['helpdeskAgent'], { fullName: 'Timo Krause' })
  const theirs = await visit(agent)
  await theirs.goto('/customers')
  await theirs.getByRole('link', { name: 'Who has it? Ask them' }).first().click()
  await expectHeading(theirs, 'You may not add a customer')
  await expect(theirs.getByRole('main')).toContainText('Marta König')
  await theirs.getByRole('button', { name: 'Ask them' }).click()
  await expect(theirs.getByText('They are told.')).toBeVisible()
  await expect(theirs.getByRole('button', { name: 'Ask them' })).toBeHidden()

  const page = await visit(provider.admin)
  await page.goto('/dashboard')
  await page.getByRole('link', { name: 'Notifications: 1 unread' }).click()
  await expectHeading(page, 'Notifications')
  await expect(page.getByText('Timo Krause may not')).toBeVisible()
  await page.getByRole('button', { name: 'Open' }).click()
  await expectHeading(page, 'Timo Krause')
  await expect(page.getByRole('heading', { name: 'Timo Krause asks for' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Notifications', exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Edit roles' }).click()
  await page.getByRole('radio', { name: 'Admin agent' }).check()
  await page.getByRole('button', { name: 'Update' }).click()
  await expect(page.getByText('The roles are updated.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Timo Krause asks for' })).toBeHidden()
  await expect(page.getByRole('main')).toContainText('through Admin agent')

  await theirs.reload()
  await expectHeading(theirs, 'You may add a customer now')
  await theirs.goto('/customers')
  await expect(theirs.getByRole('link', { name: 'Who has it? Ask them' })).toHaveCount(0)
  await theirs.goto('/notifications')
  await expect(theirs.getByText('changed your roles')).toContainText('New: Admin agent')
})

test('a file with a bad row is corrected, and nobody is added twice', async ({ visit }) => {
  const { admin, organization: of } = await company('provider', 'Nordlicht Distribution')
  const page = await visit(admin)
  await page.goto('/user-management')
  await page.getByRole('link', { name: 'Add users from a file' }).click()
  const sample = await saved(page, page.getByRole('link', { name: 'Download a sample' }))
  expect(sample).toContain('Full name,E-mail,Agent level,Admin level')
  await choose(
    page,
    `Full name;E-mail;Agent level;Admin level
Emil Rot;emil@${of.domain};Sales agent;
Дарья Орлова;daria@${of.domain};Агент администрирования;Администратор управления пользователями
Fritz;fritz@${of.domain};Wizard;`,
  )
  await expectHeading(page, 'Check before adding')
  await expect(page.getByText('2 rows can be added, 1 row cannot')).toBeVisible()
  await expect(rowOf(page, /Fritz/)).toContainText('This is no agent level.')
  expect(await count('User', '"organizationId" = $1', [of.id])).toBe(1)
  await page.getByRole('button', { name: 'Add 2 users' }).click()
  await expect(page.getByText('2 people were added, 1 row was left out')).toBeVisible()
  const failed = await saved(page, page.getByRole('link', { name: 'Download the rows with mistakes' }))
  expect(failed).toContain(`Fritz,fritz@${of.domain},Wizard,`)
  expect(failed).not.toContain('Emil')

  await page.getByRole('link', { name: 'Upload a file' }).click()
  // Whoever was added is in the corrected file, too.
  await choose(page, `${failed.replace('Wizard', 'Helpdesk agent').trim()}\r\nEmil Rot,emil@${of.domain},Sales agent,,`)
  await expect(rowOf(page, /Emil Rot/)).toContainText('A person of your organization has this address already.')
  await page.getByRole('button', { name: 'Add 1 user' }).click()
  await expect(page.getByText('1 person was added, 1 row was left out')).toBeVisible()
  expect(
    await rows(`select email, roles::text[] from "User" where "organizationId" = $1 and id <> $2 order by email`, [
      of.id,
      admin.id,
    ]),
  ).toEqual([
    { email: `daria@${of.domain}`, roles: ['userManagementAdmin', 'adminAgent'] },
    { email: `emil@${of.domain}`, roles: ['salesAgent'] },
    { email: `fritz@${of.domain}`, roles: ['helpdeskAgent'] },
  ])
  expect(await count('Mail', `letter = 'activation' and "organizationId" = $1`, [of.id])).toBe(3)
})

test('sessions end at once when somebody is disabled, and the account comes back as it was', async ({ visit }) => {
  const { admin, organization: of } = await company('reseller', 'Alder IT GmbH')
  const agent = await person(of, ['salesAgent'], { fullName: 'Lukas Brenner' })
  const theirs = await visit(agent)
  await theirs.goto('/customers')
  const page = await visit(admin)
  await page.goto(`/user-management/${agent.id}`)
  await expect(page.getByText('Signed in on 1 device.')).toBeVisible()
  await page.getByRole('button', { name: 'Disable' }).first().click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disable' }).click()
  await expect(page.getByText('The account is disabled')).toBeVisible()
  await theirs.reload()
  await theirs.waitForURL('**/sign-in*')
  await page.getByRole('button', { name: 'Enable' }).click()
  await expect(page.getByText('The account is enabled.')).toBeVisible()
  expect(await row('select roles::text[], "disabledAt" from "User" where id = $1', [agent.id])).toEqual({
    roles: ['salesAgent'],
    disabledAt: null,
  })
})

async function choose(page: Page, text: string): Promise<void> {
  const buffer = Buffer.from(text.startsWith('\ufeff') ? text : `\ufeff${text}`)
  await page.getByLabel('CSV file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Check the file' }).click()
  await page.waitForURL('**/upload/*')
}

async function saved(page: Page, link: Locator): Promise<string> {
  const waiting = page.waitForEvent('download')
  await link.click()
  return readFile(await (await waiting).path(), 'utf8')
}
