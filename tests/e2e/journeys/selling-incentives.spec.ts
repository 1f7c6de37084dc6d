import { readFile } from 'node:fs/promises'
import { charge } from '../../support/charges'
import { newMark, organization } from '../../support/organizations'
import { row } from '../../support/owner'
import { partnerAgreement, relationship } from '../../support/relations'
import { subscription } from '../../support/subscriptions'
import { person } from '../support/people'
import { expectHeading, rowOf } from '../support/screen'
import { expect, type Page, test } from '../support/test'
import { servingTogether } from '../support/world'

const thisMonth = () => new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth()))

/** Three subscriptions of one customer: the first is the reseller's, the others are nobody's. */
async function sales() {
  const trio = await servingTogether()
  await partnerAgreement(trio.reseller.organization)
  const parties = { provider: trio.provider.organization, customer: trio.customer.organization }
  const credited = await subscription({
    ...parties,
    reseller: trio.reseller.organization,
    friendlyName: 'Credited mail',
  })
  const nobodys = [
    await subscription({ ...parties, friendlyName: 'Lost mail' }),
    await subscription({ ...parties, friendlyName: 'Lost voice', offer: { family: 'voice' } }),
  ] as const
  return { ...trio, parties, credited, nobodys }
}

test('subscriptions nobody is credited for are found and mended together; the next charge is credited', async ({
  visit,
}) => {
  const { provider, reseller, parties, credited, nobodys } = await sales()
  const resellers = { ...parties, reseller: reseller.organization, month: thisMonth() }
  await charge(credited, { ...resellers, amount: '90.00' })
  const page = await visit(provider.admin)
  await page.goto('/incentives')
  await expect(rowOf(page, 'Credited mail')).toContainText('€90.00')
  await expect(rowOf(page, 'Lost mail')).toHaveCount(0)
  await page
    .getByRole('link', { name: 'Find missing resellers' })
    .or(page.locator('a[href="/incentives/missing"]'))
    .click()
  await expectHeading(page, 'Missing or wrong reseller of record')
  await expect(rowOf(page, 'Lost mail')).toContainText('No reseller of record')
  await expect(rowOf(page, 'Credited mail')).toHaveCount(0)
  await page.getByRole('button', { name: 'Set reseller of record' }).click()
  await expect(page.getByRole('main').getByRole('alert').first()).toBeVisible()
  await page.getByRole('button', { name: 'Select all on this page' }).click()
  await page.getByLabel('Reseller (MPN ID)').selectOption({ label: `Alder IT GmbH (${reseller.organization.mpnId})` })
  await page.getByRole('button', { name: 'Set reseller of record' }).click()
  await expect(page.getByText('The reseller of record is set.')).toBeVisible()
  await expect(page.getByText('Nothing is missing: wherever one of your resellers serves the customer')).toBeVisible()
  for (const { id } of nobodys) {
    const stands = await row('select "resellerId", "supportContactId" from "Subscription" where id = $1', [id])
    // One lever moves; the others stay.
    expect(stands).toEqual({ resellerId: reseller.organization.id, supportContactId: provider.organization.id })
  }
  await charge(nobodys[0], { ...resellers, amount: '30.00' })
  const theirs = await visit(reseller.admin)
  await theirs.goto('/incentives')
  await expect(rowOf(theirs, 'Lost mail')).toContainText('€30.00')
  await expect(theirs.locator('a[href="/incentives/missing"]')).toHaveCount(0)
})

/** Chooses a format of the list's export. @returns what arrives */
async function exported(page: Page, menu: string, format: 'CSV' | 'Excel (XLSX)'): Promise<Buffer> {
  await page.getByRole('button', { name: menu }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: format }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(format === 'CSV' ? /\.csv$/ : /\.xlsx$/)
  return readFile(await file.path())
}

const linesOf = (csv: Buffer) => csv.toString('utf8').trimEnd().split('\r\n')

test('an export of subscriptions holds the rows of the filter, as a file every spreadsheet opens', async ({
  visit,
}) => {
  const { provider } = await sales()
  const page = await visit(provider.admin)
  await page.goto('/subscriptions')
  await expect(page.getByRole('rowheader')).toHaveCount(3)
  await page.getByLabel('Filter by family').selectOption({ label: 'Voice and meetings' })
  await expect(page.getByRole('rowheader')).toHaveCount(1)
  const csv = await exported(page, 'Export subscriptions', 'CSV')
  expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const [head, ...rows] = linesOf(csv)
  expect(head).toMatch(/^\ufeffSubscription ID,Subscription,Quantity,Status,Reseller,/)
  expect(rows).toHaveLength(1)
  expect(rows[0]).toContain(',Lost voice,10,Active,,')
  const sheet = await exported(page, 'Export subscriptions', 'Excel (XLSX)')
  expect(sheet.subarray(0, 2).toString()).toBe('PK')

  await page.goto('/subscriptions?search=mail')
  expect(
    linesOf(await exported(page, 'Export subscriptions', 'CSV'))
      .slice(1)
      .sort(),
  ).toEqual([expect.stringContaining(',Credited mail,'), expect.stringContaining(',Lost mail,')])
})

test('an export of customers obeys the search and the reseller, and no cell of it is a formula', async ({ visit }) => {
  const { provider } = await sales()
  const mark = newMark()
  for (const name of [`=HYPERLINK("x") ${mark}`, `Чайная "Линия", ${mark}`, 'Another one'])
    await relationship(provider.organization, await organization('customer', { name }))
  const page = await visit(provider.admin, { locale: 'en-GB' })
  await page.goto('/customers')
  await page.getByRole('searchbox', { name: 'Company or domain name' }).fill(mark)
  await page.getByRole('searchbox', { name: 'Company or domain name' }).press('Enter')
  await expect(page.getByRole('rowheader')).toHaveCount(2)
  const rows = linesOf(await exported(page, 'Export customers', 'CSV')).slice(1)
  expect(rows).toHaveLength(2)
  expect(rows.join('\n')).toContain(`"'=HYPERLINK(""x"") ${mark}"`)
  expect(rows.join('\n')).toContain(`"Чайная ""Линия"", ${mark}"`)

  await page.goto('/customers')
  await page.getByLabel('Filter by indirect reseller').selectOption({ label: 'Alder IT GmbH' })
  await expect(page.getByRole('rowheader')).toHaveCount(1)
  const shared = linesOf(await exported(page, 'Export customers', 'CSV')).slice(1)
  expect(shared).toEqual([expect.stringContaining('Harbour Clinic Group')])
})

test('a Russian reader gets Russian columns with semicolons between them', async ({ visit }) => {
  const { provider } = await sales()
  const page = await visit(await person(provider.organization, ['adminAgent'], { locale: 'ru' }), { locale: 'ru-RU' })
  await page.goto('/subscriptions?search=voice')
  const [head, ...rows] = linesOf(await exported(page, 'Экспортировать подписки', 'CSV'))
  expect(head?.split(';').slice(1, 5)).toEqual(['Подписка', 'Количество', 'Состояние', 'Торговый посредник'])
  expect(rows.map((line) => line.split(';').slice(1, 4))).toEqual([['Lost voice', '10', 'Активна']])
})
