import { uuidv7 } from 'uuidv7'
import { newMark } from '../organizations'
import type { Row } from './row'
import { always, empty, self } from './targets'

/** Nobody listens there: whatever gets past the door is told at the field. */
const shared = (domain: string) => ({
  issuer: 'https://login.microsoftonline.com/common/v2.0',
  clientId: 'a',
  clientSecret: 'b',
  domains: [domain],
})

export const singleSignOnRows: Row[] = [
  { operation: 'single-sign-on.getSingleSignOn', access: 'singleSignOn.manage', relations: self, input: empty },
  {
    operation: 'single-sign-on.configureSingleSignOn',
    access: 'singleSignOn.manage',
    relations: self,
    input: ({ world }) => shared(world.me.domain),
    answers: always('input_invalid'),
  },
  {
    operation: 'single-sign-on.switchSingleSignOn',
    access: 'singleSignOn.manage',
    relations: self,
    input: () => ({ state: 'off' }),
    answers: always('single_sign_on_missing'),
  },
  {
    operation: 'single-sign-on.requireSingleSignOn',
    access: 'singleSignOn.manage',
    relations: self,
    input: () => ({ required: 'no' }),
    answers: always('single_sign_on_not_on'),
  },
  {
    operation: 'single-sign-on.removeSingleSignOn',
    access: 'singleSignOn.manage',
    relations: self,
    input: empty,
    answers: always('single_sign_on_missing'),
  },
  {
    operation: 'single-sign-on.unlinkIdentity',
    access: 'singleSignOn.manage',
    relations: self,
    input: () => ({ email: `${newMark()}@b.example` }),
    answers: always('input_invalid'),
  },
  {
    operation: 'issuer-sign-in.beginSingleSignOn',
    access: 'public',
    relations: self,
    input: () => ({ email: `a@${newMark()}.example` }),
    answers: always('single_sign_on_unknown'),
  },
  {
    operation: 'issuer-sign-in.beginSignInTest',
    access: 'singleSignOn.manage',
    relations: self,
    input: empty,
    answers: always('single_sign_on_missing'),
  },
  {
    operation: 'issuer-sign-in.beginIdentityProof',
    access: 'identified',
    relations: self,
    input: empty,
    answers: always('single_sign_on_missing'),
  },
  {
    operation: 'issuer-sign-in.finishErrand',
    access: 'public',
    relations: self,
    input: () => ({ organizationId: uuidv7(), search: '?state=a&code=b' }),
    answers: always('errand_missing'),
  },
  { operation: 'issuer-sign-in.viewErrand', access: 'public', relations: self, input: empty },
  { operation: 'issuer-sign-in.viewUnknownPerson', access: 'public', relations: self, input: empty },
  { operation: 'issuer-sign-in.viewIdentityWays', access: 'identified', relations: self, input: empty },
]
