import type { Page } from '@playwright/test'
import { profiled } from '../../support/profiles'
import { relationship } from '../../support/relations'
import { company, type Person, person } from '../support/people'
import { partners } from '../support/world'
import type { Scene } from './pages'

/** The organization profile and the setup checklist, of those who have told everything and of those who have told nothing. */
export async function profileScenes(): Promise<Scene[]> {
  const { provider, reseller, customer } = await partners()
  await profiled(provider.organization)
  await profiled(reseller.organization)
  await relationship(reseller.organization, customer.organization)
  const bare = await company('reseller', 'Cedar Cloud')
  const colleague = await person(reseller.organization, ['salesAgent'])
  const operator = await company('operator', 'Tandem Operations')
  const press = (name: string) => (page: Page) => page.getByRole('main').getByRole('button', { name }).first().click()
  const scene =
    (who: Person) =>
    (name: string, address: string, title: string, others: Partial<Scene> = {}): Scene => ({
      ...{ name, address, title, who, portal: true },
      ...others,
    })
  const [ours, theirs, bares] = [scene(provider.admin), scene(reseller.admin), scene(bare.admin)]
  return [
    theirs('an organization profile', '/settings', 'Organization profile'),
    scene(colleague)('an organization profile for a colleague', '/settings', 'Organization profile'),
    bares('an organization profile nobody has filled in', '/settings', 'Organization profile'),
    ours('a provider’s organization profile', '/settings', 'Organization profile'),
    scene(operator.admin)('the operator’s own profile', '/settings', 'Organization profile'),
    theirs('a legal profile', '/settings/legal-profile', 'Legal profile'),
    ours('a legal profile with a fixed name', '/settings/legal-profile', 'Legal profile'),
    bares('a legal profile with mistakes', '/settings/legal-profile', 'Legal profile', {
      open: press('Save legal profile'),
    }),
    theirs('a primary contact', '/settings/contact', 'Primary contact'),
    theirs('a support profile', '/settings/support', 'Customer support profile'),
    bares('a support profile with mistakes', '/settings/support', 'Customer support profile', {
      open: press('Save support profile'),
    }),
    theirs('providers with admin access', '/settings/admin-access', 'Provider’s admin access'),
    theirs('admin access to take back', '/settings/admin-access', 'Provider’s admin access', {
      open: press('Withdraw admin access'),
    }),
    bares('admin access of nobody', '/settings/admin-access', 'Provider’s admin access'),
    bares('a setup checklist', '/settings/setup', 'Setup checklist'),
    bares('a home page with the setup checklist', '/dashboard', 'Home'),
    scene(customer.admin)('a customer’s setup checklist', '/settings/setup', 'Setup checklist'),
    scene(customer.admin)('partners with their support', '/partner-relationships', 'Partner relationships'),
    ours('a reseller with its support', `/indirect-resellers/${reseller.organization.id}`, 'Indirect reseller'),
  ]
}
