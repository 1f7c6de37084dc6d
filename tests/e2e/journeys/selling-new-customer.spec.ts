import { newMark, organization } from '../../support/organizations'
import { count } from '../../support/owner'
import { partnerAgreement, partnership } from '../../support/relations'
import { type Offer, offer } from '../../support/subscriptions'
import { letterTo } from '../support/mail'
import { company, person } from '../support/people'
import { chooseInRow, expectHeading, fillSignIn, rowOf } from '../support/screen'
import { expect, type Page, test } from '../support/test'
import { english, russian, type SellingWords } from './selling-words'

/** A provider whose reseller has signed everything, somebody who sells, and something to be sold. */
async function shop({ language: locale, country, currency, ...words }: SellingWords) {
  const provider = await company('provider', words.provider, { country, locale })
  const reseller = await company('reseller', words.reseller, { country, locale })
  await partnership(provider.organization, reseller.organization)
  await partnerAgreement(reseller.organization)
  const agent = await person(provider.organization, ['adminAgent'], { locale })
  return { provider, reseller, agent, sold: await offer({ currency }) }
}

for (const words of [english, russian]) {
  test(`a customer is added from the reseller's row, and signs in with the password that was shown once (${words.language})`, async ({
    visit,
    portal,
  }) => {
    const { reseller, agent, sold } = await shop(words)
    const page = await visit(agent, { locale: words.locale, permissions: ['clipboard-read', 'clipboard-write'] })
    await page.addInitScript(() =>
      Object.assign(window, { print: () => document.body.setAttribute('data-printed', '') }),
    )
    await page.goto('/indirect-resellers')
    await chooseInRow(page, words.reseller, words.actionsFor(words.reseller), words.addNewCustomer)
    await expectHeading(page, words.newCustomer)
    await expectLockedReseller(page, words)
    const prefix = await fillAccount(page, words)
    const contact = `contact@${prefix}.example`
    await page.getByRole('button', { name: words.nextSubscriptions }).click()
    await chooseOffer(page, words, sold, contact)
    await page.getByRole('button', { name: words.nextReview }).click()
    await lookOver(page, words, sold)
    expect(await count('Organization', 'domain = $1', [`${prefix}.onmicrosoft.com`])).toBe(0)
    await page.getByRole('button', { name: words.submit, exact: true }).click()
    const password = await takeSetupInfo(page, words, `admin@${prefix}.onmicrosoft.com`)
    const letter = await letterTo(portal, contact, words.readySubject)
    expect(letter.text + letter.html).not.toContain(password)
    await expectGone(page, words, password)
    await expect(rowOf(page, words.filled.companyName)).toContainText(words.reseller)

    const theirs = await visit(null, { locale: words.locale })
    await firstSignIn(theirs, words, { email: `admin@${prefix}.onmicrosoft.com`, password })
    await theirs.getByRole('navigation').getByRole('link', { name: words.subscriptions }).first().click()
    await expect(rowOf(theirs, sold.title)).toContainText(words.reseller)

    const resellers = await visit(reseller.admin, { locale: words.locale })
    await resellers.goto('/customers')
    await expect(rowOf(resellers, words.filled.companyName)).toContainText(words.provider)
  })
}

async function expectLockedReseller(page: Page, words: SellingWords): Promise<void> {
  await expect(page.getByTitle(words.reseller)).toBeVisible()
  await expect(page.getByRole('combobox', { name: words.resellerField })).toHaveCount(0)
}

/** @returns the prefix the portal offered in place of one that is taken */
async function fillAccount(page: Page, words: SellingWords): Promise<string> {
  const { account, filled } = words
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  const taken = newMark()
  await organization('customer', { domain: `${taken}.onmicrosoft.com` })
  await field(account.domain).fill(taken)
  await expect(page.getByText(words.taken)).toBeVisible()
  const [suggestion] = await page.getByRole('listitem').getByRole('button').allTextContents()
  await page.getByRole('button', { name: suggestion ?? '', exact: true }).click()
  await expect(page.getByText(words.free)).toBeVisible()
  await expect(field(account.domain)).toBeFocused()
  for (const name of [
    'companyName',
    'addressLine1',
    'postalCode',
    'city',
    'firstName',
    'lastName',
    'phoneNumber',
  ] as const)
    await field(account[name]).fill(filled[name])
  if (account.registrationNumber) await field(account.registrationNumber).fill(filled.registrationNumber)
  await field(account.email).fill(`contact@${suggestion}.example`)
  return suggestion ?? ''
}

async function chooseOffer(page: Page, words: SellingWords, { title }: Offer, signer: string): Promise<void> {
  await expect(page.getByRole('heading', { name: words.newSubscription })).toBeFocused()
  await page.getByRole('searchbox', { name: words.searchOffers }).fill(title)
  await page.getByRole('checkbox', { name: title }).check()
  await page.getByRole('textbox', { name: words.quantityOf(title) }).fill('9')
  await expect(page.getByText(words.total).last()).toBeVisible()
  await page.getByRole('button', { name: words.nextReview }).click()
  await expect(page.getByText(words.needsAgreement)).toBeVisible()
  await page.getByRole('checkbox', { name: words.attested }).check()
  await page.getByLabel(words.agreedOn).fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10))
  const [first, last, email] = words.signer
  await page.getByLabel(first).fill(words.filled.firstName)
  await page.getByLabel(last).fill(words.filled.lastName)
  await page.getByLabel(email).fill(signer)
}

