import { membershipAccount, membershipPassword } from '../../support/enrollment'
import { newMark, organization } from '../../support/organizations'
import { row } from '../../support/owner'
import { letterTo, pathIn } from '../support/mail'
import { company, person } from '../support/people'
import { expectHeading, fillSignIn } from '../support/screen'
import { expect, type Page, test } from '../support/test'
import { approveAsOperator, confirmAsContact, signAgreement } from './enrolling-review'
import { type EnrollingWords, english, russian } from './enrolling-words'

const password = 'a bicycle made of glass'

for (const words of [english, russian]) {
  test(`a company enrolls from nothing, in several sittings, is approved and signs its agreement (${words.language})`, async ({
    visit,
    portal,
  }) => {
    const mark = newMark()
    const email = `pia@${mark}.example`
    const page = await visit(null, { locale: words.locale })
    await createWorkAccount(page, words, mark, email)
    const letter = await letterTo(portal, email, words.letter)
    await page.goto(pathIn(letter))
    await page.getByRole('button', { name: words.confirm }).click()

    const known = await organization('reseller', { country: words.code })
    const { userName, profiles } = await membershipAccount(
      { country: words.code, name: `Current ${mark}` },
      { country: words.code, name: `Old ${mark}`, active: false },
      { country: words.otherCountry, name: `Abroad ${mark}` },
      { country: words.code, name: `Known ${mark}`, mpnId: known.mpnId ?? '' },
    )
    await linkMpnId(page, words, userName, mark)
    await page.close()

    // The next day, another browser: signing in goes on where it was left.
    const later = await visit(null, { locale: words.locale })
    await later.goto('/sign-in')
    await fillSignIn(later, { email, password }, words.signIn)
    await expectHeading(later, words.legal)
    await later.goto('/customers')
    await expectHeading(later, words.legal)
    await declare(later, words, email)
    await expectHeading(later, words.review)
    await expect(later.getByText(profiles[0]?.mpnId ?? '')).toBeVisible()
    await later.getByRole('button', { name: words.enrollNow }).click()
    await expect(later).toHaveURL(/\/enroll\/status$/)
    await expectStatus(mark, 'Pending')
    await later.goto('/dashboard')
    await expect(later).toHaveURL(/\/enroll\/status/)

    await confirmAsContact(await visit(null, { locale: words.locale }), words, portal, email)
    await approveAsOperator(visit, words, `Current ${mark}`)
    await expectStatus(mark, 'Authorized')
    await signAgreement(later, words)
  })
}

async function createWorkAccount(page: Page, words: EnrollingWords, mark: string, email: string): Promise<void> {
  const { create } = words
  await page.goto('/')
  await page.getByRole('link', { name: words.enroll }).click()
  await expectHeading(page, words.welcome)
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', words.progress(1))
  await page.getByRole('link', { name: words.next }).click()
  await expectHeading(page, words.workAccount)
  await page.getByRole('link', { name: words.createOne }).click()
  await expectHeading(page, create.title)
  await page.getByLabel(create.company).fill(`Birkenfeld ${mark}`)
  await page.getByLabel(create.country).selectOption({ label: words.country })
  await page.getByLabel(create.domain).fill(mark)
  await page.getByLabel(create.fullName).fill('Pia Birke')
  for (const service of ['gmail.com', 'mail.ru']) {
    await page.getByLabel(create.email).fill(`pia@${service}`)
    await page.getByLabel(create.password).fill(password)
    await page.getByRole('button', { name: create.submit }).click()
    // A password never comes back: without it the answer is there.
    await expect(page.getByLabel(create.password)).toHaveValue('')
    await expect(page.getByLabel(create.email)).toHaveAccessibleDescription(new RegExp(create.webMail))
    await expect(page.getByLabel(create.company)).toHaveValue(`Birkenfeld ${mark}`)
  }
  await page.getByLabel(create.email).fill(email)
  await page.getByLabel(create.password).fill(password)
  await page.getByRole('button', { name: create.submit }).click()
  await expect(page.getByText(create.sent, { exact: true })).toBeVisible()
}

async function linkMpnId(page: Page, words: EnrollingWords, userName: string, mark: string): Promise<void> {
  const { membership, profile } = words
  await expectHeading(page, membership.title)
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', words.progress(3))
  await page.getByRole('link', { name: membership.signIn }).click()
  await expectHeading(page, words.membershipSignIn)
  await signInToDirectory(page, words, userName, 'not the password of it')
  await expect(page.getByRole('alert').first()).toContainText(words.membershipWrong)
  await signInToDirectory(page, words, userName, membershipPassword)
  await expectHeading(page, profile.title)
  await expectRefused(page, `Old ${mark}`, profile.inactive)
  await expectRefused(page, `Abroad ${mark}`, profile.otherCountry)
  await expectRefused(page, `Known ${mark}`, profile.taken)
  await page.getByRole('link', { name: profile.cancel }).click()
  await expectHeading(page, words.membershipSignIn)
  await signInToDirectory(page, words, userName, membershipPassword)
  await page.getByRole('radio', { name: new RegExp(`Current ${mark}`) }).check()
  await page.getByRole('button', { name: profile.continue }).click()
  await expectHeading(page, words.legal)
}

