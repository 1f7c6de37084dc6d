import { relationship } from '../../support/relations'
import { currentRun } from '../stage/run'
import { letterTo, pathIn } from '../support/mail'
import { type Company, company } from '../support/people'
import { chooseInRow, expectHeading, fillSignIn, rowOf, timeline } from '../support/screen'
import { expect, type Page, test } from '../support/test'
import { type ChainWords, english, russian } from './chain-words'

for (const words of [english, russian]) {
  test(`a provider finds a reseller, the reseller a customer, the customer authorizes both (${words.language})`, async ({
    visit,
    portal,
  }) => {
    const { locale, language, country } = words
    const at = { country, locale: language }
    const provider = await company('provider', words.provider.name, { ...at, fullName: words.provider.admin })
    const reseller = await company('reseller', words.reseller.name, { ...at, fullName: words.reseller.admin })
    const elsewhere = await company('customer', 'Only the provider’s', { country })
    await relationship(provider.organization, elsewhere.organization)
    const providersPage = await visit(provider.admin, { locale })
    const resellersPage = await visit(null, { locale })
    const customersPage = await visit(null, { locale })
    const customerAddress = `naomi@${reseller.organization.mark}-clinic.example`

    await requestPartnership(providersPage, words, reseller.admin.email)
    const request = await letterTo(portal, reseller.admin.email, words.partnershipSubject)
    await expect(async () => {
      await providersPage.reload()
      await expect(timeline(providersPage)).toContainText(words.sent, { timeout: 500 })
    }).toPass()
    await acceptPartnership(resellersPage, words, pathIn(request), reseller)
    await letterTo(portal, provider.admin.email, words.acceptedSubject)

    await inviteCustomer(resellersPage, words, customerAddress)
    const invitation = await letterTo(portal, customerAddress, words.customerSubject)
    await setUpAndAuthorize(customersPage, words, pathIn(invitation), customerAddress)

    await expectPartnersSeeEachOther(providersPage, resellersPage, words)
    await expectSharedCustomers(resellersPage, words)
    await expectLogs({ providersPage, resellersPage, customersPage }, words, reseller.admin.email, customerAddress)
  })
}

async function requestPartnership(page: Page, words: ChainWords, to: string): Promise<void> {
  await page.goto('/dashboard')
  await page.getByRole('navigation').getByRole('link', { name: words.resellers }).click()
  await expectHeading(page, words.resellers)
  await page.getByRole('link', { name: words.request }).first().click()
  await expectHeading(page, words.request)
  await page.getByLabel(words.to, { exact: true }).fill(to)
  await page.getByRole('button', { name: words.sendNow }).click()
  await expect(page.getByText(words.onItsWay)).toBeVisible()
  await expectHeading(page, to)
}

async function acceptPartnership(page: Page, words: ChainWords, path: string, reseller: Company): Promise<void> {
  await page.goto(path)
  await expectHeading(page, words.partnershipHeading)
  await page.getByRole('main').getByRole('link', { name: words.signIn.signIn }).click()
  await expect(page.getByText(words.signInToAnswer)).toBeVisible()
  await fillSignIn(page, { email: reseller.admin.email, password: currentRun().password }, words.signIn)
  await page.waitForURL(`**${path}`)
  await expect(page.getByText(words.acceptingFor)).toBeVisible()
  await expect(page.getByText(words.administer)).toBeVisible()
  const authorize = page.getByRole('button', { name: words.authorizeProvider })
  await expect(authorize).toBeDisabled()
  await page.getByRole('checkbox', { name: words.understandPartnership }).check()
  await authorize.click()
  await expectHeading(page, words.providers)
  await expect(page.getByText(words.partnersNow)).toBeVisible()
  await expect(rowOf(page, words.provider.name)).toBeVisible()
}

async function inviteCustomer(page: Page, words: ChainWords, to: string): Promise<void> {
  await chooseInRow(page, words.provider.name, words.actionsFor(words.provider.name), words.inviteCustomers)
  await expectHeading(page, words.inviteCustomers)
  await page.getByLabel(words.to, { exact: true }).fill(to)
  await page.getByRole('button', { name: words.sendNow }).click()
  await expect(page.getByText(words.onItsWay)).toBeVisible()
}

