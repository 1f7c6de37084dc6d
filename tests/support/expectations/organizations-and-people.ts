import { relations } from '../neighbourhood'
import { newMark } from '../organizations'
import type { Row } from './row'
import { always, company, empty, self } from './targets'

export const organizationRows: Row[] = [
  {
    operation: 'organizations.installOperator',
    access: 'public',
    relations: self,
    input: company,
    answers: always('already_installed'),
  },
  {
    operation: 'organizations.addOrganization',
    access: 'organization.create',
    relations: self,
    input: () => ({ kind: 'reseller', ...company() }),
  },
]

export const userRows: Row[] = [
  {
    operation: 'users.signIn',
    access: 'public',
    relations: self,
    input: () => ({ email: 'a@b.example', password: '' }),
    answers: always('input_invalid'),
  },
  { operation: 'users.signOut', access: 'identified', relations: self, input: empty },
  {
    operation: 'users.changePassword',
    access: 'identified',
    relations: self,
    input: () => ({ currentPassword: 'a', newPassword: 'b', repeatedPassword: 'c' }),
    answers: always('input_invalid'),
  },
  { operation: 'users.updatePreferences', access: 'public', relations: self, input: () => ({ theme: 'dark' }) },
  {
    operation: 'users.addUser',
    access: 'user.create',
    relations: self,
    input: () => ({ email: `${newMark()}@b.example`, fullName: 'N', roles: ['salesAgent'] }),
  },
  {
    operation: 'users.explainPermission',
    access: 'signedIn',
    relations,
    input: () => ({ permission: 'user.create' }),
    shows: ({ relation, world }) => (relation === 'own' ? [world.me.mark] : []),
  },
]
