import { row, rows } from '../../support/owner'
import { lettersTo, letterTo, pathIn } from '../support/mail'
import { company } from '../support/people'
import { expectHeading, shownLink, timeline } from '../support/screen'
import { expect, type Page, test } from '../support/test'

const password = 'quiet harbour wooden spoon'

test('an open link serves several customers, each after its mailbox is proven, and the timeline names who used it', async ({
  visit,
  portal,
}) => {
  const reseller = await company('reseller', 'Alder IT GmbH', { fullName: 'Jonas Lindner' })
  const page = await visit(reseller.admin, { permissions: ['clipboard-read', 'clipboard-write'] })
  await page.goto('/customers')
  await page.getByRole('link', { name: 'Request a reseller relationship' }).first().click()
  await page.getByLabel('How many organizations may use the link').fill('2')
  await page.getByRole('button', { name: 'Copy to clipboard' }).click()
  await expectHeadingOfCard(page, 'The invitation is ready')
  const path = new URL(await shownLink(page)).pathname

  const first = await visit(null)
  const email = `naomi@${reseller.organization.mark}-one.example`
  await setUp(first, path, { name: 'Harbour Clinic Group', person: 'Naomi Fletcher', email })
  await expectHeadingOfCard(first, 'Check your mailbox')
  expect(await accountsOf(email), 'nothing exists before the mailbox answers').toBe(0)
  const confirmation = await letterTo(portal, email, 'Confirm your e-mail address')
  await first.goto(pathIn(confirmation))
  await expectHeading(first, 'Confirm your account')
  await expect(first.getByRole('main')).toContainText('Harbour Clinic Group')
  expect(await accountsOf(email), 'looking at the page changes nothing').toBe(0)
  await first.getByRole('button', { name: 'Create account' }).click()
  await first.waitForURL(`**${path}`)
  await authorize(first)

  const second = await visit(null)
  const address = `duncan@${reseller.organization.mark}-two.example`
  await setUp(second, path, { name: 'Marlow Veterinary', person: 'Duncan Marlow', email: address })
  await second.goto(pathIn(await letterTo(portal, address, 'Confirm your e-mail address')))
  await second.getByRole('button', { name: 'Create account' }).click()
  await authorize(second)
  await letterTo(portal, reseller.admin.email, 'Marlow Veterinary has authorized you')

  await page.goto('/invitations')
  await expect(page.getByRole('table')).toContainText('Accepted, 2 of 2')
  await page.getByRole('link', { name: 'Open link' }).click()
  await expect(timeline(page)).toContainText('Accepted by Naomi Fletcher, Harbour Clinic Group')
  await expect(timeline(page)).toContainText('Accepted by Duncan Marlow, Marlow Veterinary')
  await expect(page.getByRole('main')).toContainText('2 of 2')

  const late = await visit(null)
  await late.goto(path)
  await expectHeading(late, 'This link does not work')
})

test('a confirmation works once, and somebody who set it up can come back and sign in', async ({ visit, portal }) => {
  const reseller = await company('reseller', 'Alder IT GmbH')
  const { path } = await openLinkOf(await visit(reseller.admin))
  const page = await visit(null)
  const email = `clara@${reseller.organization.mark}-verlag.example`
  await setUp(page, path, { name: 'Lumen Verlag', person: 'Clara Steiner', email })
  const confirmation = pathIn(await letterTo(portal, email, 'Confirm your e-mail address'))
  await page.goto(confirmation)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL(`**${path}`)
  const again = await visit(null)
  await again.goto(confirmation)
  await expectHeading(again, 'This confirmation does not work any more')
  await again.getByRole('link', { name: 'Sign in' }).click()
  await again.getByLabel('E-mail').fill(email)
  await again.getByLabel('Password').fill(password)
  await again.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expectHeading(again, 'Hello, Clara Steiner')
})

test('an account cannot be set up twice for one domain or one mailbox, and the form keeps what was typed', async ({
  visit,
  portal,
}) => {
  const reseller = await company('reseller', 'Alder IT GmbH')
  const known = await company('customer', 'Harbour Clinic Group')
  const { path } = await openLinkOf(await visit(reseller.admin))
  const page = await visit(null)
  const email = `new@${known.organization.domain}`
  await page.goto(`${path}/set-up`)
  await page.getByRole('button', { name: 'Set up account' }).click()
  await expect(page.getByRole('alert').first()).toContainText('Some of what you entered is not right')
  await expect(page.getByLabel('Organization name')).toHaveAccessibleDescription(/This is needed/)
  await fillIn(page, { name: 'Harbour again', person: 'Somebody Else', email, domain: known.organization.domain })
  await page.getByLabel('Password').fill('too short')
  await page.getByRole('button', { name: 'Set up account' }).click()
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/Use at least 15 characters/)
  await expect(page.getByLabel('Organization name')).toHaveValue('Harbour again')
  await expect(page.getByLabel('Password')).toHaveValue('')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Set up account' }).click()
  await expectHeadingOfCard(page, 'Check your mailbox')
  await page.goto(pathIn(await letterTo(portal, email, 'Confirm your e-mail address')))
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('alert').first()).toContainText(
    'This domain belongs to an organization that has an account',
  )
  expect(lettersTo(portal, email)).toHaveLength(1)
})

interface Newcomer {
  name: string
  person: string
  email: string
  domain?: string
}

async function setUp(page: Page, path: string, newcomer: Newcomer): Promise<void> {
  await page.goto(path)
  await page.getByRole('link', { name: 'Set up an account' }).click()
  await fillIn(page, newcomer)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Set up account' }).click()
}

async function fillIn(page: Page, { name, person, email, domain }: Newcomer): Promise<void> {
  await page.getByLabel('Organization name').fill(name)
  await page.getByLabel('Domain').fill(domain ?? email.slice(email.indexOf('@') + 1))
  await page.getByLabel('Your full name').fill(person)
  await page.getByLabel('Your work e-mail').fill(email)
}

async function authorize(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /^I accept the Microsoft Customer Agreement/ }).check()
  await page.getByRole('checkbox', { name: /^I understand/ }).check()
  await page.getByRole('button', { name: 'Authorize partner' }).click()
  await expectHeading(page, 'Partner relationships')
}

async function openLinkOf(page: Page): Promise<{ path: string }> {
  await page.goto('/customers/request-relationship')
  await page.getByRole('button', { name: 'Copy to clipboard' }).click()
  return { path: new URL(await shownLink(page)).pathname }
}

async function accountsOf(email: string): Promise<number> {
  const domain = email.slice(email.indexOf('@') + 1)
  const users = await rows('select id from "User" where email = $1', [email])
  const { n } = await row<{ n: string }>('select count(*) as n from "Organization" where domain = $1', [domain])
  return users.length + Number(n)
}

async function expectHeadingOfCard(page: Page, text: string): Promise<void> {
  await expect(page.getByRole('main').getByText(text, { exact: true })).toBeVisible()
}