async function signInToDirectory(page: Page, { membership }: EnrollingWords, userName: string, typed: string) {
  await page.getByLabel(membership.userName).fill(userName)
  await page.getByLabel(membership.password).fill(typed)
  await page.getByRole('main').getByRole('button', { name: membership.signIn }).click()
}

/** The row says why, and cannot be chosen. */
async function expectRefused(page: Page, name: string, reason: string | RegExp): Promise<void> {
  const choice = page.getByRole('radio', { name: new RegExp(name) })
  await expect(choice).toBeDisabled()
  await expect(page.locator('label').filter({ hasText: name })).toContainText(reason)
}

async function declare(page: Page, words: EnrollingWords, email: string): Promise<void> {
  const next = page.getByRole('button', { name: words.next })
  await expect(page.getByLabel(words.street)).toHaveValue('Lindenallee 12')
  await page.getByLabel(words.postalCode).fill('1')
  if (words.registrationNumber)
    await page.getByLabel(words.registrationNumber.label).fill(words.registrationNumber.good)
  await next.click()
  await expect(page.getByLabel(words.postalCode)).toHaveAccessibleDescription(new RegExp(words.badPostalCode))
  await page.getByLabel(words.postalCode).fill(words.goodPostalCode)
  await next.click()
  await expectHeading(page, words.contact)
  await expect(page.getByLabel(words.contactEmail)).toHaveValue(email)
  await page.getByLabel(words.contactEmail).fill('pia@yandex.ru')
  await page.getByLabel(words.phone).fill(words.phoneNumber)
  await next.click()
  await expect(page.getByLabel(words.contactEmail)).toHaveAccessibleDescription(new RegExp(words.create.webMail))
  await page.getByLabel(words.contactEmail).fill(email)
  await next.click()
  await expectHeading(page, words.support)
  await page.getByLabel(words.supportEmail).fill(`help@${email.slice(email.indexOf('@') + 1)}`)
  await page.getByLabel(words.supportPhone).fill(words.phoneNumber)
  await next.click()
}

async function expectStatus(mark: string, status: string): Promise<void> {
  await expect(async () => {
    const found = await row<{ status: string }>(
      'select "vettingStatus" as status from "Organization" where domain = $1',
      [`${mark}.onmicrosoft.com`],
    )
    expect(found.status).toBe(status)
  }).toPass({ timeout: 5000 })
}

test('a company that is in the programme already gives its support details and is led to the partner agreement', async ({
  visit,
  portal,
}) => {
  const mark = newMark()
  const email = `pia@${mark}.example`
  const page = await visit(null)
  await createWorkAccount(page, english, mark, email)
  await page.goto(pathIn(await letterTo(portal, email, english.letter)))
  await page.getByRole('button', { name: english.confirm }).click()
  const { userName } = await membershipAccount({ inProgram: true, name: `Lindgren ${mark}` })
  await page.getByRole('link', { name: 'Sign in' }).click()
  await signInToDirectory(page, english, userName, membershipPassword)
  await page.getByRole('radio', { name: new RegExp(`Lindgren ${mark}`) }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expectHeading(page, english.support)
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', /^Step 5 of 6/)
  await page.getByLabel(english.supportEmail).fill(`help@${mark}.example`)
  await page.getByLabel(english.supportPhone).fill('+49 341 5550144')
  await page.getByRole('button', { name: 'Next' }).click()
  await expectHeading(page, english.review)
  await page.getByRole('button', { name: english.enrollNow }).click()
  await expect(page.getByText('Your account is ready')).toBeVisible()
  await expectStatus(mark, 'Authorized')
  await page.getByRole('link', { name: 'Go to the partner agreement' }).click()
  await expectHeading(page, 'Partner agreement')
  await expect(page.getByRole('button', { name: 'Sign', exact: true })).toBeVisible()
})

test('whoever cannot enroll is told why, and who can', async ({ visit }) => {
  const provider = await company('provider', 'Nordlicht Distribution')
  const providersPage = await visit(provider.admin)
  await providersPage.goto('/enroll')
  await expectHeading(providersPage, 'Your organization is an indirect provider')
  const customersPage = await visit((await company('customer', 'Harbour Clinic Group')).admin)
  await customersPage.goto('/enroll')
  await expectHeading(customersPage, 'Your organization is a customer')
  const reseller = await company('reseller', 'Alder IT GmbH', { fullName: 'Jonas Lindner' })
  const agent = await person(reseller.organization, ['adminAgent'])
  await row(`update "Organization" set "vettingStatus" = 'None' where id = $1 returning id`, [reseller.organization.id])
  const agentsPage = await visit(agent)
  await agentsPage.goto('/dashboard')
  await expectHeading(agentsPage, 'A Global admin enrolls your organization')
  await expect(agentsPage.getByRole('main')).toContainText('Jonas Lindner')
})

test('a known address gets a letter that says so, and the page says what it says to everybody', async ({
  visit,
  portal,
}) => {
  const { admin } = await company('customer', 'Harbour Clinic Group')
  const page = await visit(null)
  await createWorkAccount(page, english, newMark(), admin.email)
  const letter = await letterTo(portal, admin.email, 'You have a work account already')
  expect(letter.text).not.toContain('/confirm/')
  expect(pathIn(letter)).toBe('/sign-in?returnTo=%2Fenroll')
})
