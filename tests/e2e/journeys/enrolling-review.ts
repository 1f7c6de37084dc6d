import { letterTo, pathIn } from '../support/mail'
import { company } from '../support/people'
import { expectHeading } from '../support/screen'
import { expect, type Page } from '../support/test'
import type { EnrollingWords } from './enrolling-words'

/** The primary contact answers its letter: it signed up, and the address belongs to the company. */
export async function confirmAsContact(
  page: Page,
  words: EnrollingWords,
  portal: Parameters<typeof letterTo>[0],
  email: string,
): Promise<void> {
  await page.goto(pathIn(await letterTo(portal, email, words.contactLetter)))
  for (const tick of await page.getByRole('checkbox').all()) await tick.check()
  await page.getByRole('button', { name: words.contactConfirm }).click()
  await expect(page.getByText(words.contactDone).last()).toBeVisible()
}

/** The operator finds the company in the queue, passes what is to be judged, and approves. */
export async function approveAsOperator(
  visit: (who: Awaited<ReturnType<typeof company>>['admin'], choices: { locale: string }) => Promise<Page>,
  words: EnrollingWords,
  name: string,
): Promise<void> {
  const locale = words.language === 'ru' ? 'ru' : 'en'
  const operator = await company('operator', 'Tandem Operations', { locale })
  const page = await visit(operator.admin, { locale: words.locale })
  await page.goto('/verification')
  await expectHeading(page, words.verification)
  await page.getByRole('link', { name }).click()
  await expectHeading(page, new RegExp(name))
  for (const check of words.checks) {
    const section = page.getByRole('region', { name: check, exact: true })
    const pass = section.getByRole('radio', { name: words.pass, exact: true })
    // The portal may have found it by itself.
    if (await pass.isChecked()) continue
    await pass.check()
    await section.getByRole('button', { name: words.save }).click()
    await expect(section.getByText(operator.admin.fullName)).toBeVisible()
  }
  await page.getByRole('button', { name: words.approve }).first().click()
  await page.getByRole('alertdialog').getByRole('button', { name: words.approve }).click()
  await expect(page.getByRole('alertdialog')).toBeHidden()
}

/** The company is ready, and goes on to sign its partner agreement. */
export async function signAgreement(page: Page, words: EnrollingWords): Promise<void> {
  await page.goto('/enroll')
  await expect(page.getByText(words.ready)).toBeVisible()
  await page.getByRole('link', { name: words.toAgreement }).click()
  await expectHeading(page, words.agreement)
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: words.sign, exact: true }).click()
  await expect(page.getByText(words.signed)).toBeVisible()
}
