import { rows } from '../../support/owner'
import { subscription } from '../../support/subscriptions'
import { expectHeading, rowOf } from '../support/screen'
import { expect, type Page, test } from '../support/test'
import { servingTogether } from '../support/world'

// What a list shows can be opened, with or without a relationship with the customer (Decisions, "Who sees a subscription").

/** Something sold to a customer that has ended its relationships since. */
async function formerlyServing() {
  const trio = await servingTogether()
  const [provider, reseller, customer] = [trio.provider, trio.reseller, trio.customer].map((one) => one.organization)
  if (!provider || !reseller || !customer) throw new Error('A trio has three members.')
  const sold = await subscription({ provider, reseller, customer, friendlyName: 'Mail for everybody' })
  await rows(`update "CustomerRelationship" set status = 'ended', "endedAt" = now() where "customerId" = $1`, [
    customer.id,
  ])
  await rows(`update "DelegatedAdministration" set "revokedAt" = now() where "customerId" = $1`, [customer.id])
  return { ...trio, sold, record: `/customers/${customer.id}` }
}

async function expectReadable(page: Page): Promise<void> {
  await page.goto('/subscriptions')
  await expect(rowOf(page, 'Mail for everybody')).toBeVisible()
  await expectNoDeadLinks(page)
  await rowOf(page, 'Mail for everybody').getByRole('link', { name: 'Mail for everybody' }).click()
  await expectHeading(page, 'Mail for everybody')
  await expect(page.getByRole('region', { name: 'Details' })).toBeVisible()
}

/** None of its links leads to a page that is not there. */
async function expectNoDeadLinks(page: Page): Promise<void> {
  const links = page.getByRole('main').getByRole('link')
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  const pages = addresses.filter((address) => address.startsWith('/'))
  expect(pages.length).toBeGreaterThan(0)
  for (const address of new Set(pages))
    expect([address, (await page.request.get(address)).status()]).toEqual([address, 200])
}

test('a reseller of record without a relationship opens the subscription of its list, and nothing else of the customer', async ({
  visit,
}) => {
  const { reseller, record } = await formerlyServing()
  const page = await visit(reseller.admin)
  await expectReadable(page)
  await expect(page.getByRole('link', { name: 'Ask my provider' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Suspend' })).toHaveAttribute('aria-disabled', 'true')
  await expectNoDeadLinks(page)
  await page.getByRole('link', { name: 'Show the order' }).click()
  await expectHeading(page, /^Order /)
  await expectNoDeadLinks(page)
  for (const address of [record, `${record}/users`, `${record}/orders`, `${record}/account`, `${record}/activity`])
    expect([address, (await page.request.get(address)).status()]).toEqual([address, 404])
})

test('a provider still reads what it sold to a customer it no longer serves, and is told what it lacks to change it', async ({
  visit,
}) => {
  const { provider } = await formerlyServing()
  const page = await visit(provider.admin)
  await expectReadable(page)
  await expect(page.getByRole('region', { name: 'Licenses' })).toContainText('relationship')
  await expect(page.getByRole('region', { name: 'Licenses' }).getByRole('textbox')).toHaveCount(0)
  await expectNoDeadLinks(page)
})
