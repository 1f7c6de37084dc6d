import { expect, type Locator, type Page } from './test'

/** The row of a list that names somebody or something. */
export function rowOf(page: Page, name: string | RegExp): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
}

/** Chooses an entry of the menu at the end of a row. */
export async function chooseInRow(page: Page, name: string, menu: string, entry: string): Promise<void> {
  const row = rowOf(page, name)
  await row.getByRole('button', { name: menu }).click()
  const choices = row.getByRole('link', { name: entry }).or(row.getByRole('button', { name: entry, exact: true }))
  await choices.click()
}

/** The heading of the page: what it is about. */
export function heading(page: Page): Locator {
  return page.getByRole('main').getByRole('heading', { level: 1 })
}

export async function expectHeading(page: Page, text: string | RegExp): Promise<void> {
  await expect(heading(page)).toHaveText(text)
}

/** What happened to an invitation, as its page tells it. */
export function timeline(page: Page): Locator {
  return page.getByRole('list', { name: /What happened to this invitation|Что произошло с приглашением/ })
}

export interface Credentials {
  email: string
  password: string
}

export async function fillSignIn(page: Page, { email, password }: Credentials, labels = english): Promise<void> {
  await page.getByLabel(labels.email).fill(email)
  await page.getByLabel(labels.password).fill(password)
  await page.getByRole('main').getByRole('button', { name: labels.signIn }).click()
}

const english = { email: 'E-mail', password: 'Password', signIn: 'Sign in' }

/** The personal link where the portal shows it: once. */
export async function shownLink(page: Page): Promise<string> {
  return (await page.locator('#personal-link').textContent()) ?? ''
}
