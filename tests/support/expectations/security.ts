import { uuidv7 } from 'uuidv7'
import { newMark } from '../organizations'
import type { Row } from './row'
import { always, empty, self } from './targets'

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
  { operation: 'account-security.viewPendingSignIn', access: 'public', relations: self, input: empty },
  {
    operation: 'account-security.finishSignIn',
    access: 'public',
    relations: self,
    input: () => ({ code: '123456' }),
    answers: always('sign_in_lapsed'),
  },
  { operation: 'account-security.getOwnSecurity', access: 'identified', relations: self, input: empty },
  { operation: 'account-security.listOwnSessions', access: 'signedIn', relations: self, input: empty },
  { operation: 'account-security.viewSecondFactorDraft', access: 'identified', relations: self, input: empty },
  {
    operation: 'account-security.confirmIdentity',
    access: 'identified',
    relations: self,
    input: () => ({ password: 'something else entirely' }),
    answers: always('password_wrong'),
  },
  { operation: 'account-security.beginSecondFactor', access: 'identified', relations: self, input: empty },
  {
    operation: 'account-security.addSecondFactor',
    access: 'identified',
    relations: self,
    input: () => ({ code: 'not a code' }),
    // The row before has made a secret; without it, there would be nothing to add.
    answers: always('code_wrong'),
  },
  {
    operation: 'account-security.removeSecondFactor',
    access: 'signedIn',
    relations: self,
    input: empty,
    answers: always('second_factor_missing'),
  },
  {
    operation: 'account-security.renewRecoveryCodes',
    access: 'signedIn',
    relations: self,
    input: empty,
    answers: always('second_factor_missing'),
  },
  {
    operation: 'account-security.requireSecondFactor',
    access: 'signInRules.set',
    relations: self,
    input: () => ({ required: 'no' }),
  },
  {
    operation: 'account-security.endSession',
    access: 'signedIn',
    relations: self,
    input: () => ({ sessionId: uuidv7() }),
    answers: always('not_found'),
  },
  { operation: 'account-security.endOtherSessions', access: 'signedIn', relations: self, input: empty },
]
