import { newMark } from '../organizations'
import type { Row } from './row'
import { always, self } from './targets'

const foreignLink = () => ({ token: `pwd_${'A'.repeat(43)}` })

export const securityRows: Row[] = [
  { operation: 'account-security.viewPasswordLink', access: 'public', relations: self, input: foreignLink },
  {
    operation: 'account-security.choosePassword',
    access: 'public',
    relations: self,
    input: () => ({
      ...foreignLink(),
      newPassword: 'a bicycle made of glass',
      repeatedPassword: 'a bicycle made of glass',
    }),
    answers: always('password_link_unknown'),
  },
  {
    operation: 'account-security.forgotPassword',
    access: 'public',
    relations: self,
    input: () => ({ email: `${newMark()}@b.example` }),
  },
]
