import { accountVersions } from '../customer-accounts'
import { relations } from '../neighbourhood'
import { attested, newCustomer } from '../new-customer'
import { newMark } from '../organizations'
import type { Cell, Row } from './row'
import { always, beyond, customerId, ofVisibleCustomer, partner, self } from './targets'

const unknownLink = `hov_${'A'.repeat(43)}`
const { agreedOn, signerFirstName, signerLastName, signerEmail } = attested()
const signer = { agreedOn, signerFirstName, signerLastName, signerEmail }
const served = ({ relation, neighbour }: Cell) => (relation === 'active' && neighbour ? [neighbour.customer.mark] : [])

const versions = (cell: Cell) => accountVersions(customerId(cell).customerId)
const billing = async (cell: Cell) => ({
  ...customerId(cell),
  version: (await versions(cell)).billing,
  addressLine1: 'A 1',
  city: 'Berlin',
  postalCode: '10115',
})

/** Only a partner in an active partnership can be the reseller of a new customer. */
const withPartner = ({ relation }: Cell) => (relation === 'active' ? ('ok' as const) : ('partnership_missing' as const))

export const onboardingRows: Row[] = [
  { operation: 'onboarding.findDomain', access: 'customer.add', relations: self, input: () => ({ prefix: newMark() }) },
  { operation: 'onboarding.draftNewCustomer', access: 'customer.add', relations: self, input: () => ({}) },
  {
    operation: 'onboarding.draftNewCustomer',
    of: 'a reseller',
    access: 'customer.add',
    relations: beyond,
    input: (cell) => ({ reseller: partner(cell) }),
    answers: ({ relation }) => (relation === 'active' ? 'ok' : 'not_found'),
  },
  {
    operation: 'onboarding.checkNewCustomer',
    access: 'customer.add',
    relations: beyond,
    input: (cell) => ({ step: 'subscriptions', ...newCustomer({ resellerId: partner(cell) }) }),
    answers: withPartner,
  },
  { operation: 'onboarding.submitNewCustomer', access: 'customer.add', relations: self, input: () => newCustomer() },
  {
    operation: 'onboarding.submitNewCustomer',
    of: 'a reseller',
    access: 'customer.add',
    relations: beyond,
    input: (cell) => newCustomer({ resellerId: partner(cell) }),
    answers: withPartner,
  },
  {
    operation: 'onboarding.getAccount',
    access: 'customer.view',
    relations,
    input: customerId,
    answers: ofVisibleCustomer,
    shows: served,
  },
  {
    operation: 'onboarding.attestAgreement',
    access: 'customerAgreement.attest',
    relations,
    input: (cell) => ({ ...customerId(cell), ...signer }),
    answers: ofVisibleCustomer,
  },
  {
    operation: 'onboarding.changeContact',
    access: 'customer.editContact',
    relations,
    input: async (cell) => ({
      ...customerId(cell),
      version: (await versions(cell)).contact,
      firstName: 'V',
      lastName: 'A',
      email: 'v@a.example',
      phoneNumber: '',
      culture: 'en-DE',
    }),
    answers: ofVisibleCustomer,
  },
  {
    operation: 'onboarding.changeBilling',
    access: 'customer.editBilling',
    relations,
    input: billing,
    answers: ofVisibleCustomer,
  },
  {
    operation: 'onboarding.changeBilling',
    of: 'with a segment',
    access: 'customer.editBilling',
    relations,
    input: async (cell) => ({ ...(await billing(cell)), segment: 'Education' }),
    // A customer does not choose what it may buy.
    answers: (cell) =>
      cell.world.me.kind === 'customer' && cell.relation === 'own' ? 'role_missing' : ofVisibleCustomer(cell),
  },
  {
    operation: 'onboarding.issueHandover',
    access: 'customerUser.manage',
    relations,
    input: (cell) => ({ ...customerId(cell), delivery: 'self' }),
    // The neighbours' people have passwords of their own.
    answers: (cell) => (ofVisibleCustomer(cell) === 'ok' ? 'handover_needless' : 'not_found'),
  },
  {
    operation: 'onboarding.viewHandover',
    access: 'public',
    relations: self,
    input: () => ({ token: unknownLink }),
  },
  {
    operation: 'onboarding.acceptHandover',
    access: 'public',
    relations: self,
    input: () => ({
      token: unknownLink,
      newPassword: 'a bicycle made of glass',
      repeatedPassword: 'a bicycle made of glass',
    }),
    answers: always('handover_unknown'),
  },
]
