import type { Page } from '@playwright/test'
import { relationship } from '../../support/relations'
import { assignment, subscription } from '../../support/subscriptions'
import { company, type Person, person } from '../support/people'
import type { ServedTrio } from '../support/world'
import type { Scene } from './pages'

/** The people of a customer and their licenses, for those who may and those who may not. */
export async function peopleScenes({ provider, customer }: ServedTrio, agent: Person): Promise<Scene[]> {
  const of = customer.organization
  const [anna, boris] = [
    await person(of, [], { fullName: 'Anna Weiss', usageLocation: 'DE' }),
    await person(of, [], { fullName: 'Boris Braun' }),
  ]
  const gone = await person(of, [], { fullName: 'Clara Schwarz', deletedAt: new Date() })
  const bought = { provider: provider.organization, customer: of }
  await assignment(await subscription({ ...bought, friendlyName: 'Mail for everybody' }), anna)
  await subscription({ ...bought, status: 'suspended' })
  const plain = await company('reseller', 'Ohne Rechte GmbH')
  await relationship(plain.organization, of)
  const path = `/customers/${of.id}/users`
  const scene = (name: string, address: string, title: string, others: Partial<Scene> = {}): Scene => ({
    ...{ name, address: path + address, title, who: provider.admin, portal: true },
    ...others,
  })
  const press = (name: string) => (page: Page) => page.getByRole('main').getByRole('button', { name }).first().click()
  const list = 'Users and licenses'
  return [
    scene('a customer’s people', '', list),
    scene('a customer’s people for a helpdesk agent', '', list, { who: agent }),
    scene('a customer’s people for itself', '', list, { who: customer.admin }),
    scene('a customer’s people without delegation', '', list, { who: plain.admin }),
    scene('deleted people', '?filter=deleted', list),
    scene('a person in the making', '/new', 'Add user'),
    scene('a person with mistakes', '/new', 'Add user', { open: press('Add') }),
    scene('a person', `/${anna.id}`, 'User'),
    scene('a person for a helpdesk agent', `/${anna.id}`, 'User', { who: agent }),
    scene('a person to delete', `/${boris.id}`, 'User', { open: press('Delete user account') }),
    scene('a deleted person', `/${gone.id}`, 'User'),
    scene('licenses of two people', `/licenses?user=${anna.id}&user=${boris.id}`, 'Manage licenses'),
    scene('licenses of nobody', '/licenses', 'Manage licenses'),
    scene('a file to upload', '/upload', 'Upload users'),
    scene('a file uploaded', '/upload', 'Upload users', { open: upload }),
  ]
}

async function upload(page: Page): Promise<void> {
  const buffer = Buffer.from(`Display name,User name\nEmil,emil${Date.now()}\n,nobody\n`)
  await page.getByLabel('CSV file').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Upload users' }).click()
  await page.getByRole('link', { name: 'Download user names and passwords' }).waitFor()
}
