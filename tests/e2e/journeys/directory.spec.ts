import { drawLogo } from '@/prisma/seed/logo'
import { card } from '../../support/directory'
import { letterTo, pathIn } from '../support/mail'
import { company } from '../support/people'
import { expectHeading, rowOf } from '../support/screen'
import { expect, test } from '../support/test'

const picture = (buffer: Buffer, name = 'logo.png') => ({ name, mimeType: 'image/png', buffer })

test('from the directory to a partnership: a provider publishes its card, a reseller asks, is invited, and accepts', async ({
  visit,
  portal,
}) => {
  const provider = await company('provider', 'Nordlicht Distribution', { fullName: 'Marta König' })
  const reseller = await company('reseller', 'Fjordbyte', { fullName: 'Sigrid Haugen', country: 'NO' })
  const { mark } = provider.organization

  const publishing = await visit(provider.admin)
  await publishing.goto('/provider-card')
  await publishing.getByLabel('Description in English').fill(`For small resellers. ${mark}`)
  await publishing.getByLabel('Migration').check()
  await publishing.getByLabel('Norwegian').check()
  await publishing.getByLabel('Norway').check()
  await publishing.getByLabel('E-mail address').fill(provider.admin.email)
  await publishing.getByRole('button', { name: 'Save card' }).click()
  await expect(publishing.getByText('Your card is saved.')).toBeVisible()
  const logo = publishing.getByLabel('Picture')
  await logo.setInputFiles(picture(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')))
  await publishing.getByRole('button', { name: 'Upload logo' }).click()
  await expect(publishing.getByText('it has to be a whole PNG or JPEG picture')).toBeVisible()
  await logo.setInputFiles(picture(Buffer.from(drawLogo({ ink: [12, 90, 116], shape: 'waves' }))))
  await publishing.getByRole('button', { name: 'Upload logo' }).click()
  await expect(publishing.getByText('The logo is changed.')).toBeVisible()
  await publishing.getByRole('link', { name: 'Preview' }).click()
  await expect(publishing.getByRole('main')).toContainText(`For small resellers. ${mark}`)
  await publishing.getByRole('button', { name: 'Publish' }).click()
  await publishing.getByRole('alertdialog').getByRole('button', { name: 'Publish' }).click()
  await expect(publishing.getByText('Your card is in the directory.')).toBeVisible()

  const stranger = await visit(null)
  await stranger.goto('/find-a-provider?country=NO&language=no&service=migration')
  await stranger.getByLabel('Search by name').fill('NORDLICHT')
  await stranger.getByLabel('Search by name').press('Enter')
  await stranger.waitForURL(/search=NORDLICHT/)
  const address = `/find-a-provider/${provider.organization.id}`
  await expect(stranger.getByRole('listitem').filter({ hasText: mark })).toBeVisible()
  await stranger.goto(address)
  await expectHeading(stranger, 'Nordlicht Distribution')
  await expect(stranger).toHaveTitle('Nordlicht Distribution · Tandem')
  expect(await stranger.locator('meta[name=description]').getAttribute('content')).toContain(mark)
  await expect(stranger.getByRole('link', { name: 'Enroll as a reseller' })).toHaveAttribute('href', '/enroll')

  const asking = await visit(reseller.admin)
  await asking.goto(address)
  await asking.getByLabel('Message', { exact: true }).fill('Thirty customers around Bergen')
  await asking.getByRole('button', { name: 'Send request' }).click()
  await expect(asking.getByText('Your request is sent.')).toBeVisible()
  await asking.goto(address)
  await expect(asking.getByText('Your organization has asked this provider already.')).toBeVisible()

  const letter = await letterTo(portal, provider.admin.email, 'Fjordbyte asks for an invitation')
  const answering = await visit(provider.admin)
  await answering.goto('/dashboard')
  await answering.getByRole('link', { name: 'reseller asks for an invitation' }).click()
  await expect(rowOf(answering, 'Fjordbyte')).toContainText('Waiting for an answer')
  await answering.goto(pathIn(letter))
  await expect(answering.getByRole('main')).toContainText('Thirty customers around Bergen')
  await answering.getByLabel('A few words before the invitation').fill('Good to hear from Bergen.')
  await answering.getByRole('button', { name: 'Send invitation' }).click()
  await expect(answering.getByText('The invitation is on its way.')).toBeVisible()

  const invitation = await letterTo(portal, reseller.admin.email, 'Nordlicht Distribution would like to be your')
  expect(invitation.text).toContain('Good to hear from Bergen.')
  await asking.goto(pathIn(invitation))
  await asking.getByRole('checkbox').check()
  await asking.getByRole('button', { name: 'Authorize indirect provider' }).click()
  await expect(asking.getByText('You are partners now.')).toBeVisible()
  await answering.goto('/indirect-resellers')
  await expect(rowOf(answering, 'Fjordbyte')).toBeVisible()
  await asking.goto(address)
  await expect(asking.getByText('You are partners already.')).toBeVisible()
})

test('a provider says no in Russian, and the reseller may ask again', async ({ visit, portal }) => {
  const provider = await company('provider', 'Вектор Дистрибуция', { country: 'RU', locale: 'ru' })
  const reseller = await company('reseller', 'Рябина Софт', { country: 'RU', locale: 'ru' })
  await card(provider.organization)
  const asking = await visit(reseller.admin, { locale: 'ru-RU' })
  await asking.goto(`/find-a-provider/${provider.organization.id}`)
  await asking.getByRole('button', { name: 'Отправить просьбу' }).click()
  await expect(asking.getByText('Просьба отправлена.')).toBeVisible()

  const answering = await visit(provider.admin, { locale: 'ru-RU' })
  await answering.goto('/invitation-requests?status=pending')
  await rowOf(answering, /Рябина Софт/)
    .getByRole('link')
    .click()
  await answering.getByRole('button', { name: 'Отклонить просьбу' }).click()
  await expect(answering.getByText('Обязательное поле.')).toBeVisible()
  await answering.getByLabel('Причина').fill('Пока не берем новых партнеров')
  await answering.getByRole('button', { name: 'Отклонить просьбу' }).click()
  await expect(answering.getByText('Просьба отклонена. Отправитель об этом узнает.')).toBeVisible()
  const letter = await letterTo(portal, reseller.admin.email, 'отклоняет вашу просьбу')
  expect(letter.text).toContain('Пока не берем новых партнеров')

  await asking.goto(pathIn(letter))
  await expect(asking.getByRole('main')).toContainText('Пока не берем новых партнеров')
  await asking.goto(`/find-a-provider/${provider.organization.id}`)
  await asking.getByRole('button', { name: 'Отправить просьбу' }).click()
  await expect(asking.getByText('Просьба отправлена.')).toBeVisible()
  await asking.getByRole('button', { name: 'Отозвать просьбу' }).click()
  await asking.getByRole('alertdialog').getByRole('button', { name: 'Отозвать просьбу' }).click()
  await expect(asking.getByText('Просьба отозвана.')).toBeVisible()
})

test('without script the directory is searched, filtered and read', async ({ visit }) => {
  const provider = await company('provider', 'Meridian Cloud')
  await card(provider.organization, { countries: ['NL'], descriptionEn: `Builders. ${provider.organization.mark}` })
  const page = await visit(null, { javaScriptEnabled: false })
  await page.goto('/')
  await page.getByRole('link', { name: 'Find a provider' }).click()
  await page.getByLabel('Search by name').fill('meridian')
  await page.getByLabel('Country or region served').selectOption('NL')
  await page.getByRole('button', { name: 'Apply' }).click()
  const found = page.getByRole('listitem').filter({ hasText: provider.organization.mark })
  await found.getByRole('link', { name: 'Meridian Cloud' }).click()
  await expectHeading(page, 'Meridian Cloud')
})

test('known customers: a reseller brings them from a file, asks one for a relationship, and it leaves the list', async ({
  visit,
  portal,
}) => {
  const reseller = await company('reseller', 'Alder IT GmbH', { fullName: 'Jonas Lindner' })
  const customer = await company('customer', 'Buchenholz Möbel')
  const { domain } = customer.organization
  const file = [
    '\ufeff"Microsoft ID","Company name","Primary domain name","Relationship","E-mail"',
    `"","Buchenholz Möbel","${domain}","Cloud Reseller","${customer.admin.email}"`,
    '"","Drei Linden, Apotheke","dreilinden.example","Cloud Reseller",""',
    '"nonsense","Gärtnerei","no domain","",""',
  ].join('\r\n')
  const page = await visit(reseller.admin)
  await page.goto('/customers')
  await page.getByRole('link', { name: 'Known, not connected' }).click()
  await page.getByRole('link', { name: 'Import from a file' }).click()
  const buffer = Buffer.from(file)
  await page.getByLabel('CSV file').setInputFiles({ name: 'customers.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Check file' }).click()
  const wrong = page.getByRole('listitem').filter({ hasText: 'Gärtnerei' })
  await expect(wrong).toContainText('Row 4')
  await expect(wrong).toContainText('Primary domain name: This is not a domain name')
  await page.getByRole('button', { name: 'Store 2 customers' }).click()
  await expect(page.getByText('The customers are stored.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Known, not connected (2)' })).toBeVisible()
  await rowOf(page, /Buchenholz Möbel/)
    .getByRole('link', { name: /^Request a reseller relationship/ })
    .first()
    .click()
  await expect(page.getByText(`For Buchenholz Möbel (${domain})`)).toBeVisible()
  await expect(page.getByLabel('To', { exact: true })).toHaveValue(customer.admin.email)
  await page.getByRole('button', { name: 'Send now' }).click()
  await expect(page.getByText('The invitation is on its way.')).toBeVisible()

  const letter = await letterTo(portal, customer.admin.email, 'Alder IT GmbH would like to be your reseller')
  expect(letter.text).toContain('Hello, Buchenholz Möbel,')
  const accepting = await visit(customer.admin)
  await accepting.goto(pathIn(letter))
  for (const box of await accepting.getByRole('checkbox').all()) await box.check()
  await accepting.getByRole('button', { name: /^Authorize/ }).click()
  await expect(accepting.getByText('Your partners can serve you now.')).toBeVisible()
  await page.goto('/customers/known')
  await expect(rowOf(page, /Drei Linden/)).toBeVisible()
  await expect(rowOf(page, /Buchenholz/)).toHaveCount(0)
  await page.getByRole('button', { name: 'Remove all' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove all' }).click()
  await expect(page.getByText('All known customers are removed.')).toBeVisible()
  await expect(page.getByText('No known customers')).toBeVisible()
})
