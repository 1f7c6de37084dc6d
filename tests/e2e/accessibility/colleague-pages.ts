import type { Page } from '@playwright/test'
import { writtenNotification, writtenUpload } from '../proofs/input-colleagues'
import { company, person } from '../support/people'
import type { Scene } from './pages'

/** An organization's own people, what roles can do, asking for one, and notifications. */
export async function colleagueScenes(): Promise<Scene[]> {
  const reseller = await company('reseller', 'Alder IT GmbH', { fullName: 'Jonas Lindner' })
  const of = reseller.organization
  const accounts = await person(of, ['userManagementAdmin'], { fullName: 'Katrin Vogel' })
  const agent = await person(of, ['adminAgent', 'billingAdmin'], { fullName: 'Mira Hoffmann' })
  const plain = await person(of, [], { fullName: 'Felix Ostermann' })
  const gone = await person(of, ['salesAgent'], { fullName: 'Lukas Brenner', disabledAt: new Date() })
  await person(of, ['helpdeskAgent'], { fullName: 'Anja Scholz', mustChangePassword: true })
  await writtenNotification(reseller.admin)
  const upload = await writtenUpload(reseller)
  const list = '/user-management'
  const scene = (name: string, address: string, title: string, others: Partial<Scene> = {}): Scene => ({
    ...{ name, address, title, who: reseller.admin, portal: true },
    ...others,
  })
  const press = (name: string) => (page: Page) => page.getByRole('main').getByRole('button', { name }).first().click()
  return [
    scene('one’s own people', list, 'User management'),
    scene('people nobody is among', `${list}?search=nobody`, 'User management'),
    scene('a colleague in the making', `${list}/new`, 'Add user'),
    scene('a colleague with mistakes', `${list}/new`, 'Add user', { open: press('Add') }),
    scene('a colleague in the making for a user management admin', `${list}/new`, 'Add user', { who: accounts }),
    scene('a colleague', `${list}/${agent.id}`, 'User'),
    scene('a colleague to disable', `${list}/${agent.id}`, 'User', { open: press('Disable') }),
    scene('a disabled colleague', `${list}/${gone.id}`, 'User'),
    scene('one’s own page', `${list}/${reseller.admin.id}`, 'User'),
    scene('a Global admin for a user management admin', `${list}/${reseller.admin.id}`, 'User', { who: accounts }),
    scene('the roles of a colleague', `${list}/${agent.id}/roles`, 'Edit roles'),
    scene('the password of a colleague', `${list}/${agent.id}/password`, 'Reset password'),
    scene('a file of colleagues', `${list}/upload`, 'Add users from a file'),
    scene('a file of colleagues that was read', `${list}/upload/${upload}`, 'Users from the file'),
    scene('what roles can do', '/roles', 'What can this role do?'),
    scene('what one role can do', '/roles?role=helpdeskAgent', 'What can this role do?', { who: plain }),
    scene('a role nothing fits', '/roles?search=zzzz', 'What can this role do?'),
    scene('notifications', '/notifications', 'Notifications'),
    scene('no notifications', '/notifications', 'Notifications', { who: plain }),
    scene('a refusal with people to ask', '/no-access?permission=customer.invite', 'No access', { who: plain }),
  ]
}
