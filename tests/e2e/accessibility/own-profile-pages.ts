import type { Page } from '@playwright/test'
import { company, person } from '../support/people'
import type { Scene } from './pages'

/** What people of each kind of organization choose for themselves. */
export async function ownProfileScenes(): Promise<Scene[]> {
  const [provider, customer, operator] = [
    await company('provider', 'Nordlicht Distribution'),
    await company('customer', 'Harbour Clinic Group'),
    await company('operator', 'Tandem Operations'),
  ]
  const plain = await person(provider.organization, [])
  const scene = (name: string, who: Scene['who'], others: Partial<Scene> = {}): Scene => ({
    ...{ name, who, address: '/account/profile', title: 'Your profile', portal: true },
    ...others,
  })
  const emptyName = async (page: Page) => {
    await page.getByLabel('Full name').fill('')
    await page.getByRole('button', { name: 'Save name' }).click()
    await page.getByText('This is needed.').waitFor()
  }
  return [
    scene('one’s profile', provider.admin),
    scene('the profile of somebody without a role', plain),
    scene('the profile of a customer’s person', customer.admin),
    scene('the profile of an operator’s person', operator.admin),
    scene('one’s profile, with a mistake', provider.admin, { open: emptyName }),
    scene('one’s profile, saved', plain, { address: '/account/profile?notice=notices_saved' }),
  ]
}
