import { newMark } from '../organizations'
import type { Row } from './row'
import { always, empty, self } from './targets'

// The organizations of the sweep take part already: what finishes joining is closed to them.
const closed = always('already_enrolled')

const company = () => {
  const mark = newMark()
  return {
    organizationName: 'N',
    prefix: mark,
    country: 'DE',
    fullName: 'N',
    email: `n@${mark}.example`,
    password: 'a bicycle made of glass',
    locale: 'en',
  }
}

export const enrollmentRows: Row[] = [
  { operation: 'account-setup.beginWorkAccount', access: 'public', relations: self, input: company },
  {
    operation: 'membership.keepMembershipAccount',
    access: 'membership.keep',
    relations: self,
    input: () => ({ userName: newMark(), password: 'a bicycle made of glass', profiles: [] }),
  },
  { operation: 'enrollment.viewEnrollment', access: 'enrollment.view', relations: self, input: empty },
  {
    operation: 'enrollment.signInToMembership',
    access: 'enrollment.submit',
    relations: self,
    input: () => ({ userName: newMark(), password: 'a bicycle made of glass' }),
    answers: closed,
  },
  {
    operation: 'enrollment.chooseProfile',
    access: 'enrollment.submit',
    relations: self,
    input: () => ({ mpnId: '1234567' }),
    answers: closed,
  },
  {
    operation: 'enrollment.keepLegalProfile',
    access: 'enrollment.submit',
    relations: self,
    input: () => ({ legalName: 'N', addressLine1: 'Weg 1', city: 'Berlin', postalCode: '10115' }),
    answers: closed,
  },
  {
    operation: 'enrollment.keepContact',
    access: 'enrollment.submit',
    relations: self,
    input: () => ({ contactName: 'N', email: `n@${newMark()}.example` }),
    answers: closed,
  },
  {
    operation: 'enrollment.keepSupport',
    access: 'enrollment.submit',
    relations: self,
    input: () => ({ email: `n@${newMark()}.example`, phone: '+49 30 555 0100' }),
    answers: closed,
  },
  {
    operation: 'enrollment.enrollNow',
    access: 'enrollment.submit',
    relations: self,
    input: empty,
    answers: closed,
  },
]
