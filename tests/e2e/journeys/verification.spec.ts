import { confirmContact } from '@/lib/domain/verification/commands'
import { pdf } from '../../support/evidence'
import { agreed, contactToken, opened } from '../../support/verification'
import { letterTo, pathIn } from '../support/mail'
import { company } from '../support/people'
import { expectHeading, rowOf } from '../support/screen'
import { expect, type Page, test } from '../support/test'

const file = (name: string, content: Uint8Array | string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(content),
})

async function judge(page: Page, check: string, verdict: 'Pass' | 'Fail', note = ''): Promise<void> {
  const section = page.getByRole('region', { name: check, exact: true })
  await section.getByRole('radio', { name: verdict, exact: true }).check()
  if (note) await section.getByLabel('Note').fill(note)
  await section.getByRole('button', { name: 'Save' }).click()
  await expect(section.getByText(verdict === 'Pass' ? 'Passed' : 'Failed', { exact: true })).toBeVisible()
}

test('a company is rejected with reasons, sends evidence, asks for a re-review and is let in', async ({ visit }) => {
  const applicant = await company('reseller', 'Kestrel Cloud Ltd')
  const operator = await company('operator', 'Tandem Operations')
  await opened(applicant.organization)
  await confirmContact(null, { token: await contactToken(applicant.organization), ...agreed })

  const review = await visit(operator.admin)
  await review.goto('/verification')
  await expectHeading(review, 'Verification')
  await review.getByRole('link', { name: 'Kestrel Cloud Ltd' }).last().click()
  await expectHeading(review, 'Kestrel Cloud Ltd')
  const unjudged = review.getByRole('region', { name: 'Employment', exact: true }).getByRole('radio')
  const dots = () => unjudged.evaluateAll((all) => all.map((one) => getComputedStyle(one, '::before').opacity))
  expect(await dots(), 'nothing is chosen yet, nor looks as if it were').toEqual(['0', '0'])
  await judge(review, 'Employment', 'Pass')
  expect(await dots()).toEqual(['1', '0'])
  await judge(review, 'Business', 'Fail', 'Not in the register under this name.')
  await review.getByRole('button', { name: 'Reject' }).first().click()
  const dialog = review.getByRole('alertdialog')
  await dialog.getByLabel('Reason').fill('We need an extract of the register.')
  await dialog.getByRole('button', { name: 'Reject' }).click()
  await expect(review.getByText('The company was told why, and what to do.')).toBeVisible()

  const page = await visit(applicant.admin)
  await page.goto('/customers')
  await page.goto('/enroll/status')
  await expectHeading(page, 'Verification of Kestrel Cloud Ltd')
  await expect(page.getByText('We need an extract of the register.').first()).toBeVisible()
  await expect(page.getByText('Not in the register under this name.')).toBeVisible()
  const send = () => page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('No file chosen')).toBeVisible()
  await page.getByLabel('File').setInputFiles(file('extract.pdf', 'PK\u0003\u0004 no PDF at all'))
  await expect(page.getByText('extract.pdf')).toBeVisible()
  await send()
  await expect(page.getByText('The content of this file is not what its name says.')).toBeVisible()
  await page.getByLabel('File').setInputFiles(file('logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'))
  await send()
  await expect(page.getByText('Only PDF, PNG and JPEG files can be sent.').first()).toBeVisible()
  await page.getByLabel('File').setInputFiles(file('extract.pdf', Buffer.alloc(5 * 1024 * 1024 + 1)))
  await expect(page.getByText('This file is larger than 5 MB. Choose a smaller one.')).toBeVisible()
  await page.getByLabel('File').setInputFiles(file('extract.pdf', pdf()))
  await send()
  await expect(page.getByText('The file was sent.')).toBeVisible()
  await page.getByLabel('What you did (optional)').fill('The extract is attached.')
  await page.getByRole('button', { name: 'Ask for re-review' }).click()
  await expect(page.getByText('The operator was asked for a re-review.')).toBeVisible()

  await review.goto('/verification')
  await review.getByRole('link', { name: 'Kestrel Cloud Ltd' }).last().click()
  await expect(review.getByText('The extract is attached.')).toBeVisible()
  const [download] = await Promise.all([
    review.waitForEvent('download'),
    review.getByRole('link', { name: 'extract.pdf' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('extract.pdf')
  await judge(review, 'Business', 'Pass')
  await review.getByRole('button', { name: 'Approve' }).first().click()
  await review.getByRole('alertdialog').getByRole('button', { name: 'Approve' }).click()
  await expect(review.getByText('The company is authorized.')).toBeVisible()
  await page.goto('/enroll/status')
  await expect(page.getByRole('link', { name: 'Go to the partner agreement' })).toBeVisible()
})

test('evidence is saved by the browser and never shown', async ({ visit }) => {
  const applicant = await company('reseller', 'Merlin Cloud Ltd')
  await opened(applicant.organization)
  const page = await visit(applicant.admin)
  await page.goto('/enroll/status')
  await page.getByLabel('File').setInputFiles(file('Выписка 1.pdf', pdf()))
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText('The file was sent.')).toBeVisible()
  const href = await page.getByRole('link', { name: 'Выписка 1.pdf' }).getAttribute('href')
  const response = await page.request.get(href ?? '')
  expect(response.headers()).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' })
  expect(response.headers()['content-disposition']).toContain(
    'attachment; filename="_______ 1.pdf"; filename*=UTF-8\'\'%D0%92',
  )
  expect(response.headers()['content-security-policy']).toContain('sandbox')
  const stranger = await visit((await company('reseller', 'Osprey Cloud Ltd')).admin)
  expect((await stranger.request.get(href ?? '')).status()).toBe(404)
})

test('the operator adds a provider, whose first Global admin comes through the letter', async ({ visit, portal }) => {
  const operator = await company('operator', 'Tandem Operations')
  const page = await visit(operator.admin)
  const mark = Date.now().toString(36)
  await page.goto('/organizations')
  await page.getByRole('link', { name: 'Add provider' }).click()
  await expectHeading(page, 'Add provider')
  await page.getByRole('button', { name: 'Add and invite' }).click()
  await expect(page.getByText('Look at the marked fields').first()).toBeVisible()
  await page.getByLabel('Legal name').fill(`Falke Distribution ${mark}`)
  await page.getByLabel('Domain of the work account').fill(`falke-${mark}.example`)
  await page.getByLabel('Country').selectOption('DE')
  await page.getByLabel('Full name').fill('Greta Falk')
  await page.getByLabel('E-mail address').fill('greta@gmail.com')
  await page.getByRole('button', { name: 'Add and invite' }).click()
  await expect(page.getByText('address of a public mail service')).toBeVisible()
  await page.getByLabel('E-mail address').fill(`greta@falke-${mark}.example`)
  await page.getByRole('button', { name: 'Add and invite' }).click()
  await expectHeading(page, `Falke Distribution ${mark}`)
  await expect(page.getByText('The provider was added')).toBeVisible()
  expect(await page.content()).not.toContain('pwd_')
  const path = pathIn(await letterTo(portal, `greta@falke-${mark}.example`, 'Choose the password for your account'))
  expect(path).toContain('/choose-password/pwd_')
  await page.getByRole('button', { name: 'Send the letter again' }).click()
  await expect(page.getByText('The letter was sent again.')).toBeVisible()
  await page.goto(`/organizations?search=falke-${mark}&kind=provider`)
  await expect(rowOf(page, `Falke Distribution ${mark}`)).toBeVisible()
})