async function setUpAndAuthorize(page: Page, words: ChainWords, path: string, email: string): Promise<void> {
  await page.goto(path)
  await expectHeading(page, words.customerHeading)
  await page.getByRole('link', { name: words.setUp }).click()
  const { organization, domain, name, submit, ...fields } = words.setUpFields
  await page.getByLabel(organization).fill(words.customer.name)
  await page
    .getByLabel(domain, { exact: false })
    .first()
    .fill(email.slice(email.indexOf('@') + 1))
  await page.getByLabel(name).fill(words.customer.admin)
  await expect(page.getByLabel(fields.email)).toHaveValue(email)
  await page.getByLabel(fields.password).fill('quiet harbour wooden spoon')
  await page.getByRole('button', { name: submit }).click()
  // The link came to this very mailbox: nothing more to prove.
  await page.waitForURL(`**${path}`)
  await expectHeading(page, words.customerHeading)
  const authorize = page.getByRole('button', { name: words.authorizeBoth })
  await page.getByRole('checkbox', { name: words.understandBoth }).check()
  await expect(authorize).toBeDisabled()
  await page.getByRole('checkbox', { name: words.agreement }).check()
  await authorize.click()
  await expectHeading(page, words.relationships)
  await expect(page.getByText(words.done)).toBeVisible()
  const partner = (called: string) => page.getByRole('article').filter({ hasText: called })
  await expect(partner(words.reseller.name)).toContainText(words.mayServe)
  await expect(partner(words.provider.name)).toContainText(words.mayOrder)
  for (const called of [words.reseller.name, words.provider.name]) {
    await expect(partner(called)).toContainText(words.mayNotAdminister)
  }
}

async function expectPartnersSeeEachOther(provider: Page, reseller: Page, words: ChainWords): Promise<void> {
  await provider.goto('/indirect-resellers')
  await expect(rowOf(provider, words.reseller.name)).toBeVisible()
  await provider.goto('/customers')
  await expect(rowOf(provider, words.customer.name)).toContainText(words.reseller.name)
  await expect(rowOf(provider, 'Only the provider’s')).toBeVisible()
  await reseller.goto('/indirect-providers')
  await expect(rowOf(reseller, words.provider.name)).toBeVisible()
  await reseller.goto('/customers')
  await expect(rowOf(reseller, words.customer.name)).toContainText(words.provider.name)
}

/** R5: what both serve, and nothing of what the provider has besides. */
async function expectSharedCustomers(page: Page, words: ChainWords): Promise<void> {
  await page.goto('/indirect-providers')
  await chooseInRow(page, words.provider.name, words.actionsFor(words.provider.name), words.viewCustomers)
  await expect(page.getByText(words.sharedWith(words.provider.name))).toBeVisible()
  await expect(page.getByRole('rowheader')).toHaveCount(1)
  await expect(rowOf(page, words.customer.name)).toBeVisible()
  expect(await page.content()).not.toContain('Only the provider’s')
}

async function expectLogs(
  { providersPage, resellersPage, customersPage }: Record<'providersPage' | 'resellersPage' | 'customersPage', Page>,
  words: ChainWords,
  resellersAddress: string,
  customersAddress: string,
): Promise<void> {
  const { requested, accepted, invited, agreement, authorized } = words.sentences
  const expectations: [Page, string[], string[]][] = [
    [
      providersPage,
      [requested(resellersAddress), accepted, authorized(words.provider.name)],
      [invited(customersAddress)],
    ],
    [
      resellersPage,
      [accepted, invited(customersAddress), authorized(words.reseller.name)],
      [requested(resellersAddress)],
    ],
    [customersPage, [agreement, authorized(words.reseller.name), authorized(words.provider.name)], [accepted]],
  ]
  for (const [page, present, absent] of expectations) {
    await page.goto('/activity-log')
    await expectHeading(page, words.log)
    for (const sentence of present) await expect(page.getByRole('table')).toContainText(sentence)
    for (const sentence of absent) await expect(page.getByRole('table')).not.toContainText(sentence)
  }
}
