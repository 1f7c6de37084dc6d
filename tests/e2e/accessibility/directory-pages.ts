import type { Page } from '@playwright/test'
import { drawLogo } from '@/prisma/seed/logo'
import { askedFor, card, known } from '../../support/directory'
import { insert } from '../../support/owner'
import { company, person } from '../support/people'
import type { Scene } from './pages'

/** The directory of providers, asking for an invitation, and the customers a reseller knows. */
export async function directoryScenes(): Promise<Scene[]> {
  const provider = await company('provider', 'Nordlicht Distribution')
  const [drafting, waiting, asking] = [
    await company('provider', 'Iberia Nube'),
    await company('reseller', 'Brightwater Systems'),
    await company('reseller', 'Fjordbyte'),
  ]
  const { id: organizationId } = provider.organization
  await card(provider.organization, { logoDigest: 'b'.repeat(64) })
  const bytes = Buffer.from(drawLogo({ ink: [12, 90, 116], shape: 'waves' }))
  await insert('ProviderLogo', { organizationId, contentType: 'image/png', bytes })
  const requestId = await askedFor(waiting.organization, provider.organization, { message: 'Good day' })
  const noInviter = await person(asking.organization, ['helpdeskAgent'])
  await known(asking.organization, { name: 'Bäckerei Ahornblatt' })
  const scene = (
    name: string,
    who: Scene['who'],
    address: string,
    title: string,
    others: Partial<Scene> = {},
  ): Scene => ({
    ...{ name, who, address, title, portal: true },
    ...others,
  })
  const outside = { portal: false }
  const one = `/find-a-provider/${organizationId}`
  const press = (label: string) => (page: Page) => page.getByRole('main').getByRole('button', { name: label }).click()
  const [theirs, requests, list] = ['Nordlicht Distribution', 'Requests to be invited', 'Known customers']
  return [
    scene('the directory', null, '/find-a-provider', 'Find a provider', outside),
    scene('the directory without a match', null, '/find-a-provider?search=zzzz', 'Find a provider', outside),
    scene('a provider for a stranger', null, one, theirs, outside),
    scene('a provider to ask', asking.admin, one, theirs, outside),
    scene('a provider that was asked', waiting.admin, one, theirs, outside),
    scene('a provider for somebody who may not ask', noInviter, one, theirs, outside),
    scene('no such provider', null, `/find-a-provider/${asking.organization.id}`, 'This page does not exist', {
      ...{ portal: false, status: 404 },
    }),
    scene('a provider’s card', provider.admin, '/provider-card', 'Provider card'),
    scene('a provider’s card in preview', provider.admin, '/provider-card?view=preview', 'Provider card'),
    scene('a card that begins', drafting.admin, '/provider-card', 'Provider card'),
    scene('a card with mistakes', drafting.admin, '/provider-card', 'Provider card', {
      open: async (page) => {
        await page.getByLabel('E-mail address').fill('nobody')
        await page.getByRole('button', { name: 'Save card' }).click()
        await page.getByText('This is not an e-mail address.').waitFor()
      },
    }),
    scene('requests to be invited', provider.admin, '/invitation-requests', requests),
    scene('no requests to be invited', drafting.admin, '/invitation-requests', requests),
    scene('requests a reseller sent', waiting.admin, '/invitation-requests', requests),
    scene('a request to be invited', provider.admin, `/invitation-requests/${requestId}`, 'The request'),
    scene('a request to withdraw', waiting.admin, `/invitation-requests/${requestId}`, 'The request', {
      open: press('Withdraw request'),
    }),
    scene('known customers', asking.admin, '/customers/known', list),
    scene('no known customers', waiting.admin, '/customers/known', list),
    scene('known customers to forget', asking.admin, '/customers/known', list, { open: press('Remove all') }),
    scene('a file of customers', asking.admin, '/customers/known/import', 'Import known customers'),
    scene('a file of customers, judged', asking.admin, '/customers/known/import', 'Import known customers', {
      open: judge,
    }),
  ]
}

async function judge(page: Page): Promise<void> {
  const buffer = Buffer.from('Company name,Primary domain name\nElm,elm.example\nFir,no domain\n')
  await page.getByLabel('CSV file').setInputFiles({ name: 'customers.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Check file' }).click()
  await page.getByRole('button', { name: 'Store 1 customer' }).waitFor()
}