/** Both links lead back to their part, with everything as it was typed. */
async function lookOver(page: Page, words: SellingWords, { title }: Offer): Promise<void> {
  const review = page.getByRole('region', { name: words.review })
  await expect(review).toContainText(words.filled.companyName)
  await expect(review).toContainText(words.total)
  const update = page.getByRole('button', { name: words.updateAccount })
  await expect(update).toHaveText(words.update)
  await update.click()
  await expect(page.getByRole('heading', { name: words.accountInfo })).toBeFocused()
  await expect(page.getByRole('textbox', { name: words.account.companyName })).toHaveValue(words.filled.companyName)
  await page.getByRole('button', { name: words.nextSubscriptions }).click()
  await page.getByRole('button', { name: words.nextReview }).click()
  await page.getByRole('button', { name: words.updateSubscriptions }).click()
  await expect(page.getByRole('textbox', { name: words.quantityOf(title) })).toHaveValue('9')
  await page.getByRole('button', { name: words.nextReview }).click()
  await expect(page.getByRole('heading', { name: words.review })).toBeFocused()
}

async function takeSetupInfo(page: Page, words: SellingWords, userName: string): Promise<string> {
  await expectHeading(page, words.confirmation)
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByRole('heading', { name: words.setupInfo })).toBeVisible()
  await expect(page.getByText(words.once)).toBeVisible()
  await expect(page.getByRole('heading', { name: words.order })).toBeVisible()
  await expect(page.locator('#setup-user-name')).toHaveText(userName)
  const password = (await page.locator('#setup-password').textContent()) ?? ''
  await page.getByRole('button', { name: words.copy, exact: true }).last().click()
  await expect(page.getByRole('button', { name: words.copied })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(password)
  await page.getByRole('button', { name: words.printSlip }).click()
  await expect(page.locator('body')).toHaveAttribute('data-printed')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('#setup-password')).toBeVisible()
  await expect(page.getByRole('button', { name: words.printSlip })).toBeHidden()
  await expect(page.getByRole('heading', { name: words.order })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  return password
}

/** Neither behind the back button nor anywhere else. */
async function expectGone(page: Page, words: SellingWords, password: string): Promise<void> {
  await page.getByRole('link', { name: words.done }).click()
  await expectHeading(page, words.customers)
  await page.goBack()
  await expectHeading(page, words.newCustomer)
  expect(await page.content()).not.toContain(password)
  await page.goForward()
  await expectHeading(page, words.customers)
}

async function firstSignIn(page: Page, words: SellingWords, { email, password }: { email: string; password: string }) {
  await page.goto('/sign-in')
  await fillSignIn(page, { email, password }, words.signIn)
  await page.waitForURL('**/set-password*')
  await page.goto('/orders')
  await expectHeading(page, words.setPassword)
  const own = 'quiet harbour wooden spoon'
  await page.getByLabel(words.passwords.temporary).fill(password)
  await page.getByLabel(words.passwords.fresh).fill(own)
  await page.getByLabel(words.passwords.again).fill(own)
  await page.getByRole('button', { name: words.setPassword }).click()
  await page.waitForURL('**/orders')
}

test('Cancel keeps nothing, after a question', async ({ visit }) => {
  const words = english
  const { agent, reseller } = await shop(words)
  const page = await visit(agent)
  await page.goto(`/customers/new?reseller=${reseller.organization.id}`)
  const prefix = await fillAccount(page, words)
  await page.getByRole('button', { name: words.nextSubscriptions }).click()
  await page.getByRole('button', { name: words.nextReview }).click()
  await expect(page.getByRole('heading', { name: words.review })).toBeFocused()
  const answers = [false, true]
  page.on('dialog', (dialog) => (answers.shift() ? dialog.accept() : dialog.dismiss()))
  await page.getByRole('link', { name: words.cancel }).click()
  await expect(page.getByRole('heading', { name: words.review })).toBeVisible()
  await page.getByRole('link', { name: words.cancel }).click()
  await expectHeading(page, words.resellers)
  expect(await count('Organization', 'domain = $1', [`${prefix}.onmicrosoft.com`])).toBe(0)
  await page.goto('/customers')
  await expect(page.getByText('No customers yet')).toBeVisible()
})

test('a customer without a reseller is the provider’s own, and that is said before', async ({ visit }) => {
  const { agent, provider, reseller } = await shop(english)
  const page = await visit(agent)
  await page.goto('/customers')
  await page.getByRole('link', { name: 'Add customer' }).click()
  await expect(page.getByText('This customer will be your direct one.')).toBeVisible()
  const choice = page.getByRole('combobox', { name: 'Indirect reseller' })
  await choice.selectOption({ label: reseller.organization.name })
  await expect(page.getByText('This customer will be your direct one.')).toBeHidden()
  await choice.selectOption({ label: 'No reseller: your direct customer' })
  const prefix = await fillAccount(page, english)
  await page.getByRole('button', { name: 'Next: Subscriptions' }).click()
  await page.getByRole('button', { name: 'Next: Review' }).click()
  await expect(page.getByText('No subscriptions. They can be added later.')).toBeVisible()
  // Three presses in a row are one customer.
  await page.getByRole('button', { name: 'Submit' }).click({ clickCount: 3 })
  await expectHeading(page, 'Confirmation')
  expect(await count('Organization', 'domain = $1', [`${prefix}.onmicrosoft.com`])).toBe(1)
  expect(await count('CustomerRelationship', '"partnerId" = $1', [provider.organization.id])).toBe(1)
  expect(await count('CustomerRelationship', '"partnerId" = $1', [reseller.organization.id])).toBe(0)
})
